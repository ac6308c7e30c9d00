import {
  OrderCancelled,
  OrderConfirmed,
  OrderDelivered,
  OrderPaid,
  OrderPaymentFailed,
  OrderProcessingStarted,
  OrderRefunded,
  OrderShipped,
  type Order,
} from "@wares/contracts";
import type { Live } from "@wares/platform";

const types = [
  OrderConfirmed,
  OrderPaid,
  OrderProcessingStarted,
  OrderShipped,
  OrderDelivered,
  OrderCancelled,
  OrderPaymentFailed,
  OrderRefunded,
].map(({ type }) => type);

/** Sends the status now and after each change, read afresh, so that it is never older than the page. */
export const watchOrder = (
  live: Live,
  first: Order,
  send: (data: unknown) => void,
  read: () => Promise<Order>,
): (() => void) => {
  const tell = ({ status, revision, refundedTotal }: Order) =>
    send({ status, revision, refundedTotal });
  tell(first);
  // Whoever may no longer read it, or a database that is away: the page asks again by itself.
  const news = () => void read().then(tell, () => {});
  const stops = types.map((type) => live.on(type, new Set([first.id]), news));
  return () => stops.forEach((stop) => stop());
};
