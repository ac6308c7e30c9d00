import { orderKey, type Service, type Tools } from "@wares/platform";
import { accountSubscriptions } from "./account.subscriptions.ts";
import { runDelivery } from "./delivery.worker.ts";
import { mailWriter, type NotificationNeeds } from "./mail.queries.ts";
import { mailboxRoutes, notificationRoutes } from "./notifications.routes.ts";
import { orderSubscriptions } from "./order.subscriptions.ts";
import { poster } from "./post.commands.ts";
import { recipientStore } from "./recipient.store.ts";
import { shopLinks } from "./shop-links.ts";
import { stockSubscriptions } from "./stock.subscriptions.ts";

export type NotificationOptions = Readonly<{
  /** Without a mail server every mail goes straight to the mailbox. */
  smtpUrl?: string | undefined;
  /** The shop's address in the world, such as https://shop.example. */
  shopUrl: string;
  /** Where the shop's own notices go. */
  shopAddress: string;
  from: string;
  /** Whether the development mailbox may be read by anybody. */
  mailbox: boolean;
  retryMs?: number;
  pollMs?: number;
}>;

/** Notifications: says in a mail what happened, once, to those who want to know. */
export const notificationsService = (
  tools: Tools,
  needs: NotificationNeeds,
  options: NotificationOptions,
) => {
  const { keys, log } = tools;
  const { smtpUrl, shopUrl, shopAddress, from, mailbox, retryMs, pollMs } = options;
  const recipients = recipientStore(keys);
  const links = shopLinks(shopUrl, (orderId) => orderKey(keys, orderId));
  const write = mailWriter({ keys, log, links }, needs);
  const desk = { tools, write };
  // With neither a server nor a mailbox, mails wait until there is one: nothing is called sent.
  const post = poster(keys, { hasServer: smtpUrl !== undefined || !mailbox });
  const delivery = smtpUrl && {
    smtpUrl,
    from,
    ...(retryMs !== undefined && { retryMs }),
    ...(pollMs !== undefined && { pollMs }),
  };

  const service: Service = {
    name: "notifications",
    routes: [
      { prefix: "/notifications", plugin: notificationRoutes(desk) },
      ...(mailbox ? [{ prefix: "/mailbox", plugin: mailboxRoutes(desk) }] : []),
    ],
    restMs: 200,
    subscriptions: [
      ...accountSubscriptions({ keys, recipients, post, links }),
      ...orderSubscriptions({ keys, recipients, post }),
      ...stockSubscriptions(post, links, shopAddress),
    ],
    ...(delivery && { work: () => runDelivery(tools, write, delivery) }),
  };
  return { service };
};
