import { randomBytes } from "node:crypto";
import type { ProofOfWork, WaitingTicketRequest } from "@wares/contracts";
import type { Keys } from "@wares/platform";
import { isSolved } from "@wares/platform/proof-of-work";
import { LRUCache } from "lru-cache";
import { keyOf, type Asked } from "./ticket.store.ts";

type Proof = NonNullable<WaitingTicketRequest["proof"]>;

const purpose = "proof-of-work";
const lifetimeMs = 120_000;
// About 10 MB when full. One that is forgotten too early could be used again by the same buyer for the
// same sale, who by then has a ticket.
const spentMax = 50_000;

/**
 * Puzzles nobody else can set, for one buyer and one sale, good for two minutes and once. Nothing is kept
 * of those that were never solved.
 */
export const challenges = (keys: Keys, now: () => Date) => {
  const spent = new LRUCache<string, true>({ max: spentMax, ttl: lifetimeMs });
  const signature = (terms: string, asked: Asked) =>
    keys.sign(purpose, `${terms} ${keyOf(asked)}`).slice(0, 22);

  return {
    pose: (asked: Asked, zeroBits: number): ProofOfWork => {
      const expiresAt = new Date(now().getTime() + lifetimeMs);
      const salt = randomBytes(9).toString("base64url");
      const terms = `${expiresAt.getTime().toString(36)}.${zeroBits}.${salt}`;
      const challenge = `${terms}.${signature(terms, asked)}`;
      return { challenge, zeroBits, expiresAt: expiresAt.toISOString() };
    },
    /** Yes once. The cheap questions come first, the hash last. */
    accept: ({ challenge, nonce }: Proof, asked: Asked): boolean => {
      const [expires = "", bits = "", salt = "", signed = ""] = challenge.split(".");
      const terms = `${expires}.${bits}.${salt}`;
      if (signature(terms, asked) !== signed || challenge !== `${terms}.${signed}`) return false;
      if (Number.parseInt(expires, 36) <= now().getTime() || spent.has(challenge)) return false;
      if (!isSolved({ challenge, zeroBits: Number(bits) }, nonce)) return false;
      spent.set(challenge, true);
      return true;
    },
  };
};
export type Challenges = ReturnType<typeof challenges>;
