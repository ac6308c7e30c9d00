import { lagOfPaid } from "./audit.store.ts";
import { auditBooks } from "./books.ts";
import type { Ground } from "./ground.ts";
import { factsOfRun, watchOthers } from "./machine.ts";
import { openGround } from "./open-ground.ts";
import { runOpenLoop } from "./open-loop.ts";
import type { Options } from "./options.ts";
import { prepareOrders, settle, skusOf } from "./order-loads.ts";
import { makeBaskets } from "./orders.ts";
import { burst, buying, untilPaid, type Paying } from "./paid-orders.ts";
import { shopClient } from "./shop-client.ts";
import { startShop } from "./shop.ts";
import { judgeSoak, renderJudged, soakHead, soakLine, type Minute } from "./soak-verdict.ts";
import { sizesOf } from "./soak.store.ts";

const SKUS = 200;
const BASKETS = 100;
const CONNECTIONS = 256;
const WAITING_MAX = 5_000;
/** Of what was measured just before: a busy day. */
const SHARE = 0.6;
const SETTLE_SECONDS_MAX = 120;

type Say = (line: string) => void;

/** Orders with their payment at a constant rate. Between two minutes is only what the last of one still waits for. */
const soak = async (paying: Paying, perSecond: number, minutes: number): Promise<Minute[]> => {
  const { ground, payable } = paying;
  const { shop, db, say } = ground;
  const client = shopClient(shop.origin, CONNECTIONS);
  const send = buying(paying, client);
  const told: Minute[] = [];
  try {
    say(soakHead);
    for (let nth = 1; nth <= minutes; nth++) {
      const [from, before, used] = [new Date(), payable.length, shop.processorSeconds()];
      const load = { perSecond, seconds: 60, warmUpSeconds: 0, waitingMax: WAITING_MAX };
      const { tally, unsent } = await runOpenLoop(load, send);
      const usedSince = shop.processorSeconds() - used;
      const seconds = (Date.now() - from.getTime()) / 1000;
      for (const [kind, count] of tally.failures)
        if (/ 5(?!03)\d\d/.test(` ${kind}`)) ground.complain(`minute ${nth}: ${count} × ${kind}`);
      const orders = payable.length - before;
      const { latencies } = tally;
      const { shopMib, databaseMib } = shop.memory();
      const minute: Minute = {
        ...(await sizesOf(db)),
        ordersPerSecond: orders / seconds,
        p50Ms: latencies.percentileMs(50),
        p99Ms: latencies.percentileMs(99),
        lagP99Ms: (await lagOfPaid(db, from)).p99,
        shopMib,
        databaseMib,
        processorMs: (usedSince * 1000) / Math.max(1, orders),
        failed: [...tally.failures.values()].reduce((sum, count) => sum + count, 0),
        unsent,
      };
      told.push(minute);
      say(soakLine(nth, minute));
    }
    return told;
  } finally {
    await client.close();
  }
};

const measure = async (ground: Ground, minutes: number) => {
  const skus = await skusOf(ground, SKUS);
  const buyers = await prepareOrders(ground, skus, makeBaskets(skus, BASKETS));
  const paying: Paying = { ground, buyers, payable: [] };
  await settle(ground);
  const highest = await burst(paying);
  await settle(ground);
  const rate = Math.max(1, highest * SHARE);
  ground.say(
    `  ${Math.round(rate)} orders/s for ${minutes} min, ${SHARE * 100} % of the highest\n`,
  );
  const told = await soak(paying, rate, minutes);
  const { paid } = await untilPaid(ground, paying.payable, Date.now());
  if (paid < paying.payable.length)
    ground.complain(`${paying.payable.length - paid} orders that were paid for are not Paid`);
  await settle(ground);
  return { rate, told };
};

/** A load that is borne, for long: whether anything grows or gets slower that should not. */
export const runSoak = async (folder: string, options: Options, say: Say): Promise<number> => {
  const { minutes = 10, seconds, sustainSeconds, json } = options;
  const facts = factsOfRun();
  say(`${facts.machine}; Node ${facts.node_version}; ${facts.commit}; load ${facts.load_before}\n`);
  const faults: string[] = [];
  const complain = (fault: string) => void faults.push(fault);
  const shop = await startShop(folder);
  try {
    await shop.untilQuiet(SETTLE_SECONDS_MAX);
    const ground = await openGround(shop, { seconds, sustainSeconds, say, complain });
    try {
      const othersShare = watchOthers();
      const { rate, told } = await measure(ground, minutes);
      const others = Math.round(othersShare());
      faults.push(...(await auditBooks(ground)));
      const judged = judgeSoak(told);
      const isFlat = judged.every(({ trend }) => trend.isFlat);
      say(`\n${renderJudged(judged)}\n`);
      say(
        `${isFlat ? "Flat" : "NOT FLAT"}. Other programs took ${others} % of the processors meanwhile.`,
      );
      for (const fault of faults) say(`WRONG: ${fault}`);
      if (json)
        say(
          JSON.stringify({
            soak_verdict: isFlat ? "flat" : "not flat",
            orders_per_s: Math.round(rate),
            rss_peak_mib: shop.peakMib(),
            minutes: told,
            trends: Object.fromEntries(judged.map(({ label, trend }) => [label, trend])),
            others_share_percent: others,
            ...facts,
            postgres_version: ground.postgresVersion,
            faults: faults.length,
          }),
        );
      return faults.length === 0 && isFlat ? 0 : 1;
    } finally {
      await ground.db.end();
    }
  } finally {
    await shop.stop();
  }
};
