import type { User, UserId } from "@wares/contracts";
import { Refused, type Tools } from "@wares/platform";
import { transact, type Queries } from "@wares/platform/database";
import { stale } from "@wares/platform/http";
import type { AddressStore } from "./address.store.ts";
import type { PaymentMethodStore } from "./payment-method.store.ts";
import { refusals } from "./refusals.ts";
import { nextRevision, type UserStore } from "./user.store.ts";

export type Seen = Readonly<{ user: User; revision: number }>;

/** A person as a whole: how one is read, and the only way in which one is changed. */
export const peopleCommands = (
  { db }: Pick<Tools, "db">,
  users: UserStore,
  addresses: AddressStore,
  methods: PaymentMethodStore,
) => {
  const see = async (tx: Queries, userId: UserId): Promise<Seen> => {
    const stored = await users.find(tx, userId);
    if (!stored) throw new Refused(refusals.notFound);
    const user = {
      ...stored.user,
      addresses: await addresses.list(tx, userId),
      paymentMethods: await methods.list(tx, userId),
    };
    return { user, revision: stored.revision };
  };

  /** One change of one person at a time; an edit of something that changed meanwhile is refused. */
  const change = (
    userId: UserId,
    from: number | undefined,
    work: (tx: Queries) => Promise<unknown>,
  ): Promise<Seen> =>
    transact(db, async (tx) => {
      const revision = await nextRevision(tx, userId, from);
      if (revision === undefined)
        throw new Refused((await users.find(tx, userId)) ? stale : refusals.notFound);
      await work(tx);
      return see(tx, userId);
    });

  return { see, change };
};
export type People = ReturnType<typeof peopleCommands>;
