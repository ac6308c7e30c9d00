import {
  OrderCancelled,
  OrderCreated,
  OrderDelivered,
  OrderPaid,
  OrderPaymentFailed,
  OrderRefunded,
  OrderShipped,
  type OrderId,
} from "@wares/contracts";
import { on, type Delivered, type Subscription } from "@wares/platform";
import type { Queries } from "@wares/platform/database";
import type { OrderNews, OrderTemplate } from "./order-news.ts";
import type { OrderOwner, OrderStore } from "./order.store.ts";
import type { NewsDraft, Post } from "./post.commands.ts";
import type { RecipientStore } from "./recipient.store.ts";

type Needed = Readonly<{ orders: OrderStore; recipients: RecipientStore; post: Post }>;

/**
 * What is owed always goes: the order, its money, its end. News of the parcel is a courtesy, and goes to
 * whoever left `emailNotifications` on; a guest has no preferences, and gets it.
 */
const courtesies: ReadonlySet<string> = new Set<OrderTemplate>(["shipped", "delivered"]);

export const orderSubscriptions = ({
  orders,
  recipients,
  post,
}: Needed): readonly Subscription[] => {
  const peopleOf = (tx: Queries, owners: readonly OrderOwner[], template: OrderTemplate) =>
    courtesies.has(template)
      ? recipients.find(
          tx,
          owners.map(({ userId }) => userId),
        )
      : undefined;

  const tell = async <Template extends OrderTemplate, Data extends { orderId: OrderId }>(
    tx: Queries,
    events: readonly Delivered<Data>[],
    template: Template,
    newsOf: (data: Data) => OrderNews<Template>,
    known?: ReadonlyMap<OrderId, OrderOwner>,
  ): Promise<void> => {
    const owners =
      known ??
      (await orders.owners(
        tx,
        events.map(({ data }) => data.orderId),
      ));
    const people = await peopleOf(tx, [...owners.values()], template);
    const drafts = events.flatMap(({ eventId, data }): NewsDraft[] => {
      const owner = owners.get(data.orderId);
      if (!owner) return [];
      const isWanted = people?.get(owner.userId ?? "")?.emailNotifications ?? true;
      return [{ ...owner, eventId, template, news: newsOf(data), isWanted }];
    });
    await post.news(tx, drafts);
  };
  const nothingMore = () => undefined;

  return [
    on(OrderCreated, async (events, tx) => {
      const added = await orders.add(
        tx,
        events.map(({ data }) => data),
      );
      const owners = new Map(added.map((owner) => [owner.orderId, owner]));
      await tell(tx, events, "order-confirmation", nothingMore, owners);
    }),
    on(OrderPaid, (events, tx) => tell(tx, events, "payment-received", ({ total }) => ({ total }))),
    on(OrderPaymentFailed, (events, tx) => tell(tx, events, "payment-failed", nothingMore)),
    on(OrderShipped, (events, tx) =>
      tell(tx, events, "shipped", ({ carrier, service, trackingNumber }) => ({
        carrier,
        service,
        trackingNumber,
      })),
    ),
    on(OrderDelivered, (events, tx) => tell(tx, events, "delivered", nothingMore)),
    on(OrderCancelled, (events, tx) => tell(tx, events, "cancelled", ({ reason }) => ({ reason }))),
    on(OrderRefunded, (events, tx) =>
      tell(tx, events, "refunded", ({ amount, isFull }) => ({ amount, isFull })),
    ),
  ];
};
