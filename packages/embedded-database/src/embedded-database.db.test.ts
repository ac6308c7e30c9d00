import { fork, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { getPriority, tmpdir } from "node:os";
import { join } from "node:path";
import { getuid, kill } from "node:process";
import pg from "pg";
import { expect, test, vi } from "vitest";
import { resetDatabase, startDatabase } from "./embedded-database.ts";
import { identify, isGoneWithin } from "./processes.ts";

// Each test makes a cluster on a real disk: 1.3 s where it is idle, 6 s and more where others write.
vi.setConfig({ testTimeout: 60_000 });

const log = () => {};

const temporary = (name = "") => {
  const folder = mkdtempSync(join(tmpdir(), `wares-embedded-${name}`));
  return { folder, [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }) };
};

/** Started, and stopped at scope exit whatever happens. */
const started = async (options: Parameters<typeof startDatabase>[0]) => {
  const database = await startDatabase(options);
  return { ...database, [Symbol.asyncDispose]: database.stop };
};

const ask = async (url: string, text: string): Promise<unknown> => {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  const result = await client.query<Record<string, unknown>>({ text });
  await client.end();
  return Object.values(result.rows[0] ?? {})[0];
};

const identityOf = (pid: number) => {
  const identity = identify(pid);
  if (!identity) throw new Error(`no process ${pid}`);
  return identity;
};

/** A shop of its own process, which tells us of its database and waits to be killed. */
const startElsewhere = async (folder: string) => {
  const module = new URL("embedded-database.ts", import.meta.url).href;
  const script = join(folder, "shop.mts");
  writeFileSync(
    script,
    `import { startDatabase } from ${JSON.stringify(module)};
     const { pid, url } = await startDatabase({ folder: ${JSON.stringify(folder)}, log: () => {} });
     process.send({ pid, url });`,
  );
  const shop = fork(script, { execArgv: [] });
  const [database]: { pid: number; url: string }[] = await once(shop, "message");
  if (!database || !shop.pid) throw new Error("the shop did not start");
  return { database, shopPid: shop.pid, hasEnded: once(shop, "exit") };
};

test("the shop's own thread is let onto a processor before the database, its connections included", async () => {
  using place = temporary();
  await using database = await started({ folder: place.folder, log });
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
  const later = getPriority() + 5;
  expect([getPriority(database.pid), getPriority(rows[0]?.pid)]).toEqual([later, later]);
  await client.end();
});

test("the first start makes a database that keeps what it promises", async () => {
  using place = temporary();
  await using database = await started({ folder: place.folder, log });

  const setting = (name: string) => ask(database.url, `select current_setting('${name}')`);
  expect(await setting("server_version")).toMatch(/^18\./);
  expect(await setting("fsync")).toBe("on");
  expect(await setting("data_checksums")).toBe("on");
  expect(await setting("server_encoding")).toBe("UTF8");
  expect(await setting("listen_addresses")).toBe("");
  expect(await ask(database.url, "select upper('größe') || lower('É')")).toBe("GRÖßEé");
  expect(statSync(join(place.folder, "password")).mode & 0o777).toBe(0o600);

  const guessed = new URL(database.url);
  guessed.password = "guessed";
  await expect(ask(guessed.href, "select 1")).rejects.toThrow("password authentication failed");
});

test("data is kept from one start to the next, and forgotten on demand", async () => {
  using place = temporary();
  const { folder } = place;
  const first = await startDatabase({ folder, log });
  await ask(first.url, "create table kept as select 7 as number");
  const begin = performance.now();
  await first.stop();
  expect(performance.now() - begin).toBeLessThan(5_000);

  const second = await startDatabase({ folder, log });
  expect(await ask(second.url, "select number from kept")).toBe(7);
  await expect(resetDatabase(folder)).rejects.toThrow("already in use");
  await second.stop();

  await resetDatabase(folder);
  await using third = await started({ folder, log });
  expect(await ask(third.url, "select to_regclass('kept')")).toBeNull();
});

test("stopping does not wait for those still connected", async () => {
  using place = temporary();
  const database = await startDatabase({ folder: place.folder, log });
  const client = new pg.Client({ connectionString: database.url });
  client.on("error", () => {});
  await client.connect();
  const busy = client.query("select pg_sleep(60)");
  const begin = performance.now();
  await Promise.all([
    expect(busy).rejects.toThrow("terminating connection due to administrator command"),
    database.stop(),
  ]);
  expect(performance.now() - begin).toBeLessThan(5_000);
});

test("a killed postmaster is reported and started again, with all that was committed", async () => {
  using place = temporary();
  const said: string[] = [];
  await using database = await started({ folder: place.folder, log: (line) => said.push(line) });
  await ask(database.url, "create table kept as select generate_series(1, 10000) as number");
  for (let time = 0; time < 2; time++) {
    said.length = 0;
    const pidFile = readFileSync(join(place.folder, "postgres", "postmaster.pid"), "utf8");
    kill(Number(pidFile.split("\n")[0]), "SIGKILL");
    await vi.waitUntil(() => said.length === 2, { timeout: 20_000 });
    expect(said).toEqual([
      "The database ended unexpectedly. Its data is safe.",
      "The database is back.",
    ]);
    expect(await ask(database.url, "select count(*)::int from kept")).toBe(10_000);
  }
});

