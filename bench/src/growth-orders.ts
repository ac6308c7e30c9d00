import { lagOfPaid } from "./audit.store.ts";
import { auditBooks } from "./books.ts";
import { runClosedLoop } from "./closed-loop.ts";
import { freeGib, lackOfRoom, ORDER_BYTES } from "./disk-room.ts";
import { fillHistory, makeTemplates } from "./fill-history.ts";
import { measureReads } from "./growth-reads.ts";
import { renderGrowth, type Column } from "./growth-table.ts";
import { databaseBytes, tidyUp } from "./history.store.ts";
import { openGround } from "./open-ground.ts";
import type { Options } from "./options.ts";
import { prepareOrders, settle, skusOf } from "./order-loads.ts";
import { makeBaskets, placeOrder } from "./orders.ts";
import { buying, untilPaid, type Paying } from "./paid-orders.ts";
import { shopClient } from "./shop-client.ts";
import { startShop, type Shop } from "./shop.ts";
import { slowerStatements, type Slower } from "./slower-statements.ts";
import {
  askForStatements,
  countStatements,
  statements,
  type Statement,
} from "./statements.store.ts";
import { connectTo } from "./connection.ts";

const CLIENTS = 64;
const SKUS = 200;
const BASKETS = 100;
const QUIET_SECONDS_MAX = 60;

/** Orders with their payment for a while, then each of the reads: the same at every size. */
const measureSize = async (paying: Paying, folder: string): Promise<Column["values"]> => {
  const { ground, buyers, payable } = paying;
  const { shop, db, seconds } = ground;
  const client = shopClient(shop.origin, CLIENTS);
  try {
    const load = { clients: CLIENTS, warmUpSeconds: 0 };
    await runClosedLoop({ ...load, seconds: Math.min(2, seconds / 2) }, buying(paying, client));
    await untilPaid(ground, payable, Date.now());
    await settle(ground);
    await countStatements(db);
    const [from, before, used] = [new Date(), payable.length, shop.processorSeconds()];
    const { perSecond, tally } = await runClosedLoop({ ...load, seconds }, buying(paying, client));
    for (const [kind, count] of tally.failures) ground.complain(`growth: ${count} times ${kind}`);
    await untilPaid(ground, payable, from.getTime());
    await settle(ground);
    const each = ((shop.processorSeconds() - used) * 1000) / (payable.length - before);
    const lag = await lagOfPaid(db, from);
    const [quoted, buyerToken] = [buyers.quoted[0], buyers.tokens[0]];
    if (!quoted || !buyerToken) throw new Error("There is nobody to look at their orders.");
    const { orderId } = await placeOrder(client, ground.book, quoted, buyerToken);
    return {
      orders_paid_per_s: perSecond,
      processor_ms: each,
      order_p99_ms: tally.latencies.percentileMs(99),
      lag_p99_ms: lag.p99,
      ...(await measureReads({ folder, origin: shop.origin, buyerToken, orderId })),
      shop_mib: shop.memory().shopMib,
      disk_gib: (await databaseBytes(db)) / 2 ** 30,
    };
  } finally {
    await client.close();
  }
};

/** A shop whose database tells which of its statements took how long. */
const startWatched = async (folder: string): Promise<Shop> => {
  const first = await startShop(folder);
  const db = await connectTo(first.databaseUrl);
  try {
    await askForStatements(db);
  } finally {
    await db.end();
    await first.stop();
  }
  const shop = await startShop(folder);
  await shop.untilQuiet(QUIET_SECONDS_MAX);
  return shop;
};

export type Growth = Readonly<{
  columns: readonly Column[];
  slower: readonly Slower[];
  faults: readonly string[];
  /** Why there are no more columns. */
  stopped?: string;
  postgresVersion: string;
}>;

export const growOrders = async (
  folder: string,
  { pastOrders = [], seconds, sustainSeconds }: Options,
  say: (line: string) => void,
): Promise<Growth> => {
  const shop = await startWatched(folder);
  const faults: string[] = [];
  const complain = (fault: string) => void faults.push(fault);
  const ground = await openGround(shop, { seconds, sustainSeconds, say, complain });
  try {
    const skus = await skusOf(ground, SKUS);
    const buyers = await prepareOrders(ground, skus, makeBaskets(skus, BASKETS));
    const paying: Paying = { ground, buyers, payable: [] };
    await makeTemplates(paying);

    const columns: Column[] = [];
    const seen: (readonly Statement[])[] = [];
    const total = pastOrders.at(-1) ?? 0;
    let have = 0;
    let stopped: string | undefined;
    for (const size of pastOrders) {
      const step = { what: "past orders", size, bytes: (size - have) * ORDER_BYTES };
      stopped = lackOfRoom(step, freeGib(folder));
      if (stopped) break;
      say(`  to ${size.toLocaleString("en")} past orders`);
      have = await fillHistory(ground, { folder, have, upTo: size, total });
      await tidyUp(ground.db);
      await settle(ground);
      const column = { size: have, values: await measureSize(paying, folder) };
      columns.push(column);
      seen.push(await statements(ground.db));
      // At once: who waits for the next size for half an hour has this one meanwhile.
      say(`${renderGrowth("Past orders", [column])}\n`);
      if (have < size) break;
    }
    faults.push(...(await auditBooks(ground, { history: have })));
    const slower = slowerStatements(seen[0] ?? [], seen.at(-1) ?? []);
    return {
      columns,
      slower,
      faults,
      ...(stopped && { stopped }),
      postgresVersion: ground.postgresVersion,
    };
  } finally {
    await ground.db.end();
    await shop.stop();
  }
};
