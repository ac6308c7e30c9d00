import type { Money, RefundId, Sku, StockLine } from "@wares/contracts";
import type { Refusal } from "@wares/platform";
import { legal, type OrderState } from "./order-state.ts";
import { refusals } from "./refusals.ts";

type Request = Readonly<{
  refundId: RefundId;
  amount: Money;
  reason: string;
  restock: readonly StockLine[];
}>;

/** What is left of the total, once all refunds that are under way have succeeded. */
export const restOf = ({
  total,
  refundedTotal,
  refunds,
}: Pick<OrderState, "total" | "refundedTotal" | "refunds">): number =>
  total.amount -
  refundedTotal -
  refunds.reduce((sum, { status, amount }) => sum + (status === "Pending" ? amount : 0), 0);

/** "new", or "known" for the same refund asked again, or why not. */
export const requestRefund = (
  order: OrderState,
  { refundId, amount, reason, restock }: Request,
): "new" | "known" | Refusal => {
  const known = order.refunds.find(({ id }) => id === refundId);
  if (known) {
    const isSame = known.amount === amount.amount && known.reason === reason;
    return isSame ? "known" : refusals.refundedOtherwise;
  }
  if (!legal[order.status].includes("Refunded")) return refusals.notNow;
  if (amount.currency !== order.total.currency) return refusals.refundCurrency;
  if (amount.amount === 0) return refusals.refundNothing;
  if (amount.amount > restOf(order)) return refusals.refundTooLarge;
  return fits(order, restock) ? "new" : refusals.restockTooMany;
};

const fits = ({ items, refunds }: OrderState, restock: readonly StockLine[]): boolean => {
  const left = new Map<Sku, number>();
  const count = (lines: readonly StockLine[], sign: 1 | -1) => {
    for (const { sku, quantity } of lines) left.set(sku, (left.get(sku) ?? 0) + sign * quantity);
  };
  count(items, 1);
  for (const refund of refunds) if (refund.status !== "Failed") count(refund.restock, -1);
  count(restock, -1);
  return [...left.values()].every((quantity) => quantity >= 0);
};
