import { createHash } from "node:crypto";
import {
  FlashSaleEnded,
  FlashSaleScheduled,
  type FlashSale,
  type FlashSaleChange,
  type FlashSaleId,
  type FlashSaleRequest,
} from "@wares/contracts";
import { isRefusal, Refused, type Refusal } from "@wares/platform";
import { publish, transact, type Database, type Queries } from "@wares/platform/database";
import { stale } from "@wares/platform/http";
import type { FlashSaleNeeds } from "./flash-sale.needs.ts";
import { placeOf, termsOf, type SaleTerms } from "./flash-sale.ts";
import {
  cancelSale,
  databaseTime,
  endOverdue,
  findClashes,
  findSale,
  findScheduled,
  insertSale,
  lockScheduling,
  updateSale,
} from "./flash-sale.store.ts";
import type { PricingNeeds } from "./quote.queries.ts";
import { refusals } from "./refusals.ts";

type Needs = Pick<FlashSaleNeeds, "setAside"> & Pick<PricingNeeds, "priceLinesOf">;

/** Units are set aside before a sale is written: nothing is promised that is not there. */
export const flashSaleCommands = (db: Database, { setAside, priceLinesOf }: Needs) => {
  const check = async (id: FlashSaleId, request: FlashSaleChange): Promise<SaleTerms> => {
    const skus = [...new Set(request.items.map(({ sku }) => sku))];
    const [known, now] = await Promise.all([priceLinesOf(skus, "en"), databaseTime(db)]);
    const terms = termsOf(request, known, now);
    if (isRefusal(terms)) throw new Refused(terms);
    await refuseClash(db, id, terms);
    const short = new Map((await setAside(id, terms.items)).map((one) => [one.sku, one]));
    if (short.size > 0)
      throw new Refused({
        ...refusals.saleShortOfStock,
        field: placeOf(terms, new Set(short.keys()), "quantity"),
        detail: { lines: [...short.values()] },
      });
    return terms;
  };

  return {
    /** The client's id is what makes it one sale, however often it is asked for. */
    schedule: async ({ id, ...request }: FlashSaleRequest): Promise<FlashSale> => {
      const hash = hashOf(request);
      const known = await findScheduled(db, id, hash);
      if (known) return sameOr(known);
      const terms = await check(id, request);
      return transact(db, async (tx) => {
        await lockScheduling(tx);
        const meanwhile = await findScheduled(tx, id, hash);
        if (meanwhile) return sameOr(meanwhile);
        await refuseClash(tx, id, terms);
        if (!(await insertSale(tx, id, hash, terms))) throw new Refused(refusals.saleInThePast);
        return tellScheduled(tx, id);
      });
    },

    change: async (
      id: FlashSaleId,
      revision: number,
      request: FlashSaleChange,
    ): Promise<FlashSale> => {
      const sale = await findSale(db, id);
      const refusal = changeable(sale, revision);
      if (refusal) throw new Refused(refusal);
      const terms = await check(id, request);
      return transact(db, async (tx) => {
        await lockScheduling(tx);
        await refuseClash(tx, id, terms);
        if (await updateSale(tx, id, revision, terms)) return tellScheduled(tx, id);
        const now = await findSale(tx, id);
        throw new Refused(changeable(now, revision) ?? refusals.saleInThePast);
      });
    },

    /** Nobody else may begin to buy. Asked twice, it is done once. */
    cancel: (id: FlashSaleId, revision: number): Promise<FlashSale> =>
      transact(db, async (tx) => {
        const isDone = await cancelSale(tx, id, revision);
        const sale = await findSale(tx, id);
        if (!sale) throw new Refused(refusals.noSuchSale);
        if (isDone) {
          const said = { flashSaleId: id, reason: "Cancelled" as const, revision: sale.revision };
          await publish(tx, [FlashSaleEnded(said)]);
        } else if (sale.revision !== revision) throw new Refused(stale);
        else if (sale.status !== "Cancelled") throw new Refused(refusals.saleOver);
        return sale;
      }),
  };
};
export type FlashSaleCommands = ReturnType<typeof flashSaleCommands>;

const endingMax = 50;

/** Says of each sale whose time is over that it is. Answers whether there may be more. */
export const endSales = (db: Database): Promise<boolean> =>
  transact(db, async (tx) => {
    const ended = await endOverdue(tx, endingMax);
    await publish(
      tx,
      ended.map((sale) => FlashSaleEnded({ ...sale, reason: "Over" })),
    );
    return ended.length === endingMax;
  });

const sameOr = ({ sale, isSame }: Readonly<{ sale: FlashSale; isSame: boolean }>): FlashSale => {
  if (!isSame) throw new Refused(refusals.scheduledOtherwise);
  return sale;
};

const changeable = (sale: FlashSale | undefined, revision: number): Refusal | undefined => {
  if (!sale) return refusals.noSuchSale;
  if (sale.revision !== revision) return stale;
  return sale.status === "Scheduled" ? undefined : refusals.saleBegun;
};

const refuseClash = async (db: Queries, id: FlashSaleId, terms: SaleTerms): Promise<void> => {
  const taken = await findClashes(db, id, terms);
  if (taken.size > 0)
    throw new Refused({ ...refusals.saleOverlaps, field: placeOf(terms, taken, "sku") });
};

const tellScheduled = async (tx: Queries, id: FlashSaleId): Promise<FlashSale> => {
  const sale = await findSale(tx, id);
  if (!sale) throw new Refused(refusals.noSuchSale);
  const { id: flashSaleId, status: _, createdAt: __, ...terms } = sale;
  await publish(tx, [FlashSaleScheduled({ flashSaleId, ...terms })]);
  return sale;
};

// Field by field in the contract's order: the same wish is the same text.
const hashOf = (request: FlashSaleChange): string => {
  const { name, startsAt, endsAt, limitPerCustomer, hasWaitingRoom, items } = request;
  const wish = [
    [name.en, name.zh],
    [Date.parse(startsAt), Date.parse(endsAt), limitPerCustomer, hasWaitingRoom],
    items.map(({ sku, quantity, salePrices: { USD, EUR, GBP, JPY, CNY } }) => [
      [sku, quantity],
      [USD, EUR, GBP, JPY, CNY],
    ]),
  ];
  return createHash("sha256").update(JSON.stringify(wish)).digest("base64url");
};
