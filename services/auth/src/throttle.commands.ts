import { Refused, type Tools } from "@wares/platform";
import { transact, type Queries } from "@wares/platform/database";
import { indexOf } from "./account.store.ts";
import { refusals } from "./refusals.ts";
import { countTry } from "./try.store.ts";

// Per account ten, whether it exists or not. Per network more, since an office or a mobile carrier
// shares one address; the gateway limits what one network may ask at all.
const windowSeconds = 15 * 60;
const perAccount = { max: 10, windowSeconds };
const perNetwork = { max: 60, windowSeconds };
/** Nobody's mailbox is filled by strangers: so many mails an hour that anybody may ask for. */
const perMailbox = { max: 5, windowSeconds: 3_600 };

export type PasswordTry = Readonly<{ tryIds: readonly string[]; key: string }>;

export const throttle = ({ db, keys, newId }: Pick<Tools, "db" | "keys" | "newId">) => ({
  /** Before a password is compared. Refuses with the seconds to wait. */
  password: async (email: string, network: string): Promise<PasswordTry> => {
    const key = indexOf(keys, email);
    const networkKey = keys.sign("auth.network", network);
    const tryIds = [newId(), newId()] as const;
    const seconds = await transact(
      db,
      async (tx) =>
        (await countTry(tx, { tryId: tryIds[0], kind: "password", key }, perAccount)) ??
        (await countTry(tx, { tryId: tryIds[1], kind: "network", key: networkKey }, perNetwork)),
    );
    if (seconds !== undefined)
      throw new Refused({ ...refusals.tooManyTries, retryAfterSeconds: seconds });
    return { tryIds, key };
  },
  /** Whether one more mail may go there. If not, the answer to whoever asked is the same. */
  mail: async (tx: Queries, email: string): Promise<boolean> => {
    const counted = { tryId: newId(), kind: "mail", key: indexOf(keys, email) } as const;
    return (await countTry(tx, counted, perMailbox)) === undefined;
  },
});
export type Throttle = ReturnType<typeof throttle>;
