import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type pg from "pg";
import { bareTables } from "./bare-shop.store.ts";
import { startChild } from "./children.ts";
import { runClosedLoop } from "./closed-loop.ts";
import type { Sku } from "@wares/contracts";
import { makeBaskets, orderBook, placeOrder } from "./orders.ts";
import { random } from "./random.ts";
import type { Figure } from "./report.ts";
import { shopClient } from "./shop-client.ts";
import { connectTo } from "./connection.ts";

const CLIENTS = 128;
const SKUS = 400;
const BASKETS = 300;
const START_MS_MAX = 20_000;

const skus = Array.from({ length: SKUS }, (_, nth) => `THING-${nth}` as Sku);

const prepare = async (db: pg.Client): Promise<void> => {
  await db.query("drop schema if exists bench_bare cascade");
  await db.query(bareTables.replace("$skus$", `'{${skus.join()}}'::text[]`));
};

const portOf = async (child: ReturnType<typeof startChild>): Promise<number> => {
  const giveUpAt = Date.now() + START_MS_MAX;
  for (;;) {
    const port = /listening on (\d+);/.exec(child.tail())?.[1];
    if (port) return Number(port);
    if (child.hasEnded() || Date.now() > giveUpAt)
      throw new Error(`The bare shop does not start:\n${child.tail()}`);
    await pause(10);
  }
};

/** The most orders that HTTP, Node and PostgreSQL do here at all: nothing but their rows, in batches. */
export const measureBare = async (databaseUrl: string, seconds: number): Promise<Figure> => {
  const db = await connectTo(databaseUrl);
  await prepare(db);
  const child = startChild(
    fileURLToPath(new URL("./bare-shop.ts", import.meta.url)),
    [databaseUrl],
    {},
  );
  try {
    const client = shopClient(`http://127.0.0.1:${await portOf(child)}`, CLIENTS);
    const [dice, book] = [random(2_000), orderBook()];
    const baskets = makeBaskets(skus, BASKETS).map((basket) => ({
      basket,
      bodyAfterId: JSON.stringify({ ...basket, email: "load@example.com", ...address }).slice(1),
    }));
    const { perSecond } = await runClosedLoop(
      { clients: CLIENTS, seconds, warmUpSeconds: Math.min(1, seconds / 4) },
      async () => (await placeOrder(client, book, dice.pick(baskets), "nobody")).outcome,
    );
    await client.close();
    const { rows } = await db.query<{ count: number }>(
      "select count(*)::int as count from bench_bare.orders",
    );
    if (rows[0]?.count !== book.placed.length)
      throw new Error(`Bare orders: ${book.placed.length} answered, ${rows[0]?.count} are there.`);
    return {
      group: "PostgreSQL itself (yardsticks)",
      key: "bare_orders_per_s",
      label: "rows of an order over bare HTTP",
      value: perSecond,
      unit: "/s",
      remark: `${CLIENTS} clients, in batches, nothing checked, priced or told`,
    };
  } finally {
    await child.stop();
    await db.query("drop schema if exists bench_bare cascade");
    await db.end();
  }
};

// As long as the body of an order in the shop.
const address = {
  currency: "USD",
  language: "en",
  shippingMethodId: "00000000-0000-7000-8000-000000000000",
  quoteVersion: "0".repeat(32),
  shippingAddress: {
    country: "US",
    state: "OR",
    postalCode: "97201",
    firstName: "Load",
    lastName: "Generator",
    addressLine1: "1 Loopback Lane",
    city: "Portland",
    phone: "",
  },
};
