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

type Telling<Template extends OrderTemplate, Data> = Readonly<{
  template: Template;
  events: readonly Delivered<Data>[];
  newsOf: (data: Data) => OrderNews<Template>;
  /** Whose orders they are, where that is known already. */
  known?: ReadonlyMap<OrderId, OrderOwner>;
}>;

const telling = ({ orders, recipients, post }: Needed) => {
  const peopleOf = (tx: Queries, owners: readonly OrderOwner[], template: OrderTemplate) =>
    courtesies.has(template)
      ? recipients.find(
          tx,
          owners.map(({ userId }) => userId),
        )
      : undefined;

  const tell = async <Template extends OrderTemplate, Data extends { orderId: OrderId }>(
    tx: Queries,
    { template, events, newsOf, known }: Telling<Template, Data>,
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
  return tell;
};

export const orderSubscriptions = (needed: Needed): readonly Subscription[] => {
  const { orders } = needed;
  const tell = telling(needed);
  const nothingMore = () => undefined;

  return [
    on(OrderCreated, async (events, tx) => {
      const added = await orders.add(
        tx,
        events.map(({ data }) => data),
      );
      const owners = new Map(added.map((owner) => [owner.orderId, owner]));
      await tell(tx, {
        template: "order-confirmation",
        events,
        newsOf: nothingMore,
        known: owners,
      });
    }),
    on(OrderPaid, (events, tx) =>
      tell(tx, { template: "payment-received", events, newsOf: ({ total }) => ({ total }) }),
    ),
    on(OrderPaymentFailed, (events, tx) =>
      tell(tx, { template: "payment-failed", events, newsOf: nothingMore }),
    ),
    on(OrderShipped, (events, tx) =>
      tell(tx, {
        template: "shipped",
        events,
        newsOf: ({ carrier, service, trackingNumber }) => ({ carrier, service, trackingNumber }),
      }),
    ),
    on(OrderDelivered, (events, tx) =>
      tell(tx, { template: "delivered", events, newsOf: nothingMore }),
    ),
    on(OrderCancelled, (events, tx) =>
      tell(tx, { template: "cancelled", events, newsOf: ({ reason }) => ({ reason }) }),
    ),
    on(OrderRefunded, (events, tx) =>
      tell(tx, {
        template: "refunded",
        events,
        newsOf: ({ amount, isFull }) => ({ amount, isFull }),
      }),
    ),
  ];
};