test("one that is stopped while it starts again, is stopped", async () => {
  using place = temporary();
  const said: string[] = [];
  const database = await startDatabase({ folder: place.folder, log: (line) => said.push(line) });
  kill(database.pid, "SIGKILL");
  const ended = "The database ended unexpectedly. Its data is safe.";
  await vi.waitUntil(() => said.at(-1) === ended, { timeout: 20_000, interval: 1 });
  await database.stop();
  await expect(ask(database.url, "select 1")).rejects.toThrow(/ENOENT|ECONNREFUSED/);
  await (await startDatabase({ folder: place.folder, log })).stop();
});

test("a database ends with its killed shop, and starts again with its data", async () => {
  using place = temporary();
  const { folder } = place;
  const { database, shopPid, hasEnded } = await startElsewhere(folder);
  await ask(database.url, "create table kept as select 7 as number");
  await expect(startDatabase({ folder, log })).rejects.toMatchObject({
    name: "CannotStart",
    message: expect.stringContaining(`already in use by process ${shopPid}`),
  });

  const postmaster = identityOf(database.pid);
  kill(shopPid, "SIGKILL");
  await hasEnded;
  expect(await isGoneWithin(postmaster, 5_000)).toBe(true);
  await using again = await started({ folder, log });
  expect(await ask(again.url, "select number from kept")).toBe(7);
});

test("a postmaster that nobody owns any more is stopped before the next one starts", async () => {
  using place = temporary();
  const { folder } = place;
  const said: string[] = [];
  const orphan = await startDatabase({ folder, log: (line) => said.push(line) });
  await ask(orphan.url, "create table kept as select 7 as number");
  rmSync(join(folder, "owner.json")); // as if its shop were dead, and the kernel had not told it

  await using next = await started({ folder, log });
  expect(identify(orphan.pid)).toBeUndefined();
  expect(await ask(next.url, "select number from kept")).toBe(7);
  const last = `The database of ${folder} was taken over.`;
  await vi.waitUntil(() => said.at(-1) === last, { timeout: 5_000 });
  await orphan.stop();
  expect(await ask(next.url, "select number from kept")).toBe(7);
});

test("the number of a dead postmaster or owner, borne by another process, stops nobody", async () => {
  using place = temporary();
  const { folder } = place;
  await (await startDatabase({ folder, log })).stop();
  const stranger = identityOf(1);
  const pidFile = join(folder, "postgres", "postmaster.pid");
  writeFileSync(pidFile, `1\n${folder}/postgres\n0\n5432\n${folder}/socket\n\n\nready   \n`);
  writeFileSync(join(folder, "owner.json"), JSON.stringify({ pid: 1, born: "another life" }));
  const lock = `1\n${folder}/postgres\n0\n5432\n${folder}/socket\n`;
  writeFileSync(join(folder, "socket", ".s.PGSQL.5432.lock"), lock);

  await using database = await started({ folder, log });
  expect(await ask(database.url, "select 1")).toBe(1);
  expect(identify(1)).toEqual(stranger);
});

test("a folder too deep for a socket works all the same, and leaves nothing behind", async () => {
  using place = temporary();
  const folder = join(place.folder, ...Array.from({ length: 12 }, () => "a-folder-within"));
  const database = await startDatabase({ folder, log });
  const socketFolder = new URL(database.url).searchParams.get("host") ?? "";
  expect(await ask(database.url, "select 1")).toBe(1);
  expect(statSync(socketFolder).mode & 0o777).toBe(0o700);
  await database.stop();
  expect(existsSync(socketFolder)).toBe(false);
});

test("what cannot work is said in one sentence", async () => {
  using place = temporary();
  const file = join(place.folder, "file");
  writeFileSync(file, "");
  const failing = (folder: string, settings = {}) => startDatabase({ folder, log, settings });

  await expect(failing(file)).rejects.toMatchObject({
    name: "CannotStart",
    message: `The database cannot start: ${file} is not a folder.`,
  });
  await expect(failing(place.folder, { shared_buffers: "lots" })).rejects.toMatchObject({
    name: "CannotStart",
    message: `The database cannot start: invalid value for parameter "shared_buffers": "lots".`,
  });
  // A failed start lets go of the folder.
  await using database = await started({ folder: place.folder, log });
  rmSync(join(place.folder, "password"));
  await database.stop();
  await expect(failing(place.folder)).rejects.toThrow("password file");
});

test.runIf(getuid?.() === 0)("where user namespaces are forbidden, nobody runs it", async () => {
  using place = temporary(); // mode 700: the user nobody cannot go there
  const said: string[] = [];
  const options = { folder: place.folder, log: (line: string) => said.push(line) };
  const database = await startDatabase({ ...options, way: "nobody" });
  const home = /the data is in (\S+)\.$/m.exec(said.join("\n"))?.[1] ?? "";
  const uid = /^Uid:\t(\d+)/m.exec(readFileSync(`/proc/${database.pid}/status`, "utf8"))?.[1];
  await ask(database.url, "create table kept as select 7 as number");
  await database.stop();
  expect(uid).toBe(spawnSync("id", ["-u", "nobody"], { encoding: "utf8" }).stdout.trim());
  expect(home).toMatch(/^\/var\/lib\/wares\//);

  const again = await startDatabase({ ...options, way: "nobody" });
  expect(await ask(again.url, "select number from kept")).toBe(7);
  await again.stop();
  rmSync(home, { recursive: true });
});
