import { hash, verify, type Options } from "@node-rs/argon2";
import { Refused } from "@wares/platform";
import { refusals } from "./refusals.ts";

// argon2id as OWASP advises: 19 MiB, two passes, about 13 ms of processor time. Two at once and a short
// queue: a flood of sign-ins costs 40 MiB and a 503, never the shop.

const parameters: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const current = "$argon2id$v=19$m=19456,t=2,p=1$";

type Limits = Readonly<{ atOnceMax: number; waitingMax: number }>;

/** Runs at most so many at a time; refuses what would wait behind too many. */
export const bounded = ({ atOnceMax, waitingMax }: Limits) => {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (running < atOnceMax) running += 1;
    else {
      if (waiting.length >= waitingMax) throw new Refused(refusals.busy);
      // Whoever finishes hands its place on: it is never free in between.
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
};

export type Passwords = ReturnType<typeof passwordHashes>;

export const passwordHashes = (limits: Limits = { atOnceMax: 2, waitingMax: 64 }) => {
  const inTurn = bounded(limits);
  // Nobody's password: what is compared when nobody has the address, so that it takes as long.
  let nobodys: Promise<string> | undefined;
  return {
    hash: (password: string): Promise<string> => inTurn(() => hash(password, parameters)),
    verify: async (stored: string | undefined, password: string): Promise<boolean> => {
      nobodys ??= hash("nobody has this password", parameters);
      const other = await nobodys;
      const isRight = await inTurn(() => verify(stored ?? other, password));
      return stored !== undefined && isRight;
    },
    isOutdated: (stored: string): boolean => !stored.startsWith(current),
  };
};
