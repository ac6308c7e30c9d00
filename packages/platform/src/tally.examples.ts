import { defineEvent } from "@wares/contracts";
import { testDatabase } from "@wares/testkit/database";
import Type from "typebox";
import { sql, type Database } from "./database.ts";
import { consumerOf, on } from "./subscription.ts";

export const Sold = defineEvent("test.sold", 1, "sku", {
  sku: Type.String(),
  quantity: Type.Integer(),
});
export const Back = defineEvent("test.back", 1, "sku", { sku: Type.String() });
export const teapots = (quantity: number) => Sold({ sku: "TEAPOT-BLUE", quantity });
export const cups = (quantity: number) => Sold({ sku: "CUP-WHITE", quantity });

// Adding is the hardest thing to do exactly once: it shows every repetition.
export const tally = consumerOf("test.tally", [
  on(Sold, async (events, tx) => {
    await tx.query(sql`
      insert into tally (sku, sold)
      select sku, sum(quantity)
        from jsonb_to_recordset(${JSON.stringify(events.map(({ data }) => data))}::jsonb)
          as line(sku text, quantity int)
       group by sku
          on conflict (sku) do update set sold = tally.sold + excluded.sold
    `);
  }),
]);

export const tallyDatabase = async () => {
  const db = await testDatabase();
  await db.query("create table tally (sku text primary key, sold bigint not null)");
  return db;
};
export const soldIn = async (db: Database, sku = "TEAPOT-BLUE") =>
  (await db.query("select sold from tally where sku = $1", [sku])).rows[0]?.sold;
