import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { developmentSignIn } from "@wares/server/sign-in";
import { secretIn } from "@wares/server/secret";
import { expect, test, vi } from "vitest";
import { clerk } from "./clerk.ts";
import { openApiClient } from "./openapi-client.ts";
import { patient } from "./people.ts";
import { shopDatabase } from "./shop-database.ts";
import { openShopProcess, runShopProcess, type ShopProcess } from "./shop-process.ts";
import { shopper } from "./shopper.ts";
import { smallDisk, type SmallDisk } from "./small-disk.ts";

// A disk that is full is said in one line, costs no order that was accepted, and is over when there is room.

const allowed = smallDisk("size=1m");
if (typeof allowed === "string")
  process.stderr.write(
    `LEFT OUT: the journeys on a full disk, since none can be made: ${allowed}\n`,
  );
else allowed[Symbol.dispose]();
const isAllowed = typeof allowed !== "string";

const made = (options: string): SmallDisk => {
  const disk = smallDisk(options);
  if (typeof disk === "string") throw new Error(disk);
  return disk;
};

const fullStart = async (disk: SmallDisk, whenThere?: string) => {
  const start = runShopProcess({ folder: disk.folder });
  if (whenThere) {
    await vi.waitUntil(() => existsSync(join(disk.folder, whenThere)), {
      timeout: 30_000,
      interval: 1,
    });
    disk.fill();
  }
  const code = await start.exited;
  disk.free();
  return { code, lines: start.lines() };
};

test.runIf(isAllowed)(
  "too small for a first start, it is one clear line each time, and then it opens",
  async () => {
    using disk = made("size=100m");
    expect(await fullStart(disk)).toEqual({
      code: 1,
      lines: [expect.stringMatching(/^The database cannot start: .* less than 200 MB free\.$/)],
    });
    disk.fill();
    expect(() => secretIn(disk.folder)).toThrow("ENOSPC");
    expect(() => developmentSignIn(disk.folder)).toThrow("ENOSPC");
    disk.free();
    expect(readdirSync(disk.folder)).toEqual([]);

    // initdb makes a thousand files, and the shop's own tables three hundred more.
    const room = "size=300m,nr_inodes=";
    disk.resize(`${room}500`);
    expect(await fullStart(disk)).toEqual({
      code: 1,
      lines: ["The database cannot start: the disk is full. Free some space and start again."],
    });
    disk.resize(`${room}1100`);
    const full = "The disk of the database is full. Free some space and start again.";
    expect(await fullStart(disk)).toEqual({ code: 1, lines: [full] });
    disk.resize(`${room}10000`);
    expect(await fullStart(disk, "postgres/PG_VERSION")).toEqual({
      code: 1,
      lines: [expect.stringMatching(/disk.* is full\./)],
    });

    const shop = await openShopProcess({ folder: disk.folder });
    await using database = shopDatabase(shop.databaseUrl);
    const [goods] = await database.rows("select count(*)::int as count from products.products");
    expect(goods).toEqual({ count: 194 });
    await database.close();
    expect(await shop.close()).toBe(0);
  },
);

type Told = Readonly<{ orders: string[]; refused: string[] }>;

const askFor = async (shop: ShopProcess, sku: string, count: number): Promise<Told> => {
  const { call } = await openApiClient(shop.url);
  const { guest, quoted, orderOf } = shopper(call);
  const token = await guest();
  const told: Told = { orders: [], refused: [] };
  const lines = [{ sku, quantity: 1 }];
  const one = async () => {
    const { body: quote } = await quoted(lines);
    // Not by the strict client: it is about answers that no document promises.
    const answer = await fetch(`${shop.url}/api/v1/orders`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
      body: JSON.stringify(orderOf(lines, quote)),
    });
    const body = (await answer.json()) as { id: string; type: string };
    if (answer.status === 201) told.orders.push(body.id);
    else told.refused.push(`${answer.status} ${body.type}`);
  };
  for (let turn = 0; turn < count / 20; turn++) await Promise.all(Array.from({ length: 20 }, one));
  return told;
};

const statusOf = async (shop: ShopProcess, path: string) =>
  (await fetch(`${shop.url}${path}`)).status;
const pages = ["/", "/api/v1/products?language=en&currency=EUR", "/admin", "/api/docs"];

test.runIf(isAllowed)(
  "filled while it is open, it refuses clearly, keeps its word, and goes on by itself",
  async () => {
    using disk = made("size=230m");
    const shop = await openShopProcess({ folder: disk.folder });
    const { call } = await openApiClient(shop.url);
    const staff = await clerk(call, shop.hint);
    const { sku } = await staff.goods(5_000);
    const before = await askFor(shop, sku, 40);
    expect(before).toMatchObject({ orders: { length: 40 }, refused: [] });

    disk.fill();
    const during = await askFor(shop, sku, 400);
    expect(during.refused.length).toBeGreaterThan(300);
    expect(new Set(during.refused)).toEqual(new Set(["503 platform.unavailable"]));
    for (const page of pages) expect([page, await statusOf(shop, page)]).toEqual([page, 200]);

    disk.free();
    const between = await askFor(shop, sku, 20);
    expect(between.refused).toEqual([]);

    // Its journal is full too: PostgreSQL ends in a panic, whatever the shop may do.
    disk.fill();
    await using database = shopDatabase(shop.databaseUrl);
    const journal = async () => {
      for (let nth = 0; nth < 100; nth++)
        await database.rows("select pg_logical_emit_message(true, 'a', 'b'), pg_switch_wal()");
    };
    await expect(journal()).rejects.toThrow(/No space left on device|terminat/);
    const ended =
      "The database ended unexpectedly: the disk is full. It goes on when there is room.";
    await vi.waitUntil(() => shop.output().includes(ended), patient);
    expect(await statusOf(shop, pages[1] ?? "")).toBe(503);
    expect(shop.output().split(ended)).toHaveLength(2);
    expect(shop.output()).not.toMatch(/^ +at /m);

    disk.free();
    await vi.waitUntil(() => shop.output().includes("The database is back."), patient);
    const after = await askFor(shop, sku, 20);
    expect(after.refused).toEqual([]);
    const { guest, buy } = shopper(call);
    await buy(await guest(), [{ sku, quantity: 1 }]);

    const promised = [before, during, between, after].flatMap(({ orders }) => orders);
    const lost = await database.rows(
      `select id from unnest($1::uuid[]) as id
      where not exists (select from orders.orders where order_id = id)`,
      [promised],
    );
    expect(lost).toEqual([]);
    expect(await database.rows("select consumer, type, error from platform.parked")).toEqual([]);
    const [shelf] = await database.rows(
      `select reserved = (select coalesce(sum(quantity), 0) from inventory.hold_lines
                          join inventory.holds using (order_id)
                         where hold_lines.sku = stock.sku and state = 'held') as "isRight"
       from inventory.stock where sku = $1`,
      [sku],
    );
    expect(shelf).toEqual({ isRight: true });
    await database.close();
    expect(await shop.close()).toBe(0);
  },
);
