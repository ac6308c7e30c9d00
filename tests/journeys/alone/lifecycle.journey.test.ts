import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, expect, test, vi } from "vitest";
import { openApiClient } from "../openapi-client.ts";
import { shopDatabase } from "../shop-database.ts";
import { openShopProcess, runShopProcess } from "../shop-process.ts";

// A shop is started, interrupted, started twice, and stopped: each says clearly what became of it.

const folder = mkdtempSync(join(tmpdir(), "wares-lifecycle-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const passwordOf = () => readFileSync(join(folder, "password"), "utf8").trim();
/** Answers once so many goods are in the shop that is being filled; 0 once it has a place for them. */
const untilGoods = async (least: number) => {
  const ask = async () => {
    const host = encodeURIComponent(join(folder, "socket"));
    await using database = shopDatabase(
      `postgres://wares:${passwordOf()}@localhost/postgres?host=${host}`,
    );
    const [row] = await database.rows<{ count: number }>(
      "select count(*)::int as count from products.products",
    );
    if ((row?.count ?? 0) < least) throw new Error("not yet");
  };
  await vi.waitFor(ask, { timeout: 30_000, interval: 20 });
};
const clearLines = (output: string) => output.split("\n").filter((line) => line.trim() !== "");

test("cut off while it is filled for the first time, by Ctrl-C and by kill -9, the next start puts it right", async () => {
  const first = runShopProcess({ folder });
  await vi.waitUntil(() => existsSync(join(folder, "sign-in.json")), { timeout: 30_000 });
  first.signal("SIGINT");
  expect([0, 130]).toContain(await first.exited);
  rmSync(join(folder, "seeded"), { force: true });
  rmSync(join(folder, "postgres"), { recursive: true });
  rmSync(join(folder, "password"));

  for (const goods of [0, 1]) {
    const cut = runShopProcess({ folder });
    await untilGoods(goods);
    await cut.kill();
    expect(existsSync(join(folder, "seeded"))).toBe(false);
  }

  const shop = await openShopProcess({ folder, env: { RATE_LIMITS: "on" } });
  await using database = shopDatabase(shop.databaseUrl);
  const [counts] = await database.rows(
    `select count(*)::int as products, count(distinct name->>'en')::int as names,
            count(*) filter (where status <> 'Active')::int as hidden
       from products.products`,
  );
  expect(counts).toEqual({ products: 194, names: 194, hidden: 0 });
  const twice = `select 'stock' as what from inventory.movements group by sku having count(*) > 1
    union all select 'review' from products.reviews
     group by product_id, author, title, text having count(*) > 1
    union all select 'category' from products.categories group by slug having count(*) > 1`;
  expect(await database.rows(twice)).toEqual([]);
  const [reviews] = await database.rows(
    `select count(*)::int > 500 as "areMany",
            count(*) = (select sum(rating_count) from products.products) as "areCounted"
       from products.reviews`,
  );
  expect(reviews).toEqual({ areMany: true, areCounted: true });
  await database.close();

  // Everything below is of the same open shop: a second one costs five seconds.
  await secondStart(folder);
  await takenPort(new URL(shop.url).port);
  await tooManyGuesses(shop.url);
  const streams = await Promise.all(
    Array.from({ length: 5 }, () => fetch(`${shop.url}/api/v1/stock/live?skus=A`)),
  );
  const begin = performance.now();
  expect(await shop.close()).toBe(0);
  expect(performance.now() - begin).toBeLessThan(5_000);
  await Promise.all(streams.map(async ({ body }) => body?.cancel().catch(() => {})));
  expect(existsSync(join(folder, "running.json"))).toBe(false);
});

const secondStart = async (used: string) => {
  const second = runShopProcess({ folder: used });
  expect(await second.exited).toBe(1);
  expect(clearLines(second.output())).toEqual([expect.stringMatching(/already in use/)]);
};

const takenPort = async (port: string) => {
  const other = runShopProcess({ args: ["--port", port] });
  expect(await other.exited).toBe(1);
  expect(clearLines(other.output())).toEqual([expect.stringMatching(/^That port is taken/)]);
  rmSync(other.folder, { recursive: true, force: true });
};

const tooManyGuesses = async (url: string) => {
  const { call } = await openApiClient(url);
  const guess = (nth: number) =>
    call<{ type: string }>("signIn", {
      body: { email: `nobody-${nth}@example.org`, password: "guess" },
    });
  const answers = await Promise.all(Array.from({ length: 100 }, (_none, nth) => guess(nth)));
  const types = answers.map(({ body }) => body.type);
  expect(types.filter((type) => type === "gateway.too_many_requests").length).toBeGreaterThan(60);
  expect(answers.every(({ status }) => status === 401 || status === 429)).toBe(true);
  await sleep(100);
  const one = answers.find(({ status }) => status === 429);
  expect(Number(one?.headers.get("retry-after"))).toBeGreaterThan(0);
};
