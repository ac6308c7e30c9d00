import { setTimeout as pause } from "node:timers/promises";
import { uuidv7 } from "@wares/platform";
import { countPaid, lagOfPaid } from "./audit.store.ts";
import { runClosedLoop } from "./closed-loop.ts";
import { warmUpOf, type Ground, type Measure, type Measured } from "./ground.ts";
import type { Send, Tally } from "./load.ts";
import { runOpenLoop } from "./open-loop.ts";
import { prepareOrders, settle, skusOf } from "./order-loads.ts";
import { makeBaskets, placeOrder } from "./orders.ts";
import { random } from "./random.ts";
import type { Figure } from "./report.ts";
import { outcomeFrom, shopClient, type ShopClient } from "./shop-client.ts";

const CLIENTS = 128;
const SKUS = 400;
const BASKETS = 300;
const CONNECTIONS = 512;
const WAITING_MAX = 5_000;
const DRAIN_SECONDS_MAX = 180;
const LOOK_MS = 500;
const LAG_MS_MAX = 1_000;
const STEPS_MAX = 4;
const group = "Orders paid (POST /orders, POST /payments, then Paid without anyone waiting)";

type Buyers = Awaited<ReturnType<typeof prepareOrders>>;
export type Paying = Readonly<{ ground: Ground; buyers: Buyers; payable: string[] }>;

/** One shopper: an order, and at once the money for it. */
export const buying = ({ ground, buyers, payable }: Paying, client: ShopClient): Send => {
  const dice = random(3_000);
  return async () => {
    const token = dice.pick(buyers.tokens);
    const quoted = dice.pick(buyers.quoted);
    const { orderId, outcome } = await placeOrder(client, ground.book, quoted, token);
    if (outcome !== "ok") return `order ${outcome}`;
    const request = { paymentId: uuidv7(), orderId, method: "CreditCard", token: "tok_visa" };
    const answer = await client.post("/api/v1/payments", JSON.stringify(request), token);
    if (answer.status !== 202) return `payment ${outcomeFrom(answer)}`;
    payable.push(orderId);
    return "ok";
  };
};

const failuresOf = ({ failures }: Tally): string =>
  [...failures].map(([kind, count]) => `${count} ${kind}`).join(", ");

/** As many as get through: from the first request until the last of them is Paid. */
export const burst = async (paying: Paying): Promise<number> => {
  const { ground, payable } = paying;
  const client = shopClient(ground.shop.origin, CLIENTS);
  try {
    const beganAt = Date.now();
    const { tally } = await runClosedLoop(
      { clients: CLIENTS, seconds: ground.seconds, warmUpSeconds: 0 },
      buying(paying, client),
    );
    const { paid, lastPaidAt } = await untilPaid(ground, payable, beganAt);
    const perSecond = paid / ((lastPaidAt - beganAt) / 1000);
    ground.say(
      `  paid, ${CLIENTS} clients: ${Math.round(perSecond)}/s ${failuresOf(tally)}`.trimEnd(),
    );
    return perSecond;
  } finally {
    await client.close();
  }
};

type Sustained = Readonly<{
  perSecond: number;
  lag: Readonly<{ p50: number; p99: number }>;
  drainedSeconds: number;
  remark: string;
  isBorne: boolean;
}>;

/** Shoppers who come at this rate, whether or not the shop keeps up. */
const sustain = async (paying: Paying, rate: number): Promise<Sustained> => {
  const { ground, payable } = paying;
  const { db, say, sustainSeconds: seconds } = ground;
  const client = shopClient(ground.shop.origin, CONNECTIONS);
  try {
    const [from, before] = [new Date(), payable.length];
    const { tally, unsent } = await runOpenLoop(
      { perSecond: rate, seconds, warmUpSeconds: warmUpOf(seconds), waitingMax: WAITING_MAX },
      buying(paying, client),
    );
    const { drainedSeconds } = await untilPaid(ground, payable, from.getTime());
    const lag = await lagOfPaid(db, from);
    const perSecond = (payable.length - before) / (seconds + warmUpOf(seconds));
    const turnedAway = unsent > 0 ? `${unsent} UNSENT` : "";
    const remark = [
      `${Math.round(rate)}/s constantly for ${seconds} s`,
      turnedAway,
      failuresOf(tally),
    ]
      .filter(Boolean)
      .join(", ");
    say(
      `  paid: ${remark}: from accepted to Paid p50 ${Math.round(lag.p50)} ms, p99 ${Math.round(lag.p99)} ms`,
    );
    const isBorne = lag.p99 < LAG_MS_MAX && unsent === 0 && tally.failures.size === 0;
    return { perSecond, lag, drainedSeconds, remark, isBorne };
  } finally {
    await client.close();
  }
};

/** Orders with their payment: the highest rate at which the shop keeps up, found by going down to it. */
export const measurePaid: Measure = async (ground): Promise<Measured> => {
  const skus = await skusOf(ground, SKUS);
  const buyers = await prepareOrders(ground, skus, makeBaskets(skus, BASKETS));
  await settle(ground);
  const paying: Paying = { ground, buyers, payable: [] };
  const highest = await burst(paying);
  await settle(ground);

  let rate = highest * 0.9;
  let found = await sustain(paying, rate);
  for (let step = 1; step < STEPS_MAX && !found.isBorne; step++) {
    await settle(ground);
    rate *= 0.8;
    found = await sustain(paying, rate);
  }
  const { paid } = await countPaid(ground.db, paying.payable);
  return {
    figures: figuresOf(found, highest),
    faults:
      paid === paying.payable.length
        ? []
        : [`paid: ${paying.payable.length} payments were accepted, ${paid} orders are Paid`],
  };
};

const figuresOf = (found: Sustained, highest: number): readonly Figure[] => {
  const figure = (key: string, label: string, value: number, unit: string): Figure => ({
    group,
    key,
    label,
    value,
    unit,
  });
  const verdict = found.isBorne ? "" : `NOT BORNE: p99 of the lag is above ${LAG_MS_MAX} ms`;
  return [
    {
      ...figure("orders_paid_per_s", "paid, sustained", found.perSecond, "/s"),
      remark: [found.remark, verdict].filter(Boolean).join(", "),
    },
    figure("orders_paid_burst_per_s", `paid, ${CLIENTS} clients, to the last Paid`, highest, "/s"),
    figure("lag_p50_ms", "from accepted to Paid, p50", found.lag.p50, "ms"),
    figure("lag_p99_ms", "from accepted to Paid, p99", found.lag.p99, "ms"),
    figure("orders_paid_drain_s", "last Paid after the last request", found.drainedSeconds, "s"),
  ];
};

/** Looks at the rows, seldom: a page per order would be the larger load. The rows tell the time. */
export const untilPaid = async ({ db }: Ground, payable: readonly string[], beganAt: number) => {
  const sentAllAt = Date.now();
  const endsAt = sentAllAt + DRAIN_SECONDS_MAX * 1000;
  for (;;) {
    const { paid, lastAt } = await countPaid(db, payable);
    if (paid >= payable.length || Date.now() > endsAt) {
      const lastPaidAt = Math.max(lastAt, beganAt + 1);
      return { paid, lastPaidAt, drainedSeconds: Math.max(0, (lastPaidAt - sentAllAt) / 1000) };
    }
    await pause(LOOK_MS);
  }
};
