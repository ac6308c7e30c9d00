import { availableParallelism } from "node:os";
import { ProductView, type Sku } from "@wares/contracts";
import { rowsWritten, stockUp } from "./audit.store.ts";
import type { Ground, Measure, Measured } from "./ground.ts";
import {
  makeBaskets,
  makeGuests,
  placeOrder,
  quoteBaskets,
  type Basket,
  type OrderBook,
  type Quoted,
} from "./orders.ts";
import { random } from "./random.ts";
import type { Figure } from "./report.ts";
import { shopClient } from "./shop-client.ts";
import { measureClosed, measureOpen, type Load } from "./throughput.ts";

const GUESTS = 200;
const SKUS = 400;
const BASKETS = 300;
const STOCK = 50_000_000;
const CLIENTS = [64, 128, 256] as const;
const QUIET_SECONDS_MAX = 60;
export const group = "Orders (POST /api/v1/orders: price checked, stock held, order written)";

/** Things that can be bought, one of each product, spread over the whole catalogue. */
export const skusOf = async (
  { shop, shelf }: Ground,
  count: number,
): Promise<readonly [Sku, ...Sku[]]> => {
  const step = Math.max(1, Math.floor(shelf.products.length / count));
  const chosen = shelf.products.filter((_, nth) => nth % step === 0).slice(0, count);
  const client = shopClient(shop.origin, 4);
  try {
    const skus: Sku[] = [];
    for (const { slug } of chosen) {
      const path = `/api/v1/products/${encodeURIComponent(slug)}`;
      const { variants } = await client.read(ProductView, path);
      skus.push(...variants.slice(0, 1).map(({ sku }) => sku));
    }
    const [first, ...others] = skus;
    if (!first) throw new Error("There is nothing to sell.");
    return [first, ...others];
  } finally {
    await client.close();
  }
};

/** Buyers and priced baskets, with enough on the shelf for all. */
export const prepareOrders = async (
  { shop, db }: Ground,
  skus: readonly Sku[],
  baskets: readonly Basket[],
): Promise<Readonly<{ tokens: readonly string[]; quoted: readonly Quoted[] }>> => {
  const stocked = await stockUp(db, skus, STOCK);
  if (stocked !== skus.length)
    throw new Error(`${skus.length - stocked} of ${skus.length} things are on no shelf.`);
  const client = shopClient(shop.origin, 4);
  try {
    const tokens = await makeGuests(client, GUESTS);
    return { tokens, quoted: await quoteBaskets(client, baskets, tokens[0] ?? "") };
  } finally {
    await client.close();
  }
};

export const placing = (
  book: OrderBook,
  { tokens, quoted }: Readonly<{ tokens: readonly string[]; quoted: readonly Quoted[] }>,
): Load => {
  const dice = random(2_000);
  return (client) => async () =>
    (await placeOrder(client, book, dice.pick(quoted), dice.pick(tokens))).outcome;
};

type Of = Readonly<{ key: string; label: string }>;

const measure = async (ground: Ground, of: Of, load: Load): Promise<readonly Figure[]> => {
  const { key, label } = of;
  const all: Figure[] = [];
  const waiting: Figure[] = [];
  let p99AtMost = 0;
  const before = { rows: await rowsWritten(ground.db), orders: ground.book.placed.length };
  for (const clients of CLIENTS) {
    const about = { group, key: `${key}_${clients}_per_s`, label, clients };
    const { figure, tally } = await measureClosed(ground, about, load);
    all.push({ ...figure, label: `${label}, ${clients} clients` });
    p99AtMost = tally.latencies.percentileMs(99);
    for (const percent of [50, 99])
      waiting.push({
        group,
        key: `${key}_${clients}_p${percent}_ms`,
        label: `${label}, ${clients} clients, p${percent}`,
        value: tally.latencies.percentileMs(percent),
        unit: "ms",
      });
    await settle(ground);
  }
  const placed = ground.book.placed.length - before.orders;
  const rowsEach = ((await rowsWritten(ground.db)) - before.rows) / Math.max(1, placed);
  const best = all.reduce((one, other) => (other.value > one.value ? other : one));
  const rate = { highest: best.value, share: 0.6, suffix: "" };
  const busy = await measureOpen(ground, { group, key, label }, rate, load);
  const drained = await settle(ground);
  const at = { group, label };
  return [
    { ...best, key: `${key}_per_s`, label: `${label}, highest` },
    ...all,
    ...waiting,
    {
      ...at,
      key: `${key}_p99_ms_at_256`,
      label: `${label}, 256 clients, p99`,
      value: p99AtMost,
      unit: "ms",
    },
    ...busy,
    {
      ...at,
      key: `${key}_per_core_per_s`,
      label: `${label}, per core`,
      value: best.value / availableParallelism(),
      unit: "/s",
      remark: "load generator and database included",
    },
    {
      ...at,
      key: `${key}_drain_s`,
      label: `${label}, quiet again after`,
      value: drained,
      unit: "s",
      remark: "what follows an order (mails, statistics, …) of the load before",
    },
    {
      ...at,
      key: `${key}_rows_per_s`,
      label: `${label}, rows written`,
      value: best.value * rowsEach,
      unit: "/s",
      remark: `${rowsEach.toFixed(1)} for an order and all that follows it`,
    },
  ];
};

/** Waits on a day like any other, and at the most clients: by the names that other benches know. */
const waits = async (
  ground: Ground,
  figures: readonly Figure[],
  load: Load,
): Promise<readonly Figure[]> => {
  const valueOf = (key: string) => figures.find((one) => one.key === key)?.value ?? 0;
  const label = "a tenth of the highest rate";
  const rate = { highest: valueOf("orders_mixed_per_s"), share: 0.1, suffix: "_at_tenth" };
  const tenth = await measureOpen(ground, { group, key: "orders_mixed", label }, rate, load);
  await settle(ground);
  const short = (figure: Figure): Figure => ({
    ...figure,
    key: figure.key.replace("orders_mixed_", ""),
  });
  const at256 = figures.filter(({ key }) => key === "orders_mixed_p99_ms_at_256");
  return [...tenth, ...at256].map(short);
};

/** The work that a load leaves for later must not be counted against the next one. */
export const settle = async ({ shop, say }: Ground): Promise<number> => {
  const waited = await shop.untilQuiet(QUIET_SECONDS_MAX);
  if (waited === undefined) say(`  still at work ${QUIET_SECONDS_MAX} s after the load`);
  return waited ?? QUIET_SECONDS_MAX;
};

export const measureOrders: Measure = async (ground): Promise<Measured> => {
  const skus = await skusOf(ground, SKUS);
  const baskets = makeBaskets(skus, BASKETS);
  const mixed = await prepareOrders(ground, skus, baskets);
  const mixedFigures = await measure(
    ground,
    { key: "orders_mixed", label: `${BASKETS} baskets of 1 to 3 things` },
    placing(ground.book, mixed),
  );
  const [hot] = skus;
  const one = await prepareOrders(ground, [hot], [{ lines: [{ sku: hot, quantity: 1 }] }]);
  const hotFigures = await measure(
    ground,
    { key: "orders_hot", label: "one thing that all want" },
    placing(ground.book, one),
  );
  const calm = await waits(ground, mixedFigures, placing(ground.book, mixed));
  return { figures: [...mixedFigures, ...hotFigures, ...calm] };
};
