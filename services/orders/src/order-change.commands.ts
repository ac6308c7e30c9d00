import type { OrderId, UserId } from "@wares/contracts";
import { isRefusal, Refused, type Refusal } from "@wares/platform";
import { transact, type Database } from "@wares/platform/database";
import { buyerIdsOf, hasStaffRole, stale, type Principal } from "@wares/platform/http";
import { carryOut, type Asked } from "./order.commands.ts";
import { addToTimeline, lockOrders } from "./order.store.ts";
import type { OrderState } from "./order-state.ts";
import type { OrderCommand } from "./order.ts";
import { refusals } from "./refusals.ts";

/** The revision somebody read, where they say it: their change is for that and no other. */
export type Condition = Readonly<{ revision?: number | undefined }>;

/** What people do to orders, one at a time. */
export const orderCommands = (db: Database) => {
  const handle = (asked: Asked): Promise<OrderState> =>
    transact(db, async (tx) => {
      const [answer] = await carryOut(tx, [asked]);
      if (answer === undefined || isRefusal(answer)) throw new Refused(answer ?? refusals.notFound);
      return answer;
    });

  const unlessStale =
    ({ revision }: Condition) =>
    (order: OrderState): Refusal | undefined =>
      revision === undefined || revision === order.revision ? undefined : stale;

  return {
    /** By the shopper their own, by staff anybody's; somebody else's is not there. */
    cancel: (
      orderId: OrderId,
      principal: Principal,
      { revision, note }: Condition & Readonly<{ note?: string | undefined }>,
    ): Promise<OrderState> => {
      const { userId } = principal;
      const isStaff = hasStaffRole(principal);
      const reason = isStaff ? "StaffRequest" : "CustomerRequest";
      const actor = { by: isStaff ? "Staff" : "Shopper", ...(userId && { userId }) } as const;
      const check = unlessStale({ revision });
      return handle({
        orderId,
        command: { type: "cancel", reason },
        actor,
        unless: (order) =>
          isStaff || buyerIdsOf(principal).includes(order.buyerId)
            ? check(order)
            : refusals.notFound,
        ...(note && { text: note }),
      });
    },

    /** Processing, shipment, delivery and refunds, by a member of staff. */
    asStaff: (
      orderId: OrderId,
      command: OrderCommand,
      userId: UserId,
      condition: Condition = {},
    ): Promise<OrderState> =>
      handle({
        orderId,
        command,
        actor: { by: "Staff", userId },
        unless: unlessStale(condition),
      }),

    /** Seen by staff alone; the order itself does not change. */
    note: (orderId: OrderId, text: string, byUserId: UserId): Promise<void> =>
      transact(db, async (tx) => {
        const orders = await lockOrders(tx, [orderId]);
        if (!orders.has(orderId)) throw new Refused(refusals.notFound);
        const entry = {
          orderId,
          kind: "Note",
          by: "Staff",
          byUserId,
          text,
          isInternal: true,
        } as const;
        await addToTimeline(tx, [entry]);
      }),
  };
};
export type OrderCommands = ReturnType<typeof orderCommands>;
