import type { OrderCounts, StockMismatch } from "./audit.store.ts";

/** What the shop answered, as the load generator heard it. */
export type Answered = Readonly<{
  /** 201: each is a promise. */
  placed: number;
  /** No answer came: the order may be there or not. */
  unknown: number;
}>;

export type Observed = Readonly<{
  stock: readonly StockMismatch[];
  sold: readonly Readonly<{ sku: string; left: number; claimed: number }>[];
  counts: OrderCounts;
  /** How many of the orders answered 201 are in the books. */
  known: number;
  /** Messages that a reader gave up on. */
  parked: number;
}>;

/** Each way in which what is written is not what was promised. Empty: all is well. */
export const judge = (
  { stock, sold, counts, known, parked }: Observed,
  { placed, unknown }: Answered,
): readonly string[] => {
  const { orders, orderNumbers, withoutHold } = counts;
  const isTotalRight = orders >= placed && orders <= placed + unknown;
  return [
    ...stock.map(
      (one) =>
        `${one.sku}: ${one.quantity} on hand and ${one.reserved} reserved; the ledger says ` +
        `${one.ledgerQuantity} and ${one.ledgerReserved}, live holds ${one.held}`,
    ),
    ...sold.map(
      ({ sku, left, claimed }) => `${sku}: ${left} left the shelf, ${claimed} were claimed`,
    ),
    ...(isTotalRight ? [] : [`${orders} orders for ${placed} answers 201 (${unknown} unanswered)`]),
    ...(known === placed ? [] : [`${placed - known} orders that were answered 201 are not there`]),
    ...(orderNumbers === orders ? [] : [`${orders - orderNumbers} order numbers are not unique`]),
    ...(withoutHold === 0 ? [] : [`${withoutHold} orders hold no stock`]),
    ...(parked === 0 ? [] : [`${parked} messages were given up on`]),
  ];
};
