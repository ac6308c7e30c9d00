import type { Sku } from "@wares/contracts";
import type { Queries } from "@wares/platform/database";
import { priceRevision, priceRows, type PriceRow } from "./price-line.store.ts";

// Some kB each, in JSON of two languages.
const rowsMax = 2_000;

/**
 * The truth, never an old copy: what was read is asked for again as soon as anything changed. Not to be
 * run twice at the same time.
 */
export const priceRowCache = (db: Queries) => {
  let known = new Map<Sku, PriceRow>();
  let revision: number | undefined;
  return async (skus: ReadonlySet<Sku>): Promise<ReadonlyMap<Sku, PriceRow>> => {
    // Before the rows: one that changes in between is read in its new state, and read once more.
    const now = await priceRevision(db);
    if (now !== revision || known.size + skus.size > rowsMax) known = new Map();
    revision = now;
    const unknown = [...skus].filter((sku) => !known.has(sku));
    const found = unknown.length === 0 ? [] : await priceRows(db, unknown);
    for (const row of found) known.set(row.sku, row);
    return known;
  };
};
