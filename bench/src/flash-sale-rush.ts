import { setTimeout as pause } from "node:timers/promises";
import { countSold, endSale } from "./audit.store.ts";
import { buy, mannerOf, paceOf, type Bought, type Buyer, type Market } from "./flash-sale-buyer.ts";
import { quoteSale, scheduleSale, type Sale } from "./flash-sale-staff.ts";
import type { Ground, Measure, Measured } from "./ground.ts";
import { runOpenLoop } from "./open-loop.ts";
import { settle, skusOf } from "./order-loads.ts";
import { makeGuests } from "./orders.ts";
import { random } from "./random.ts";
import type { Figure } from "./report.ts";
import { rushWaits, waitFigures, type Waits } from "./rush-waits.ts";
import { shopClient } from "./shop-client.ts";

const CONNECTIONS = 1_000;
/** A second or two pass before the sale's goods are set aside. */
const STARTS_IN_MS = { long: 5_000, short: 1_500 };
const ROUNDS_MAX = 60;
const PAID_SECONDS_MAX = 60;

export type Rush = Readonly<{
  buyers: number;
  units: number;
  seed: number;
  rooms: readonly boolean[];
  /** All come within so many seconds. */
  seconds: number;
  /** How often, each time with the next seed. */
  runs: number;
}>;

/** What came of one sale. */
export type Sold = Readonly<{
  hasRoom: boolean;
  paid: number;
  oversold: number;
  undersold: number;
  waits: Waits;
  soldOutSeconds: number;
  told: string;
  faults: readonly string[];
}>;

/** A sale that many want, with a waiting room and without, until everything is sold and paid for. */
export const measureRush =
  (rush: Rush): Measure =>
  async (ground): Promise<Measured> => {
    const all: Sold[] = [];
    const skus = await skusOf(ground, rush.rooms.length);
    for (const [nth, hasRoom] of rush.rooms.entries())
      all.push(await oneSale(ground, rush, { sku: skus[nth] ?? skus[0], hasRoom }));
    return { figures: all.flatMap(figuresOf), faults: all.flatMap(({ faults }) => faults) };
  };

/** The small one of the plain bench, under names that say in its JSON what was sold. */
export const measureSmallRush: Measure = async (ground): Promise<Measured> => {
  const small = { buyers: 500, units: 100, seed: 1, rooms: [false], seconds: 1, runs: 1 };
  const { figures, faults = [] } = await measureRush(small)(ground);
  return { figures: figures.map((one) => ({ ...one, key: `flash_sale_${one.key}` })), faults };
};

export const oneSale = async (
  ground: Ground,
  { buyers: count, units, seed, seconds }: Rush,
  { sku, hasRoom }: Pick<Sale, "sku" | "hasRoom">,
): Promise<Sold> => {
  const { shop, say } = ground;
  const client = shopClient(shop.origin, Math.min(CONNECTIONS, count));
  try {
    say(`  flash sale: ${count} buyers are given their names`);
    const tokens = await makeGuests(client, count, CONNECTIONS / 10);
    const dice = random(seed);
    const buyers = tokens
      .slice(0, count)
      .map((token, nth): Buyer => ({ nth, token, manner: mannerOf(dice), pace: paceOf(dice) }));
    const startsInMs = seconds < 5 ? STARTS_IN_MS.short : STARTS_IN_MS.long;
    const sale = await scheduleSale(ground, client, { sku, units, hasRoom, startsInMs });
    // With a room half of them come before it opens; without, nobody can do anything there yet.
    await pause(sale.startsAt - Date.now() - (hasRoom ? (seconds * 1000) / 4 : -300));
    const run = await rushTo(ground, sale, { client, buyers, seconds });
    await settle(ground);
    const sold = await judged(ground, sale, run);
    await endSale(ground.db, sale);
    return sold;
  } finally {
    await client.close();
  }
};

type Crowd = Readonly<{ client: Market["client"]; buyers: readonly Buyer[]; seconds: number }>;
type Run = Readonly<{
  outcomes: ReadonlyMap<string, number>;
  waits: Waits;
  soldOutSeconds: number;
}>;

