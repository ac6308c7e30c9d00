import {
  CartAbandoned,
  ProductAddedToCart,
  ProductRemovedFromCart,
  type BuyerId,
  type Currency,
  type GuestId,
  type ProductId,
  type StockLine,
  type UserId,
} from "@wares/contracts";
import { Refused } from "@wares/platform";
import { publish, transact, type Database, type Queries } from "@wares/platform/database";
import type { CartNeeds } from "./cart.needs.ts";
import {
  addLine,
  countLines,
  hasCart,
  linesMax,
  mergeCarts,
  quantityOf,
  setCoupon,
  setLine,
  takeQuietCarts,
  touch,
} from "./cart.store.ts";
import { refusals } from "./refusals.ts";

export type Shopper = Readonly<{ buyerId: BuyerId; userId?: UserId; guestId?: GuestId }>;

const quietMax = 200;

export const cartCommands = (db: Database, { linesOf }: CartNeeds) => {
  const productOf = async ({ sku }: StockLine) => {
    const line = (await linesOf([sku], "en")).get(sku);
    if (!line?.isActive) throw new Refused(refusals.notSold);
    return line.productId;
  };
  /** Every change: the cart exists, is ours alone until we commit, and holds what the guest had. */
  const change = <Result>(
    shopper: Shopper,
    currency: Currency,
    work: (tx: Queries) => Promise<Result>,
  ) =>
    transact(db, async (tx) => {
      await touch(tx, shopper, currency);
      if (shopper.userId && shopper.guestId) await mergeCarts(tx, shopper.guestId, shopper.userId);
      return work(tx);
    });

  return {
    add: async (shopper: Shopper, currency: Currency, line: StockLine) => {
      const productId = await productOf(line);
      await change(shopper, currency, async (tx) => {
        if ((await countLines(tx, shopper.buyerId, line.sku)) >= linesMax)
          throw new Refused(refusals.full);
        await addLine(tx, shopper.buyerId, line);
        await publish(tx, [ProductAddedToCart({ ...who(shopper), productId, ...line })]);
      });
    },

    /** Zero takes it out. Said again, nothing changes and nothing is told. */
    setQuantity: async (shopper: Shopper, currency: Currency, line: StockLine) => {
      const known = (await linesOf([line.sku], "en")).get(line.sku);
      if (line.quantity > 0 && !known?.isActive) throw new Refused(refusals.notSold);
      await change(shopper, currency, (tx) => setTo(tx, shopper, line, known?.productId));
    },

    useCoupon: (shopper: Shopper, currency: Currency, code: string | null) =>
      change(shopper, currency, (tx) => setCoupon(tx, shopper.buyerId, code)),

    /** The guest's cart joins the user's, if both came along and there is one. */
    merge: async ({ userId, guestId, buyerId }: Shopper, currency: Currency) => {
      if (!userId || !guestId || !(await hasCart(db, guestId))) return;
      await change({ buyerId, userId, guestId }, currency, async () => {});
    },

    sayAbandoned: () =>
      transact(db, async (tx) => {
        const quiet = await takeQuietCarts(tx, quietMax);
        const events = quiet
          .filter(({ lines }) => lines.length > 0)
          .map(({ buyerId, isUser, currency, lines }) =>
            CartAbandoned({
              buyerId,
              ...(isUser && { userId: buyerId as UserId }),
              currency,
              lines,
            }),
          );
        await publish(tx, events);
        return quiet.length;
      }),
  };
};
export type CartCommands = ReturnType<typeof cartCommands>;

const who = ({ buyerId, userId }: Shopper) => ({ buyerId, ...(userId && { userId }) });

const setTo = async (
  tx: Queries,
  shopper: Shopper,
  line: StockLine,
  productId: ProductId | undefined,
): Promise<void> => {
  const { sku, quantity } = line;
  const before = await quantityOf(tx, shopper.buyerId, sku);
  const more = quantity - before;
  if (more === 0) return;
  if (before === 0 && (await countLines(tx, shopper.buyerId, sku)) >= linesMax)
    throw new Refused(refusals.full);
  await setLine(tx, shopper.buyerId, line);
  if (!productId) return;
  const changed = { ...who(shopper), productId, sku, quantity: Math.abs(more) };
  await publish(tx, [more > 0 ? ProductAddedToCart(changed) : ProductRemovedFromCart(changed)]);
};
