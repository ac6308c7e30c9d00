import { ProductView, type Sku } from "@wares/contracts";
import { stockUp } from "./audit.store.ts";
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
const CLIENTS = [32, 64, 128] as const;
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

const placing = (
  book: OrderBook,
  { tokens, quoted }: Readonly<{ tokens: readonly string[]; quoted: readonly Quoted[] }>,
): Load => {
  const dice = random(2_000);
  return (client) => async () =>
    (await placeOrder(client, book, dice.pick(quoted), dice.pick(tokens))).outcome;
};

const measure = async (
  ground: Ground,
  { key, label }: Readonly<{ key: string; label: string }>,
  load: Load,
): Promise<readonly Figure[]> => {
  const all: Figure[] = [];
  for (const clients of CLIENTS) {
    const about = { group, key: `${key}_${clients}_per_s`, label, clients };
    all.push((await measureClosed(ground, about, load)).figure);
    await settle(ground);
  }
  const best = all.reduce((one, other) => (other.value > one.value ? other : one));
  const waits = await measureOpen(ground, { group, key, label }, best.value, load);
  const drained = await settle(ground);
  return [
    { ...best, key: `${key}_per_s`, label: `${label}, highest` },
    ...all.map((one, nth) => ({ ...one, label: `${label}, ${CLIENTS[nth]} clients` })),
    ...waits,
    {
      group,
      key: `${key}_drain_s`,
      label: `${label}, quiet again after`,
      value: drained,
      unit: "s",
      remark: "what follows an order (mails, statistics, …) of the load before",
    },
  ];
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
  return { figures: [...mixedFigures, ...hotFigures] };
};
