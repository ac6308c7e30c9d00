import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startDatabase } from "@wares/embedded-database";
import { expect, test } from "vitest";
import { settingsOf } from "./yardstick.store.ts";
import { connectTo } from "./connection.ts";
import { measureYardsticks } from "./yardsticks.ts";

test("yardsticks are measured on the shop's own database, and leave nothing in it", async () => {
  const folder = mkdtempSync(join(tmpdir(), "wares-bench-test-"));
  const database = await startDatabase({ folder, log: () => {} });
  try {
    const figures = await measureYardsticks(database.url, 0.5);
    expect(figures.map(({ key }) => key)).toEqual([
      "inserts_per_s",
      "hot_updates_per_s",
      "bare_orders_per_s",
    ]);
    for (const { value } of figures) expect(value).toBeGreaterThan(20);

    const db = await connectTo(database.url);
    expect(await settingsOf(db)).toMatchObject({ fsync: "on", synchronousCommit: "on" });
    const { rows } = await db.query("select 1 from pg_namespace where nspname like 'bench%'");
    expect(rows).toEqual([]);
    await db.end();
  } finally {
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}, 60_000);
