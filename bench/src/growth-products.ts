import { createWriteStream, mkdirSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { measureProducts, measureSearch } from "./browsing.ts";
import { finish, startChild } from "./children.ts";
import { freeGib, lackOfRoom, PRODUCT_BYTES } from "./disk-room.ts";
import { renderGrowth, type Column } from "./growth-table.ts";
import { databaseBytes } from "./history.store.ts";
import { openGround } from "./open-ground.ts";
import type { Options } from "./options.ts";
import { COMMAND, settingsFor, startShop } from "./shop.ts";
import { syntheticCatalogue } from "./synthetic-catalogue.ts";

/** A million at the slowest rate seen, twice over. */
const IMPORT_SECONDS_MAX = 4 * 3_600;
const IMPORTED = [0, 2];
const QUIET_SECONDS_MAX = 300;

const measured = ["product_page_per_s", "product_list_per_s", "search_p50_ms", "search_p99_ms"];

/** A shop with so many products more than the demo shop's own. */
const measureSize = async (
  folder: string,
  size: number,
  run: Parameters<typeof openGround>[1],
): Promise<Column> => {
  mkdirSync(folder, { mode: 0o755 });
  const path = join(folder, "products.jsonl.gz");
  await pipeline(Readable.from(syntheticCatalogue(size)), createGzip(), createWriteStream(path));
  // The first start makes the database, the next shows what a start costs with all of them.
  await (await startShop(folder)).stop();
  const imported = await finish(
    startChild(COMMAND, ["import", "products", path], settingsFor(folder)),
    IMPORT_SECONDS_MAX,
    IMPORTED,
  );
  run.say(`  ${size.toLocaleString("en")} products imported in ${Math.round(imported.seconds)} s`);
  const shop = await startShop(folder);
  try {
    if ((await shop.untilQuiet(QUIET_SECONDS_MAX)) === undefined) run.say("  still at work");
    const ground = await openGround(shop, run);
    try {
      const parts = [await measureProducts(ground), await measureSearch(ground)];
      const figures = parts.flatMap((part) => part.figures);
      const values = measured.flatMap((key) => {
        const figure = figures.find((one) => one.key === key);
        return figure ? [[key, figure.value] as const] : [];
      });
      return {
        size,
        values: {
          import_s: imported.seconds,
          start_s: shop.startSeconds,
          ...Object.fromEntries(values),
          shop_mib: shop.memory().shopMib,
          disk_gib: (await databaseBytes(ground.db)) / 2 ** 30,
        },
      };
    } finally {
      await ground.db.end();
    }
  } finally {
    await shop.stop();
  }
};

export const growProducts = async (
  folder: string,
  { productCounts = [], seconds, sustainSeconds }: Options,
  run: Pick<Parameters<typeof openGround>[1], "say" | "complain">,
): Promise<Readonly<{ columns: readonly Column[]; stopped?: string }>> => {
  const columns: Column[] = [];
  for (const size of productCounts) {
    const step = { what: "products", size, bytes: size * PRODUCT_BYTES };
    const stopped = lackOfRoom(step, freeGib(folder));
    if (stopped) return { columns, stopped };
    run.say(`  to ${size.toLocaleString("en")} products`);
    const home = join(folder, `products-${size}`);
    const column = await measureSize(home, size, { seconds, sustainSeconds, ...run });
    columns.push(column);
    run.say(`${renderGrowth("Products", [column])}\n`);
  }
  return { columns };
};
