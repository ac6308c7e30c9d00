import { UserId, type Sku } from "@wares/contracts";
import { newId, uuidv7 } from "@wares/platform";
import type { Database } from "@wares/platform/database";
import { testDatabase } from "@wares/testkit/database";
import { testServer, testTools } from "@wares/testkit/tools";
import { expect, test } from "vitest";
import { inventoryService } from "./inventory.service.ts";
import { cup, teapot, wants } from "./reservation.examples.ts";

const userId = newId(UserId);
const shop = async (db: Database, roles: ("staff" | "customer")[] = ["staff"]) => {
  const inventory = inventoryService(testTools(db));
  await inventory.importStock([
    { sku: teapot, quantity: 10 },
    { sku: cup, quantity: 3 },
  ]);
  const app = await testServer([inventory.service], () => ({ userId, roles }));
  const ask = async (
    method: "GET" | "POST" | "PUT",
    url: string,
    payload?: object,
    revision = 0,
  ) => {
    const response = await app.inject({
      method,
      url: `/api/v1/stock${url}`,
      ...(revision > 0 && { headers: { "if-match": `"${revision}"` } }),
      ...(payload && { payload }),
    });
    return { status: response.statusCode, body: response.json() };
  };
  return { inventory, ask };
};
const adjustment = (change: unknown, more: object = {}) => ({
  adjustmentId: uuidv7(),
  change,
  reason: "Damage",
  ...more,
});

test("an adjustment is made once, says who, and never takes what is promised", async () => {
  await using db = await testDatabase("inventory");
  const { inventory, ask } = await shop(db);
  const { orderId, lines, minutes } = wants(1, [teapot, 8]);
  await inventory.hold(orderId, lines, minutes);

  const two = adjustment(-2, { note: "fell" });
  const adjust = (body: object) => ask("POST", `/${teapot}/adjustments`, body);
  expect(await adjust(two)).toMatchObject({ status: 201, body: { availableQuantity: 0 } });
  expect(await adjust(two)).toMatchObject({ status: 201, body: { quantity: 8 } });
  expect(await adjust({ ...two, change: -1 })).toMatchObject({
    status: 409,
    body: { type: "inventory.adjusted_otherwise", field: "/adjustmentId" },
  });
  expect(await adjust(adjustment(-1))).toMatchObject({
    status: 409,
    body: { type: "inventory.below_reserved", field: "/change" },
  });
  const { body } = await ask("GET", `/${teapot}/movements?limit=1`);
  expect(body.movements).toMatchObject([
    { reason: "Damage", quantityChange: -2, byUserId: userId, note: "fell" },
  ]);
  const rest = await ask("GET", `/${teapot}/movements?after=${body.next}`);
  expect(rest.body.movements).toMatchObject([{ reason: "Reserved" }, { reason: "Purchase" }]);
});

test.for([
  [{ change: 1.5 }, "/change"],
  [{ change: 1e18 }, "/change"],
  [{ change: "2" }, "/change"],
  [{ adjustmentId: "no-uuid" }, "/adjustmentId"],
  [{ reason: "Claimed" }, "/reason"],
  [{ quantity: 5 }, "/quantity"],
] as const)("%j is the caller's mistake, and is named", async ([mistake, field]) => {
  await using db = await testDatabase("inventory");
  const { ask } = await shop(db);
  const answer = await ask("POST", `/${teapot}/adjustments`, adjustment(1, mistake));
  expect(answer).toMatchObject({ status: 400, body: { type: "request.invalid", field } });
});

test("staff page through the shelf and see what needs them; shoppers see what can be sold", async () => {
  await using db = await testDatabase("inventory");
  const { ask } = await shop(db);
  const first = await ask("GET", "/all?limit=1");
  expect(first.body).toMatchObject({ totalCount: 2, stock: [{ sku: cup }] });
  const second = await ask("GET", `/all?limit=1&after=${first.body.next}`);
  expect(second.body).toMatchObject({ stock: [{ sku: teapot }] });
  expect(second.body.next).toBeUndefined();
  expect((await ask("GET", "/all?after=forged.cursor")).status).toBe(400);
  expect((await ask("GET", "/all?attention=Low")).body.stock).toMatchObject([{ sku: cup }]);
  expect((await ask("GET", "/all?query=pot")).body.stock).toMatchObject([{ sku: teapot }]);
  expect((await ask("GET", `?skus=${teapot}&skus=NEVER`)).body.stock).toEqual([
    { sku: teapot, available: 10 },
    { sku: "NEVER", available: 0 },
  ]);
  const thresholds = { lowStockThreshold: 1, reorderPoint: 2 };
  const set = (sku: string, revision?: number) =>
    ask("PUT", `/${sku}/thresholds`, thresholds, revision);
  expect((await set(cup)).status).toBe(428);
  expect((await set(cup, 1)).body).toMatchObject({ ...thresholds, thresholdsRevision: 2 });
  // Somebody set them meanwhile.
  expect((await set(cup, 1)).status).toBe(412);
  expect((await set("NEVER", 1)).status).toBe(404);
});

test("a shopper may not see the books", async () => {
  await using db = await testDatabase("inventory");
  const { ask } = await shop(db, ["customer"]);
  for (const url of ["/all", `/${teapot}`, `/${teapot}/movements`])
    expect((await ask("GET", url)).status).toBe(403);
});

test("staff read on from any row, by SKU or the scarcest first", async () => {
  await using db = await testDatabase("inventory");
  const { inventory, ask } = await shop(db);
  await inventory.importStock(
    Array.from({ length: 5 }, (_, nth) => ({ sku: `S-${nth}` as Sku, quantity: 100 - (nth % 3) })),
  );
  const walk = async (sort: string) => {
    const seen: [string, number][] = [];
    for (let after = ""; ;) {
      const { body } = await ask("GET", `/all?query=S-&limit=2&sort=${sort}${after}`);
      for (const { sku, availableQuantity } of body.stock) seen.push([sku, availableQuantity]);
      if (!body.next) return seen;
      after = `&after=${body.next}`;
    }
  };
  expect((await walk("Sku")).map(([sku]) => sku)).toEqual(["S-0", "S-1", "S-2", "S-3", "S-4"]);
  expect(await walk("Available")).toEqual([
    ["S-2", 98],
    ["S-1", 99],
    ["S-4", 99],
    ["S-0", 100],
    ["S-3", 100],
  ]);
  const { body } = await ask("GET", "/all?limit=1");
  expect((await ask("GET", `/all?sort=Available&after=${body.next}`)).status).toBe(400);
});
