import type { OrderEvent, OrderId, UserId } from "@wares/contracts";
import { isRefusal, type OwnCommand, type Refusal } from "@wares/platform";
import { alongCommit, publish, type Queries } from "@wares/platform/database";
import {
  CancelOrder,
  ConfirmOrder,
  FailPayment,
  FailRefund,
  PayOrder,
  SettleRefund,
  type OwnOrderCommand,
} from "./own-commands.ts";
import { addToTimeline, lockOrders, saveOrders, type NewEntry } from "./order.store.ts";
import type { OrderState } from "./order-state.ts";
import { decide, evolve, type OrderCommand } from "./order.ts";
import { refusals } from "./refusals.ts";

export type Actor = Readonly<{ by: "Shopper" | "Staff" | "Shop"; userId?: UserId }>;
export type Asked = Readonly<{
  orderId: OrderId;
  command: OrderCommand;
  actor: Actor;
  /** Words that go along into the timeline. */
  text?: string;
  /** What it was paid with. */
  method?: string;
  /** The asker's own condition, judged on the locked order. */
  unless?: (order: OrderState) => Refusal | undefined;
}>;

/** The life of many commands in one transaction: lock, decide each in its turn, save, publish. */
export const carryOut = async (
  tx: Queries,
  asked: readonly Asked[],
): Promise<readonly (OrderState | Refusal)[]> => {
  const ids = [...new Set(asked.map(({ orderId }) => orderId))];
  const whole = asked.filter(({ command: { type } }) => type !== "confirm");
  const wholeIds = [...new Set(whole.map(({ orderId }) => orderId))];
  const orders = new Map(await lockOrders(tx, ids, wholeIds));
  const changed = new Set<OrderId>();
  const said: OrderEvent[] = [];
  const entries: NewEntry[] = [];
  const methods = new Map<OrderId, string>();

  const one = ({ orderId, command, actor, text, method, unless }: Asked): OrderState | Refusal => {
    const order = orders.get(orderId);
    if (!order) return refusals.notFound;
    const outcome = unless?.(order) ?? decide(order, command);
    if (isRefusal(outcome)) return outcome;
    const next = outcome.reduce(evolve, order);
    orders.set(orderId, next);
    if (outcome.length > 0) changed.add(orderId);
    if (method) methods.set(orderId, method);
    said.push(...outcome);
    entries.push(...outcome.map((event) => entryOf(event, actor, text)));
    return next;
  };
  const answers = asked.map(one);
  const saved = [...orders.values()].filter(({ orderId }) => changed.has(orderId));
  // Sent together: the connection keeps their order, and they stand or fall with the transaction.
  await alongCommit(tx, [
    saveOrders(tx, saved, methods),
    addToTimeline(tx, entries),
    publish(tx, said),
  ]);
  return answers;
};

/** orders.order_payment_failed is PaymentFailed in a timeline. */
export const entryOf = (event: OrderEvent, { by, userId }: Actor, text?: string): NewEntry => {
  const words = event.type.replace("orders.order_", "").split("_");
  const kind = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
  const reason = "reason" in event.data ? event.data.reason : undefined;
  const said = text ?? reason;
  return {
    orderId: event.data.orderId,
    kind,
    by,
    isInternal: kind === "RefundFailed",
    ...(userId && { byUserId: userId }),
    ...(said && { text: said }),
  };
};

const commandOf = (own: OwnOrderCommand): OrderCommand => {
  switch (own.type) {
    case "orders.confirm":
      return { type: "confirm" };
    case "orders.pay":
      return { type: "pay" };
    case "orders.fail_payment":
      return { type: "failPayment", reason: own.data.reason };
    case "orders.cancel":
      return { type: "cancel", reason: own.data.reason };
    case "orders.settle_refund":
      return { type: "settleRefund", refundId: own.data.refundId, amount: own.data.amount };
    case "orders.fail_refund":
      return { type: "failRefund", refundId: own.data.refundId, reason: own.data.reason };
  }
};

// A refusal means that the shopper or staff were faster: the saga hears of that by their event.
const carryOutOwn: OwnCommand = async (commands, tx) => {
  // The runner hands over only what the saga built with these very definitions.
  const own = commands as readonly OwnOrderCommand[];
  await carryOut(
    tx,
    own.map((one) => ({
      orderId: one.data.orderId,
      command: commandOf(one),
      actor: { by: "Shop" },
      ...(one.type === "orders.pay" && one.data.method && { method: one.data.method }),
    })),
  );
};

export const ownCommands: Readonly<Record<string, OwnCommand>> = Object.fromEntries(
  [ConfirmOrder, PayOrder, FailPayment, CancelOrder, SettleRefund, FailRefund].map(({ type }) => [
    type,
    carryOutOwn,
  ]),
);
