import { LRUCache } from "lru-cache";
import type { Limit } from "./route-limits.ts";

/** Networks remembered at a time; about 10 MB when full. The longest silent is forgotten first. */
const networksMax = 50_000;

export type Verdict = Readonly<{
  limit: Limit;
  isAllowed: boolean;
  remaining: number;
  /** Until one more request is free. */
  waitSeconds: number;
}>;

type Bucket = { tokens: number; atMs: number };

/** Token buckets in this process: full at first, refilled evenly. Two processes count apart. */
export const rateBuckets = (nowMs: () => number = () => performance.now()) => {
  const buckets = new LRUCache<string, Bucket>({ max: networksMax });
  return (limit: Limit, network: string): Verdict => {
    const { name, max, windowSeconds } = limit;
    const key = `${name} ${network}`;
    const now = nowMs();
    const perMs = max / (windowSeconds * 1_000);
    const bucket = buckets.get(key) ?? { tokens: max, atMs: now };
    const tokens = Math.min(max, bucket.tokens + (now - bucket.atMs) * perMs);
    const isAllowed = tokens >= 1;
    const left = isAllowed ? tokens - 1 : tokens;
    buckets.set(key, { tokens: left, atMs: now });
    const waitSeconds = left >= 1 ? 0 : Math.ceil((1 - left) / perMs / 1_000);
    return { limit, isAllowed, remaining: Math.floor(left), waitSeconds };
  };
};
export type RateBuckets = ReturnType<typeof rateBuckets>;
