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
import { on, type Delivered, type Keys, type Subscription } from "@wares/platform";
import type { Queries } from "@wares/platform/database";
import type { OrderNews, OrderTemplate } from "./order-news.ts";
import { findOwners, type OrderOwner } from "./order-owner.store.ts";
import type { NewsDraft, Post } from "./post.commands.ts";
import { addressIndex, type RecipientStore } from "./recipient.store.ts";

type Needed = Readonly<{ keys: Keys; recipients: RecipientStore; post: Post }>;

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

const telling = ({ recipients, post }: Needed) => {
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
      (await findOwners(
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
  const tell = telling(needed);
  const nothingMore = () => undefined;

  return [
    on(OrderCreated, (events, tx) =>
      tell(tx, {
        template: "order-confirmation",
        events,
        newsOf: nothingMore,
        known: new Map(events.map(({ data }) => [data.orderId, ownerOf(needed.keys, data)])),
      }),
    ),
    on(OrderPaid, (events, tx) =>
      tell(tx, { template: "payment-received", events, newsOf: nothingMore }),
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

const ownerOf = (keys: Keys, { orderId, userId, contact }: OrderCreated["data"]): OrderOwner => ({
  orderId,
  userId,
  toIndex: addressIndex(keys, contact.email),
  language: contact.language,
});
