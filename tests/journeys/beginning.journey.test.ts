import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Session } from "@wares/contracts";
import { startDatabase } from "@wares/embedded-database";
import { afterAll, expect, test } from "vitest";
import { openApiClient } from "./openapi-client.ts";
import { shopDatabase } from "./shop-database.ts";
import { openShopProcess, runShopProcess, runWares, type ShopProcess } from "./shop-process.ts";
import { shopper } from "./shopper.ts";

// How a shop begins: empty, on one's own database, anew; and whoever only looks at it.

const home = mkdtempSync(join(tmpdir(), "wares-beginning-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));

type Env = Readonly<Record<string, string>>;
const run = async (folder: string, words: readonly string[], env: Env = {}) => {
  const running = runWares(words, { folder, env });
  return { code: await running.exited, lines: running.lines() };
};

const password = "eight red bicycles";
const owner = (email: string) => ["owner", "create", "--email", email, "--password", password];

/** Nobody may sign in, there is nothing to buy, and the first owner is let in by a command. */
const beginsEmpty = async (shop: ShopProcess, env: Env = {}) => {
  const { folder, url } = shop;
  expect(existsSync(join(folder, "sign-in.json"))).toBe(false);
  expect(existsSync(join(folder, "seeded"))).toBe(false);
  expect(shop.output()).not.toContain("@wares.example");
  await using database = shopDatabase(shop.databaseUrl);
  const [there] = await database.rows(
    `select (select count(*)::int from products.products) as products,
            (select count(*)::int from auth.accounts) as accounts,
            (select count(*)::int from pricing.coupons) as coupons`,
  );
  expect(there).toEqual({ products: 0, accounts: 0, coupons: 0 });
  expect((await fetch(`${url}/`)).status).toBe(200);

  const email = "mira@example.org";
  const { call } = await openApiClient(url);
  const signIn = (words: string) => call<Session>("signIn", { body: { email, password: words } });
  expect((await signIn(password)).status).toBe(401);
  expect(await run(folder, owner(email), env)).toEqual({
    code: 0,
    lines: [
      expect.stringMatching(/^mira@example.org is new, .* back office as customer, owner\.$/),
    ],
  });
  const { body, status } = await signIn(password);
  expect([status, body.account.roles]).toEqual([201, ["customer", "owner"]]);
  expect((await call("listOrders", { token: body.accessToken })).status).toBe(200);

  const second = ["owner", "create", "--email", email, "--password", "nine blue bicycles"];
  expect(await run(folder, second, env)).toEqual({
    code: 0,
    lines: [
      expect.stringMatching(/^mira@example.org was there already, has the password given now/),
    ],
  });
  expect((await signIn(password)).status).toBe(401);
  expect((await signIn("nine blue bicycles")).status).toBe(201);
  const weak = ["owner", "create", "--email", email, "--password", "mira"];
  const { code, lines } = await run(folder, weak, env);
  expect([code, lines.length]).toEqual([1, 1]);
};

test("--empty has no goods and no sign-in, and its first owner is made by a command", async () => {
  const folder = join(home, "empty");
  const shop = await openShopProcess({ folder, args: ["--empty", "--port", "0"] });
  await beginsEmpty(shop);
  expect(await shop.close()).toBe(0);
});

test("one's own database begins the same way, is looked at as it is, and never reset", async () => {
  const own = await startDatabase({ folder: join(home, "own"), log: () => {} });
  const env = { DATABASE_URL: own.url };
  const folder = join(home, "beside");
  mkdirSync(folder);
  await using database = shopDatabase(own.url);
  const tables = () =>
    database.rows(`select (select count(*)::int from pg_class) as tables,
                          (select count(*)::int from pg_roles) as roles`);

  const before = await tables();
  const look = await run(folder, ["doctor"], env);
  expect(look.code).toBe(1);
  expect(look.lines).toContainEqual(
    expect.stringMatching(
      /^✗ Migrations +\d+ to run, first platform\/0001_events.sql → wares start/,
    ),
  );
  expect(look.lines).toContainEqual(expect.stringMatching(/^✗ Secret +there is none/));
  expect(await tables()).toEqual(before);
  expect(readdirSync(folder)).toEqual([]);

  const shop = await openShopProcess({ folder, env });
  await beginsEmpty(shop, env);
  expect(await shop.close()).toBe(0);
  const last =
    "delete from public.migrations where file = (select max(file) from public.migrations) returning file";
  const [gone] = await database.rows<{ file: string }>(last);
  const again = await run(folder, ["doctor"], env);
  expect(again.lines).toContainEqual(
    expect.stringContaining(`1 to run, first ${gone?.file} → wares start runs them`),
  );
  expect(
    await database.rows("select from public.migrations where file = $1", [gone?.file]),
  ).toEqual([]);

  expect(await run(folder, ["start", "--reset", "--port", "0"], env)).toEqual({
    code: 1,
    lines: ["--reset forgets the database that comes along, and never your own."],
  });
  await database.close();
  await own.stop();
});

test("the doctor finds no shop in an empty folder, and leaves it empty", async () => {
  const folder = join(home, "nothing");
  mkdirSync(folder);
  const { lines } = await run(folder, ["doctor"]);
  expect(lines).toContainEqual(expect.stringMatching(/^– Database +There is no shop here yet/));
  expect(readdirSync(folder)).toEqual([]);
});

test("--reset asks nothing and begins anew, but not under an open shop", async () => {
  const folder = join(home, "reset");
  const first = await openShopProcess({ folder });
  const { guest, place } = shopper((await openApiClient(first.url)).call);
  await using before = shopDatabase(first.databaseUrl);
  const [mug] = await before.rows<{ sku: string }>(
    "select sku from inventory.stock where quantity > 5 order by sku limit 1",
  );
  expect((await place(await guest(), [{ sku: mug?.sku ?? "", quantity: 1 }])).status).toBe(201);
  await before.close();

  const refused = runShopProcess({ folder, args: ["--reset", "--port", "0"] });
  expect(await refused.exited).toBe(1);
  expect(refused.lines()).toEqual([expect.stringMatching(/already in use by process \d+/)]);
  expect((await fetch(`${first.url}/api/v1/products?language=en&currency=EUR`)).status).toBe(200);
  expect(await first.close()).toBe(0);

  const anew = await openShopProcess({ folder, args: ["--reset", "--port", "0"] });
  await using database = shopDatabase(anew.databaseUrl);
  const [there] = await database.rows(
    `select (select count(*)::int from products.products) as products,
            (select count(*)::int from orders.orders) as orders`,
  );
  expect(there).toEqual({ products: 194, orders: 0 });
  await database.close();
  expect(await anew.close()).toBe(0);
});
