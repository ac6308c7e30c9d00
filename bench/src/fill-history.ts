import { setTimeout as pause } from "node:timers/promises";
import { runClosedLoop } from "./closed-loop.ts";
import { freeGib, KEPT_FREE_GIB } from "./disk-room.ts";
import type { Ground } from "./ground.ts";
import { addHistory, prepareHistory } from "./history.store.ts";
import { settle } from "./order-loads.ts";
import { buying, untilPaid, type Paying } from "./paid-orders.ts";
import { shopClient } from "./shop-client.ts";

const TEMPLATE_CLIENTS = 8;
const TEMPLATE_SECONDS = 3;
const TEMPLATES_MIN = 20;
const BATCH = 10_000;
const YEARS = 2;
const TOLD_MS = 10_000;

/** Orders that went the whole way in this shop, to make past ones from. */
export const makeTemplates = async (paying: Paying): Promise<void> => {
  const { ground, payable } = paying;
  const client = shopClient(ground.shop.origin, TEMPLATE_CLIENTS);
  const load = { clients: TEMPLATE_CLIENTS, seconds: TEMPLATE_SECONDS, warmUpSeconds: 0 };
  try {
    await runClosedLoop(load, buying(paying, client));
  } finally {
    await client.close();
  }
  await untilPaid(ground, payable, Date.now());
  await settle(ground);
  const kept = await prepareHistory(ground.db, payable.slice(0, 200));
  if (kept < TEMPLATES_MIN) throw new Error(`Only ${kept} orders became Paid: too few to copy.`);
};

type Fill = Readonly<{ folder: string; have: number; upTo: number; total: number }>;

/** Adds past orders until there are so many, or the disk is nearly full. Tells how many there are then. */
export const fillHistory = async (
  { db, say }: Ground,
  { folder, have, upTo, total }: Fill,
): Promise<number> => {
  const beganAt = performance.now();
  let [there, toldAt] = [have, beganAt];
  while (there < upTo) {
    const free = freeGib(folder);
    if (free < KEPT_FREE_GIB) {
      say(`  ${free.toFixed(1)} GiB of disk are left: stopped at ${there.toLocaleString("en")}`);
      break;
    }
    const count = Math.min(BATCH, upTo - there);
    await addHistory(db, { first: there, count, total, years: YEARS });
    there += count;
    if (performance.now() - toldAt > TOLD_MS) {
      toldAt = performance.now();
      const perSecond = ((there - have) * 1000) / (toldAt - beganAt);
      const left = (upTo - there) / perSecond;
      say(
        `  ${there.toLocaleString("en")} past orders, ${Math.round(perSecond)}/s, ${Math.ceil(left / 60)} min to go`,
      );
    }
    await pause(0); // Ctrl-C is heard between two batches
  }
  return there;
};
