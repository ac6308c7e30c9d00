import { setTimeout as sleep } from "node:timers/promises";
import { OrderPaid } from "@wares/contracts";
import { createLog } from "@wares/platform";
import { publish, transact } from "@wares/platform/database";
import { runLive } from "@wares/platform/run";
import { testDatabase } from "@wares/testkit/database";
import { testServer, testTools } from "@wares/testkit/tools";
import { expect, test } from "vitest";
import { buyerId, item, total } from "./order.examples.ts";
import { ordersService } from "./orders.service.ts";
import { guest, neighbours, numbered, wish } from "./shop.examples.ts";

test("an open page hears what becomes of its order, and of no other", async () => {
  await using db = await testDatabase("orders");
  const live = runLive(db, createLog("silent"));
  const orders = ordersService({ ...testTools(db), live }, neighbours().needs);
  const app = await testServer([orders.service], () => guest(1));
  for (const nth of [1, 2])
    await app.inject({ method: "POST", url: "/api/v1/orders", payload: wish(nth) });
  const base = await app.listen({ port: 0, host: "127.0.0.1" });

  const stop = new AbortController();
  const url = `${base}/api/v1/orders/${numbered(1)}/live`;
  const { body } = await fetch(url, { signal: stop.signal });
  let heard = "";
  const listening = (async () => {
    for await (const chunk of body ?? []) heard += Buffer.from(chunk).toString();
  })().catch(() => {});
  await expect.poll(() => heard).toContain('"status":"Pending"');

  // The stream reads from now on: what was said before it began to listen is not news.
  await sleep(300);
  await transact(db, async (tx) => {
    await tx.query("update orders.orders set status = 'Paid', revision = 2");
    const paid = (nth: number) =>
      OrderPaid({ orderId: numbered(nth), buyerId, items: [item], total });
    await publish(tx, [paid(1), paid(2)]);
  });
  await expect.poll(() => heard, { timeout: 5_000 }).toContain('"status":"Paid"');
  await sleep(100);
  expect(heard.match(/data: /g)).toHaveLength(2);
  stop.abort();
  await listening;
  await live.close();
  app.server.closeAllConnections();
  await app.close();
});
