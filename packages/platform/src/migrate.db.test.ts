import { connect } from "./database.ts";
import { migrate, roleOf } from "./migrate.ts";
import { testDatabase } from "@wares/testkit/database";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";

const serviceWith = (name: string, statements: string) => {
  const folder = mkdtempSync(join(tmpdir(), "wares-migrations-"));
  writeFileSync(join(folder, "0001_first.sql"), statements);
  return { name, migrations: pathToFileURL(`${folder}/`) };
};

test("a service owns its tables, and cannot read another's", async () => {
  await using db = await testDatabase();
  const one = serviceWith("testone", "create table secrets (word text)");
  const two = serviceWith("testtwo", "create table secrets (word text)");
  await Promise.all([migrate(db, [one, two]), migrate(db, [one, two])]);

  const mine = connect({ url: db.url, connectionsMax: 1, role: roleOf("testone") });
  await mine.query("insert into testone.secrets values ('mine')");
  await expect(mine.query("select * from testtwo.secrets")).rejects.toThrow("permission denied");
  await expect(mine.query("delete from platform.outbox")).rejects.toThrow("permission denied");
  await expect(mine.query("create table public.loose (id int)")).rejects.toThrow(
    "permission denied",
  );
  await mine.end();
});

test("a migration that fails leaves nothing behind, and is run when it is mended", async () => {
  await using db = await testDatabase();
  const broken = serviceWith("testthree", "create table kept (id int); select 1 / 0");
  await expect(migrate(db, [broken])).rejects.toThrow("division by zero");
  const mended = serviceWith("testthree", "create table kept (id int)");
  await migrate(db, [mended]);
  await migrate(db, [mended]);
  expect((await db.query("select to_regclass('testthree.kept') as found")).rows[0]).toEqual({
    found: "testthree.kept",
  });
});
