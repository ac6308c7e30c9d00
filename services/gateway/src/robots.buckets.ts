import type { FlashSaleId, WaitingTicketRequest } from "@wares/contracts";
import { Refused } from "@wares/platform";
import { LRUCache } from "lru-cache";
import type { Challenges } from "./challenge.secrets.ts";
import { rateBuckets } from "./rate.buckets.ts";
import { refusals } from "./refusals.ts";
import { paced, zeroBitsFor, type Pace, type Thresholds } from "./robots.ts";
import type { Limit } from "./route-limits.ts";
import type { Asked } from "./ticket.store.ts";

/** One person asks again after a reload, from a few tabs; not ten times a second. */
const perBuyer: Limit = { name: "tickets", max: 30, windowSeconds: 60 };
const networksMax = 50_000;

export type Door = Readonly<{
  asked: Asked;
  network: string;
  proof?: WaitingTicketRequest["proof"] | undefined;
}>;

/** What slows robots at the door of a waiting room. Counted in this process: two count apart. */
export const doorkeeper = (
  challenges: Challenges,
  most: Thresholds,
  nowMs: () => number = () => performance.now(),
) => {
  const buckets = rateBuckets(nowMs);
  const tickets = new LRUCache<string, number>({ max: networksMax });
  const placeOf = (flashSaleId: FlashSaleId, network: string) => `${flashSaleId} ${network}`;
  let pace: Pace = { perSecond: 0, atMs: nowMs() };

  return {
    /** For every asking, also for one's own ticket. */
    countAsking: (buyerId: string): void => {
      const { isAllowed, waitSeconds } = buckets(perBuyer, buyerId);
      if (!isAllowed)
        throw new Refused({ ...refusals.tooManyTries, retryAfterSeconds: waitSeconds });
    },
    /** For who has no ticket yet: in, or a puzzle. */
    letPass: ({ asked, network, proof }: Door): void => {
      pace = paced(pace, nowMs(), 1);
      const place = placeOf(asked.flashSaleId, network);
      const ticketsOfNetwork = tickets.get(place) ?? 0;
      const zeroBits = zeroBitsFor({ joinsPerSecond: pace.perSecond, ticketsOfNetwork }, most);
      const mayPass = zeroBits === 0 || (proof !== undefined && challenges.accept(proof, asked));
      if (!mayPass)
        throw new Refused({
          ...refusals.proofOfWorkNeeded,
          detail: { proof: challenges.pose(asked, zeroBits) },
        });
      tickets.set(place, ticketsOfNetwork + 1);
    },
  };
};
export type Doorkeeper = ReturnType<typeof doorkeeper>;
