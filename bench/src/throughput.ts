import { runClosedLoop } from "./closed-loop.ts";
import { warmUpOf, type Ground } from "./ground.ts";
import type { Send, Tally } from "./load.ts";
import { runOpenLoop } from "./open-loop.ts";
import type { Figure } from "./report.ts";
import { shopClient, type ShopClient } from "./shop-client.ts";

/** What one of the loads sends, over the connections it is given. */
export type Load = (client: ShopClient) => Send;

type About = Readonly<{ group: string; key: string; label: string }>;

const WAITING_MAX = 5_000;
const OPEN_CONNECTIONS = 256;

const failuresOf = ({ failures, latencies }: Tally): string =>
  [...failures].map(([kind, count]) => `${count} of ${latencies.count()}: ${kind}`).join(", ");

/** Too busy is an answer; any other 5xx is a defect, under whatever load. */
const complainOf = ({ failures }: Tally, label: string, { complain }: Ground): void => {
  for (const [kind, count] of failures)
    if (kind.startsWith("5") && !kind.startsWith("503"))
      complain(`${label}: ${count} answers ${kind}`);
};

/** How many requests a second get through, with so many clients at once. Failures do not count. */
export const measureClosed = async (
  ground: Ground,
  { key, group, label, clients }: About & Readonly<{ clients: number }>,
  load: Load,
): Promise<Readonly<{ figure: Figure; tally: Tally }>> => {
  const { shop, seconds, say } = ground;
  const client = shopClient(shop.origin, clients);
  const usedBefore = shop.processorSeconds();
  try {
    const { perSecond, tally, sent } = await runClosedLoop(
      { clients, seconds, warmUpSeconds: warmUpOf(seconds) },
      load(client),
    );
    const costMs = ((shop.processorSeconds() - usedBefore) * 1000) / sent;
    const failures = failuresOf(tally);
    complainOf(tally, label, ground);
    if (tally.okCount() === 0)
      throw new Error(`${label}: ${failures || `no answer within ${seconds} s`}`);
    say(`  ${label}, ${clients} clients: ${Math.round(perSecond)}/s ${failures}`.trimEnd());
    const p99 = tally.latencies.percentileMs(99);
    // Unlike the rate, the cost is much the same when others want the processors too.
    const cost = `${costMs.toFixed(2)} ms of processor each`;
    const remark = [`${clients} clients`, `p99 ${Math.round(p99)} ms`, cost, failures];
    const figure = {
      group,
      key,
      label,
      value: perSecond,
      unit: "/s",
      remark: remark.filter(Boolean).join(", "),
      costMs,
    };
    return { figure, tally };
  } finally {
    await client.close();
  }
};

/** A share of the highest rate: most of it is a busy day, a tenth any other. */
export type Rate = Readonly<{ highest: number; share: number; suffix: string }>;

/** Waits at a rate that is borne, each counted from the time its request was due. */
export const measureOpen = async (
  ground: Ground,
  { key, group, label }: About,
  { highest, share, suffix }: Rate,
  load: Load,
): Promise<readonly Figure[]> => {
  const perSecond = Math.max(1, highest * share);
  const { shop, seconds, say } = ground;
  const client = shopClient(shop.origin, OPEN_CONNECTIONS);
  try {
    const { tally, unsent } = await runOpenLoop(
      { perSecond, seconds, warmUpSeconds: warmUpOf(seconds), waitingMax: WAITING_MAX },
      load(client),
    );
    complainOf(tally, label, ground);
    const remark = [
      `${Math.round(perSecond)}/s constantly, ${Math.round(share * 100)} % of the highest`,
      failuresOf(tally),
      unsent > 0 ? `${unsent} UNSENT: the rate was not borne` : "",
    ]
      .filter(Boolean)
      .join(", ");
    const { latencies } = tally;
    const figureAt = (percent: number): Figure => ({
      group,
      key: `${key}_p${String(percent).replace(".", "")}_ms${suffix}`,
      label: `${label}, p${percent}`,
      value: latencies.percentileMs(percent),
      unit: "ms",
      ...(percent === 50 && { remark }),
    });
    say(`  ${label}, open loop: p99 ${latencies.percentileMs(99).toFixed(1)} ms (${remark})`);
    return [figureAt(50), figureAt(99), figureAt(99.9)];
  } finally {
    await client.close();
  }
};
