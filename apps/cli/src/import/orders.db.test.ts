import { mkdtempDisposableSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { testDatabase } from "@wares/testkit/database";
import { expect, test } from "vitest";
import { exportOrders } from "../export/orders.ts";
import { shopOn, type ShopExample } from "../shop.examples.ts";
import { importOrderFile } from "./orders.ts";

const header = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country";
const rows = [
  header,
  "536365,85123A,WHITE HANGING HEART,6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom",
  '536365,71053,"LANTERN, WHITE",250,2010-12-01 08:26:00,3.39,17850.0,United Kingdom',
  "536365,POST,POSTAGE,1,2010-12-01 08:26:00,18.00,17850.0,United Kingdom",
  "536366,22633,,1,2010-12-01 08:28:00,0.0,,United Kingdom",
  "536367,85123A,WHITE HANGING HEART,2,2010-12-01 08:30:00,2.55,,France",
  "536367,85123A,extra field,2,2010-12-01 08:30:00,2.55,,France,!",
  "C536379,85123A,WHITE HANGING HEART,-6,2010-12-02 09:41:00,2.55,17850.0,United Kingdom",
  "C536380,22633,HAND WARMER,-1,2010-12-02 09:41:00,1.85,1.0,United Kingdom",
];

const importing = async ({ products, inventory, orders }: ShopExample, path: string) => {
  const said: string[] = [];
  const result = await importOrderFile(
    { ...products, importStock: inventory.importStock, importHistory: orders.importHistory },
    {
      path,
      stock: 100,
      say: (line) => said.push(line),
      progress: () => ({ at: () => {}, end: () => {} }),
    },
  );
  return { ...result, said };
};

test("a ledger becomes orders, products and refunds, and once", async () => {
  await using db = await testDatabase();
  await using shop = shopOn(db.url);
  using folder = mkdtempDisposableSync(join(tmpdir(), "wares-ledger-"));
  const path = join(folder.path, "ledger.csv");
  writeFileSync(path, rows.join("\n"));
  const { report, exitCode, said } = await importing(shop, path);
  expect({ report, exitCode }).toEqual({
    exitCode: 2,
    report: {
      created: 2,
      known: 0,
      invoices: 2,
      splitInvoices: 0,
      customers: 1,
      guests: 1,
      productsCreated: 2,
      refunds: 1,
      returnsMatched: 1,
      returnsUnmatched: 1,
      notGoods: 1,
      bad: 2,
    },
  });
  expect(said).toContain("line 5: 536366 22633 has no price");

  const exported: string[] = [];
  await exportOrders(shop.orders.exportOrders, async (line) => void exported.push(line));
  const orders = exported
    .map((line) => JSON.parse(line))
    .toSorted((one, other) => (one.orderNumber < other.orderNumber ? -1 : 1));
  expect(orders).toMatchObject([
    {
      orderNumber: "UCI-536365",
      status: "Delivered",
      createdAt: "2010-12-01T08:26:00.000Z",
      total: { amount: 6 * 255 + 250 * 339, currency: "GBP" },
      refundedTotal: { amount: 6 * 255 },
      refunds: [{ amount: 6 * 255, createdAt: "2010-12-02T09:41:00.000Z" }],
    },
    { orderNumber: "UCI-536367", shippingAddress: { country: "FR" }, refunds: [] },
  ]);
  expect(orders[0].items.map((item: { quantity: number }) => item.quantity)).toEqual([
    6, 99, 99, 52,
  ]);

  const { rows: before } = await db.query("select count(*)::int as said from platform.outbox");
  expect((await importing(shop, path)).report).toMatchObject({
    created: 0,
    known: 2,
    productsCreated: 0,
  });
  const { rows: after } = await db.query("select count(*)::int as said from platform.outbox");
  expect(after).toEqual(before);
});

test("a file in other columns is told at once", async () => {
  await using db = await testDatabase();
  await using shop = shopOn(db.url);
  using folder = mkdtempDisposableSync(join(tmpdir(), "wares-ledger-"));
  const path = join(folder.path, "ledger.csv");
  writeFileSync(path, "a,b\n1,2\n");
  const { exitCode, said } = await importing(shop, path);
  expect(exitCode).toBe(1);
  expect(said[0]).toContain("The first line has no InvoiceNo, StockCode");
});
