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
import type { Letter } from "./letter.ts";
import {
  cancelled,
  delivered,
  orderConfirmation,
  paymentFailed,
  paymentReceived,
  refunded,
  shipped,
  type Addressed,
} from "./order-letters.ts";
import type { OrderStore } from "./order.store.ts";
import type { Draft, Post } from "./post.commands.ts";
import type { RecipientStore } from "./recipient.store.ts";
import type { ShopLinks } from "./shop-links.ts";

type Needed = Readonly<{
  orders: OrderStore;
  recipients: RecipientStore;
  post: Post;
  links: ShopLinks;
}>;

/**
 * What is owed always goes: the order, its money, its end. News of the parcel is a courtesy, and goes to
 * whoever left `emailNotifications` on; a guest has no preferences, and gets it.
 */
const courtesies: ReadonlySet<string> = new Set(["shipped", "delivered"]);

export const orderSubscriptions = ({
  orders,
  recipients,
  post,
  links,
}: Needed): readonly Subscription[] => {
  const writeAbout = async <Data extends { orderId: OrderId }>(
    tx: Queries,
    events: readonly Delivered<Data>[],
    template: string,
    write: (addressed: Addressed, data: Data) => Letter,
  ): Promise<void> => {
    const known = await orders.find(
      tx,
      events.map(({ data }) => data.orderId),
    );
    const people = await recipients.find(
      tx,
      [...known.values()].map(({ userId }) => userId),
    );
    const drafts = events.flatMap(({ eventId, data }): Draft[] => {
      const order = known.get(data.orderId);
      if (!order) return [];
      const { contact, userId, orderId } = order;
      const url = links.order(contact.language, orderId);
      const letter = write({ order, url, shopUrl: links.base }, data);
      const wantsNews = people.get(userId ?? "")?.emailNotifications ?? true;
      const isWanted = wantsNews || !courtesies.has(template);
      return [{ eventId, template, to: contact.email, userId, orderId, letter, isWanted }];
    });
    await post(tx, drafts);
  };

  return [
    on(OrderCreated, async (events, tx) => {
      await orders.add(
        tx,
        events.map(({ data }) => data),
      );
      await writeAbout(tx, events, "order-confirmation", orderConfirmation);
    }),
    on(OrderPaid, (events, tx) =>
      writeAbout(tx, events, "payment-received", (addressed, { total }) =>
        paymentReceived(addressed, total),
      ),
    ),
    on(OrderPaymentFailed, (events, tx) => writeAbout(tx, events, "payment-failed", paymentFailed)),
    on(OrderShipped, (events, tx) => writeAbout(tx, events, "shipped", shipped)),
    on(OrderDelivered, (events, tx) => writeAbout(tx, events, "delivered", delivered)),
    on(OrderCancelled, (events, tx) =>
      writeAbout(tx, events, "cancelled", (addressed, { reason }) => cancelled(addressed, reason)),
    ),
    on(OrderRefunded, (events, tx) =>
      writeAbout(tx, events, "refunded", (addressed, { amount, isFull }) =>
        refunded(addressed, amount, isFull),
      ),
    ),
  ];
};
