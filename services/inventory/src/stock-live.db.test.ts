import { setTimeout as sleep } from "node:timers/promises";
import { FlashSaleId } from "@wares/contracts";
import { createLog, idOf } from "@wares/platform";
import { runLive } from "@wares/platform/run";
import { testDatabase } from "@wares/testkit/database";
import { testServer, testTools } from "@wares/testkit/tools";
import { expect, test } from "vitest";
import { inventoryService } from "./inventory.service.ts";
import { cup, orderNumber, teapot, wants } from "./reservation.examples.ts";

test("an open page hears what is left of its SKUs, and of no others", async () => {
  await using db = await testDatabase("inventory");
  const live = runLive(db, createLog("silent"));
  const inventory = inventoryService({ ...testTools(db), live });
  await inventory.importStock([
    { sku: teapot, quantity: 10 },
    { sku: cup, quantity: 10 },
  ]);
  const app = await testServer([inventory.service], () => ({ roles: [] }));
  const base = await app.listen({ port: 0, host: "127.0.0.1" });

  const stop = new AbortController();
  const { body } = await fetch(`${base}/api/v1/stock/live?skus=${teapot}`, { signal: stop.signal });
  let heard = "";
  const listening = (async () => {
    for await (const chunk of body ?? []) heard += Buffer.from(chunk).toString();
  })().catch(() => {});
  await expect.poll(() => heard).toContain('{"sku":"TEAPOT-BLUE","available":10}');

  // The stream reads from now on: what was said before it began to listen is not news.
  await sleep(300);
  for (const request of [wants(1, [cup, 1]), wants(2, [teapot, 4])])
    await inventory.hold(request.orderId, request.lines, request.minutes);
  await expect
    .poll(() => heard, { timeout: 5_000 })
    .toContain('{"sku":"TEAPOT-BLUE","available":6}');
  expect(heard).not.toContain("CUP");

  // Units of a sale leave the shelf, and what becomes of them there is told elsewhere.
  const sale = idOf(FlashSaleId, "sale");
  await inventory.setAside(sale, [{ sku: teapot, quantity: 4 }]);
  const ofSale = { sku: teapot, quantity: 3, flashSaleId: sale };
  await inventory.hold(orderNumber(3), [ofSale], 15);
  await inventory.hold(orderNumber(4), [{ sku: teapot, quantity: 2 }], 15);
  await expect
    .poll(() => heard.match(/"available":\d+/g), { timeout: 5_000 })
    .toEqual([10, 6, 2, 0].map((left) => `"available":${left}`));
  stop.abort();
  await listening;
  await live.close();
  app.server.closeAllConnections();
  await app.close();
});
