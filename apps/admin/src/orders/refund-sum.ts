import type { Order, StockLine } from "@wares/contracts";

/** How many pieces of each line are given back, by the line's number in the order. */
export type Pieces = Readonly<Record<number, number>>;

export const refundable = ({ total, refundedTotal }: Pick<Order, "total" | "refundedTotal">) =>
  total.amount - refundedTotal.amount;

/** What the chosen pieces cost, never above what is left to give back. */
export const proposedRefund = (order: Order, pieces: Pieces): number => {
  const goods = order.items.reduce(
    (sum, { id, unitPrice }) => sum + unitPrice.amount * (pieces[id] ?? 0),
    0,
  );
  return Math.min(goods, refundable(order));
};

export const restockLines = (order: Order, pieces: Pieces): StockLine[] =>
  order.items.flatMap(({ id, sku }) => {
    const quantity = pieces[id] ?? 0;
    return quantity > 0 ? [{ sku, quantity }] : [];
  });
