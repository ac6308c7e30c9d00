import { setTimeout as pause } from "node:timers/promises";
import { uuidv7 } from "@wares/platform";
import type { ShopClient } from "../../bench/src/shop-client.ts";

// Many people who want to order at once, whether or not the shop can. Who is told to come again comes
// again when told, with the same order.

export type Book = {
  accepted: string[];
  /** Told "busy" to the last: by the shop's word nothing of theirs was begun. */
  turnedAway: string[];
  refusals: number;
  /** By what they were answered, where it was neither. */
  strange: string[];
  /** Came while too many of us were still waiting: our own limit, not the shop's. */
  unsent: number;
};
export const book = (): Book => ({
  accepted: [],
  turnedAway: [],
  refusals: 0,
  strange: [],
  unsent: 0,
});

type Wish = Readonly<{ client: ShopClient; bodyAfterId: string; tokens: readonly string[] }>;

export const crowd = ({ client, bodyAfterId, tokens }: Wish) => {
  /** One order, asked for up to so many times more when refused. */
  const order = async (kept: Book, nth: number, again: number, orderId: string = uuidv7()) => {
    const token = tokens[nth % tokens.length];
    for (let left = again; ; left--) {
      const answer = await client
        .post("/api/v1/orders", `{"orderId":"${orderId}",${bodyAfterId}`, token)
        .catch((error: unknown) => ({ status: 0, text: String(error), retryAfterSeconds: 0 }));
      if (answer.status === 201) return void kept.accepted.push(orderId);
      const isTold = answer.status === 503 && (answer.retryAfterSeconds ?? 0) >= 1;
      if (!isTold || !answer.text.includes('"platform.busy"'))
        return void kept.strange.push(`${answer.status} ${answer.text.slice(0, 200)}`);
      kept.refusals += 1;
      if (left === 0) return void kept.turnedAway.push(orderId);
      await pause((answer.retryAfterSeconds ?? 1) * 1_000);
    }
  };
  /** As many as get through: so many people, each of whom orders when the last one is answered. */
  const steady = async (people: number, seconds: number): Promise<Book> => {
    const kept = book();
    const end = performance.now() + seconds * 1_000;
    const one = async (nth: number) => {
      while (performance.now() < end) await order(kept, nth, 0);
    };
    await Promise.all(Array.from({ length: people }, (_none, nth) => one(nth)));
    return kept;
  };
  /** At fixed times, answered or not. */
  const spike = async (
    perSecond: number,
    seconds: number,
    { again, waitingMax }: Readonly<{ again: number; waitingMax: number }>,
  ) => {
    const kept = book();
    const begin = performance.now();
    const waiting = new Set<Promise<void>>();
    const total = Math.round(perSecond * seconds);
    for (let nth = 0; nth < total;) {
      const due = Math.min(total, ((performance.now() - begin) * perSecond) / 1_000);
      for (; nth < due; nth++) {
        if (waiting.size >= waitingMax) {
          kept.unsent += 1;
          continue;
        }
        const one: Promise<void> = order(kept, nth, again).finally(() => waiting.delete(one));
        waiting.add(one);
      }
      await pause(1);
    }
    const spikeSeconds = (performance.now() - begin) / 1_000;
    const acceptedMeanwhile = kept.accepted.length;
    return { kept, spikeSeconds, acceptedMeanwhile, allAnswered: Promise.all(waiting) };
  };
  return { order, steady, spike };
};

/** Looks at these again and again until stopped; what was answered, and how long each took. */
export const onlookers = (client: ShopClient, paths: readonly string[], everyMs: number) => {
  const statuses = new Map<string, number>();
  const waits: number[] = [];
  let isOver = false;
  const look = async (nth: number) => {
    const path = paths[nth % paths.length] ?? "/";
    const begin = performance.now();
    const { status, retryAfterSeconds = 0 } = await client
      .get(path)
      .catch((error: unknown) => ({ status: `${path}: ${String(error)}`, retryAfterSeconds: 0 }));
    waits.push(performance.now() - begin);
    const word = status === 503 && retryAfterSeconds > 0 ? "503, come again" : String(status);
    statuses.set(word, (statuses.get(word) ?? 0) + 1);
  };
  const looking = (async () => {
    const begun: Promise<void>[] = [];
    for (let nth = 0; !isOver; nth++) {
      begun.push(look(nth));
      await pause(everyMs);
    }
    await Promise.all(begun);
  })();
  return async () => {
    isOver = true;
    await looking;
    const sorted = waits.toSorted((one, other) => one - other);
    const at = (share: number) => Math.round(sorted[Math.floor(sorted.length * share)] ?? 0);
    return { statuses: Object.fromEntries(statuses), p50: at(0.5), p99: at(0.99) };
  };
};
