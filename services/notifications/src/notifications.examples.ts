import { readFileSync } from "node:fs";
import {
  OrderCreated,
  parse,
  UserId,
  UserRegistered,
  type Mail,
  type MailBody,
  type OrderId,
  type Role,
} from "@wares/contracts";
import { newId } from "@wares/platform";
import { publish, transact, type Database } from "@wares/platform/database";
import { settle, testServer, testTools } from "@wares/testkit/tools";
import type { Static } from "typebox";
import { notificationsService, type NotificationOptions } from "./notifications.service.ts";

const golden = (name: string): unknown =>
  JSON.parse(
    readFileSync(
      new URL(`../../../packages/contracts/golden/${name}.1.json`, import.meta.url),
      "utf8",
    ),
  );

export const order = parse(OrderCreated.data, golden("orders.order_created"));

type Said = Parameters<typeof publish>[1][number];

export const mailWorld = async (db: Database, more: Partial<NotificationOptions> = {}) => {
  const tools = testTools(db);
  // The others, as plain functions: orders, which know what they said, and may be away.
  const ordered = new Map<OrderId, OrderCreated["data"]>();
  const orders = { ordered, areAway: false, asked: 0 };
  const ordersToTell = async (orderIds: readonly OrderId[]) => {
    orders.asked += 1;
    if (orders.areAway) throw new Error("orders are away");
    return new Map([...ordered].filter(([orderId]) => orderIds.includes(orderId)));
  };
  const { service } = notificationsService(
    tools,
    { ordersToTell },
    {
      shopUrl: "https://shop.example/",
      shopAddress: "stock@shop.example",
      from: "Wares <hello@shop.example>",
      mailbox: true,
      ...more,
    },
  );
  let roles: readonly Role[] = [];
  const app = await testServer([service], () => ({ userId: newId(UserId), roles }));
  const get = async (url: string) => app.inject({ url: `/api/v1${url}` });
  const say = async (...events: readonly Said[]): Promise<void> => {
    for (const { type, data } of events)
      if (type === OrderCreated.type)
        ordered.set((data as typeof order).orderId, data as typeof order);
    await transact(db, (tx) => publish(tx, events));
    await settle(db, [service]);
  };
  return {
    tools,
    orders,
    service,
    say,
    get,
    as: (...given: readonly Role[]) => {
      roles = given;
    },
    mails: async (search = ""): Promise<Mail[]> =>
      (await get(`/mailbox/mails?limit=100&${search}`)).json().mails,
    read: async ({ id }: Pick<Mail, "id">): Promise<Static<typeof MailBody>> =>
      (await get(`/mailbox/mails/${id}`)).json(),
    /** Somebody with an account and the first preferences. */
    meet: async (language: "en" | "zh" = "en", email = "mira@example.org"): Promise<UserId> => {
      const userId = newId(UserId);
      const registeredAt = new Date().toISOString();
      const who = { userId, email, username: "mira", firstName: "Mira", language, registeredAt };
      await say(UserRegistered(who));
      return userId;
    },
    sent: async (): Promise<unknown[]> => {
      const { rows } = await db.query<{ data: unknown }>(
        "select data from platform.outbox where type = 'notifications.notification_sent'",
      );
      return rows.map(({ data }) => data);
    },
  };
};
