import { askOracles } from "@wares/oracle";
import { testDatabase } from "@wares/testkit/database";
import { expect, test } from "vitest";
import { stockUp } from "./audit.store.ts";
import { connectTo } from "./connection.ts";

test("shelves are filled to what shall be had, promises left aside, and the books agree", async () => {
  await using database = await testDatabase();
  const db = await connectTo(database.url);
  try {
    await db.query(`
      insert into inventory.stock (sku, quantity, reserved) values ('A', 10, 3), ('B', 0, 0);
      insert into inventory.movements (sku, reason, quantity_change, reserved_change)
      values ('A', 'Purchase', 10, 0), ('A', 'Reserved', 0, 3);
      insert into inventory.holds (order_id, state, expires_at, slots, quantities)
      values ('00000000-0000-7000-8000-000000000001', 'held', now() + interval '1 hour', '{main A}', '{3}');
    `);
    expect(await stockUp(db, ["A", "B", "no such"], 7)).toBe(2);
    const { rows } = await db.query(
      "select sku, quantity, reserved from inventory.stock order by sku",
    );
    expect(rows).toEqual([
      { sku: "A", quantity: 10, reserved: 3 },
      { sku: "B", quantity: 7, reserved: 0 },
    ]);
    expect(await askOracles(db, { settledAfter: 0 })).toEqual([]);
  } finally {
    await db.end();
  }
});
