import type { BuyerId, FlashSaleId, OrderId, StockLine } from "@wares/contracts";
import { batched, isRefusal, Refused, type Keys, type Refusal } from "@wares/platform";
import { transact, type Database, type Queries } from "@wares/platform/database";
import type { OpenSales } from "./flash-sale-open.cache.ts";
import {
  isIn,
  joinAll,
  normalEmail,
  shortOf,
  withRoom,
  type JoinRequest,
} from "./flash-sale-part.ts";
import {
  addTallies,
  advanceParts,
  countAgain,
  findExpiredParts,
  findParts,
  letGoOf,
  lockParts,
  lockTaken,
  saveParts,
  type Tally,
} from "./flash-sale-part.store.ts";
import type { FlashSaleNeeds } from "./flash-sale.needs.ts";
import { refusals } from "./refusals.ts";

// Longer than an order that was accepted takes to be told of; shorter than anybody's patience.
const reservedMinutes = 30;
const limits = { batchMax: 250, waitingMax: 5_000 };

/** An order that wants to take part in a sale, with its lines from that sale alone. */
export type JoinSale = Readonly<{
  orderId: OrderId;
  buyerId: BuyerId;
  email: string;
  flashSaleId: FlashSaleId;
  lines: readonly StockLine[];
}>;
type Tools = Readonly<{ db: Database; keys: Keys; open: OpenSales }>;

/** One transaction for up to 250 orders, each decided as if it had come alone. */
export const joinBatch = (db: Database, requests: readonly JoinRequest[]) =>
  transact(db, async (tx) => {
    const { answers, granted } = joinAll(await lockParts(tx, requests), requests);
    await saveParts(tx, granted, reservedMinutes);
    return answers.map((answer) => (isRefusal(answer) ? answer : { orderId: answer.orderId }));
  });

export const partCommands = (
  { db, keys, open }: Tools,
  { isAdmitted, shortNow }: Pick<FlashSaleNeeds, "isAdmitted" | "shortNow">,
) => {
  const tallies = tallying(db);
  const join = batched<JoinRequest, { orderId: OrderId }>(
    (requests) => joinBatch(db, requests),
    limits,
  );
  const takesPart = takingPart(db);
  const leave = batched<OrderId, true>(async (orderIds) => {
    await transact(db, (tx) => letGoOf(tx, orderIds, { to: "left", from: ["reserved"] }));
    return orderIds.map(() => true as const);
  }, limits);

  // A guest who comes back as another one has the same address.
  const customersOf = ({ flashSaleId, buyerId, email }: JoinSale) =>
    [`buyer ${buyerId}`, `email ${normalEmail(email)}`].map((who) =>
      keys.sign("flash-sale customer", `${flashSaleId} ${who}`),
    );

  const ask = async (request: JoinSale): Promise<{ orderId: OrderId }> => {
    const { orderId, buyerId, flashSaleId, lines } = request;
    const { sales, left } = await open();
    const found = shortNow(flashSaleId, lines);
    const short = found.length > 0 ? found : shortOf(lines, left.get(flashSaleId) ?? new Map());
    const isOpen = !sales.get(flashSaleId)?.hasWaitingRoom;
    const isLetIn = isOpen || (await isAdmitted(flashSaleId, buyerId));
    // Losers are told without a lock and without a write, unless they are in already.
    if (short.length > 0 || !isLetIn) {
      const isKnown = await takesPart(orderId);
      if (!isKnown && !isLetIn)
        throw new Refused({ ...refusals.waitingRoom, detail: { flashSaleId } });
      if (!isKnown)
        throw new Refused({ ...refusals.saleSoldOut, detail: { flashSaleId, lines: short } });
    }
    const units = lines.reduce((sum, { quantity }) => sum + quantity, 0);
    const customers = customersOf(request);
    return join({ orderId, buyerId, flashSaleId, units, customers, isAdmitted: isLetIn });
  };

  return {
    /** Reserves a customer's portion for an order, under the sale's limit. Asked again, it is the same part. */
    joinSale: async (request: JoinSale): Promise<{ orderId: OrderId }> => {
      const { flashSaleId } = request;
      tallies.count(flashSaleId, "requests");
      try {
        return await ask(request);
      } catch (error) {
        if (error instanceof Refused) tallies.count(flashSaleId, "refused");
        throw error;
      }
    },

    /** The refusal, unless the order takes part already: then it goes on as if there were enough. */
    refuseOthers: async (
      orderId: OrderId,
      flashSaleId: FlashSaleId,
      refusal: Refusal,
    ): Promise<Refusal | undefined> => {
      if (await takesPart(orderId)) return undefined;
      tallies.count(flashSaleId, "requests");
      tallies.count(flashSaleId, "refused");
      return refusal;
    },

    /** The stock was not to be had: the portion is free again. */
    leaveSale: async (orderId: OrderId, flashSaleId: FlashSaleId): Promise<void> => {
      tallies.count(flashSaleId, "refused");
      await leave(orderId);
    },

    saveTallies: tallies.save,
  };
};
export type PartCommands = ReturnType<typeof partCommands>;

const takingPart = (db: Database) =>
  batched<OrderId, boolean>(async (orderIds) => {
    const found = await findParts(db, orderIds);
    return orderIds.map((orderId) => isIn(found.get(orderId)?.state ?? "left"));
  }, limits);

/** Counted in memory, so that a rush does not queue for a row that counts it. */
const tallying = (db: Database) => {
  let counted = new Map<FlashSaleId, { requests: number; refused: number }>();
  const add = ({ flashSaleId, requests, refused }: Tally) => {
    const now = counted.get(flashSaleId) ?? { requests: 0, refused: 0 };
    counted.set(flashSaleId, {
      requests: now.requests + requests,
      refused: now.refused + refused,
    });
  };
  return {
    count: (flashSaleId: FlashSaleId, what: "requests" | "refused") =>
      add({ flashSaleId, requests: 0, refused: 0, [what]: 1 }),
    save: async (): Promise<void> => {
      if (counted.size === 0) return;
      const saving = [...counted].map(([flashSaleId, counts]) => ({ flashSaleId, ...counts }));
      counted = new Map();
      try {
        await addTallies(db, saving);
      } catch (error) {
        saving.forEach(add);
        throw error;
      }
    },
  };
};

/** The orders are there, or paid. What we had let go of too early is counted again where there is room. */
export const advance = async (
  tx: Queries,
  orderIds: readonly OrderId[],
  to: "confirmed" | "paid",
): Promise<void> => {
  if (orderIds.length === 0) return;
  const late = await advanceParts(tx, orderIds, to);
  if (late.length === 0) return;
  const counted = withRoom(late, await lockTaken(tx, late));
  if (counted.length > 0) await countAgain(tx, counted);
};

const expiringMax = 500;

/** Lets go of parts whose order never came. Answers whether there may be more. */
export const expireParts = (db: Database): Promise<boolean> =>
  transact(db, async (tx) => {
    const orderIds = await findExpiredParts(tx, expiringMax);
    await letGoOf(tx, orderIds, { to: "expired", from: ["reserved"] });
    return orderIds.length === expiringMax;
  });
