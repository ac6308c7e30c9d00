import type { BuyerId, OrderId } from "@wares/contracts";
import { isOrderKey, type Keys } from "./keys.ts";
import { buyerIdsOf, hasStaffRole, type Principal } from "./principal.ts";

/** Who wants to read an order, and the key that a guest's link carries. */
export type OrderReader = Readonly<{ principal: Principal; key?: string | undefined }>;

/**
 * By what right somebody may read an order and what belongs to it; by none, it answers as a missing
 * one. The one rule for every service that keeps something about an order.
 */
export const orderRights = (
  { principal, key }: OrderReader,
  { orderId, buyerId }: Readonly<{ orderId: OrderId; buyerId: BuyerId }>,
  keys: Keys,
) => {
  const isStaff = hasStaffRole(principal);
  const isBuyer = buyerIdsOf(principal).includes(buyerId);
  const hasKey = key !== undefined && isOrderKey(keys, orderId, key);
  return { isStaff, isBuyer, mayRead: isStaff || isBuyer || hasKey };
};