const rushTo = async (
  ground: Ground,
  sale: Sale,
  { client, buyers, seconds }: Crowd,
): Promise<Run> => {
  let placed = 0;
  let soldOutAt = 0;
  const onPlaced = () => {
    placed++;
    if (placed === sale.units) soldOutAt = Date.now();
  };
  const bodies = sale.hasRoom ? untilOpen(sale) : Promise.resolve();
  const body = bodies.then(() => quoteSale(client, sale, buyers[0]?.token ?? ""));
  // Where they can, all have seen the price before it begins.
  if (!sale.hasRoom) await body;
  const waits = rushWaits();
  const outcomes = new Map<string, number>();
  const losers: Buyer[] = [];
  const go = async (buyer: Buyer, pressedAt = performance.now()): Promise<"ok"> => {
    const market = async (): Promise<Market> => ({
      client,
      sale,
      book: ground.book,
      body: await body,
      onPlaced,
      waits,
    });
    const bought: Bought = await buy(await market(), buyer, pressedAt);
    const { end, no, why } = bought;
    if (end === "sold out" && no) waits.no(no);
    if (end === "sold out") losers.push(buyer);
    const told = end === "odd" ? `odd: ${why}` : end;
    outcomes.set(told, (outcomes.get(told) ?? 0) + 1);
    return "ok";
  };
  const perSecond = buyers.length / seconds;
  const loop = { perSecond, seconds, warmUpSeconds: 0, waitingMax: buyers.length };
  await runOpenLoop(loop, (nth, dueAt) => go(buyers[nth % buyers.length]!, dueAt));
  ground.say(`  flash sale: the rush is over: ${told(outcomes)}`);
  // What those who walked away gave back is for those who try again.
  for (let round = 0; round < ROUNDS_MAX && losers.length > 0; round++) {
    const { left } = await countSold(ground.db, sale);
    if (left === 0) break;
    await Promise.all(losers.splice(0, left * 2).map((buyer) => go(buyer)));
    await pause(250);
  }
  const soldOutSeconds = soldOutAt === 0 ? Number.NaN : (soldOutAt - sale.startsAt) / 1000;
  return { outcomes, waits: waits.read(), soldOutSeconds };
};

const untilOpen = (sale: Sale) => pause(Math.max(0, sale.startsAt - Date.now()) + 300);

const told = (outcomes: Run["outcomes"]): string =>
  [...outcomes].map(([end, count]) => `${count} ${end}`).join(", ");

const placeOf = (hasRoom: boolean) => (hasRoom ? "with a waiting room" : "without a waiting room");

/** From the rows, when everything that follows an order is done. */
const judged = async (ground: Ground, sale: Sale, run: Run): Promise<Sold> => {
  const { db, say } = ground;
  let sold = await countSold(db, sale);
  for (let waited = 0; waited < PAID_SECONDS_MAX && sold.paid < sale.units; waited++) {
    await pause(1_000);
    sold = await countSold(db, sale);
  }
  const oversold = Math.max(0, sold.paid - sale.units, sold.promised - sale.units);
  const undersold = Math.max(0, sale.units - sold.paid);
  const where = placeOf(sale.hasRoom);
  say(`  flash sale ${where}: ${sold.paid} paid of ${sale.units}; ${told(run.outcomes)}`);
  const isOdd = [...run.outcomes.keys()].some((end) => end.startsWith("odd"));
  return {
    hasRoom: sale.hasRoom,
    paid: sold.paid,
    oversold,
    undersold,
    waits: run.waits,
    soldOutSeconds: run.soldOutSeconds,
    told: told(run.outcomes),
    faults: [
      ...(oversold + undersold === 0
        ? []
        : [`flash sale ${where}: ${oversold} oversold, ${undersold} undersold`]),
      ...(isOdd ? [`flash sale ${where}: ${told(run.outcomes)}`] : []),
    ],
  };
};

export const figuresOf = (sold: Omit<Sold, "faults">): readonly Figure[] => {
  const { hasRoom, paid, oversold, undersold, waits, soldOutSeconds } = sold;
  const figure = (key: string, label: string, value: number, unit = ""): Figure => ({
    group: `Flash sale ${placeOf(hasRoom)}`,
    key: `${key}${hasRoom ? "_with_room" : ""}`,
    label,
    value,
    unit,
  });
  return [
    { ...figure("paid", "units paid for", paid), remark: sold.told },
    figure("oversold", "oversold", oversold),
    figure("undersold", "undersold", undersold),
    ...waitFigures(figure, waits),
    figure("sold_out_s", "all promised after the opening", soldOutSeconds, "s"),
  ];
};
