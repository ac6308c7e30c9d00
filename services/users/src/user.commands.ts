import {
  UserErased,
  UserRegistered,
  UserUpdated,
  type AccountOpened,
  type Preferences,
  type Profile,
  type UserId,
} from "@wares/contracts";
import { invariant, Refused, type Tools } from "@wares/platform";
import { publish, transact, type Queries } from "@wares/platform/database";
import type { People, Seen } from "./person.commands.ts";
import { problemOfPreferences, problemOfProfile } from "./person.ts";
import { eraseUser, type StoredUser, type UserStore } from "./user.store.ts";

const updated = ({ user, revision }: StoredUser) => {
  const { id: userId, email, profile, preferences } = user;
  return UserUpdated({
    userId,
    email,
    ...(profile.firstName && { firstName: profile.firstName }),
    language: profile.language,
    emailNotifications: preferences.emailNotifications,
    marketingEmails: preferences.marketingEmails,
    revision,
  });
};

export const userCommands = (
  { db, now }: Pick<Tools, "db" | "now">,
  users: UserStore,
  { see, change }: People,
) => {
  const announced = (
    userId: UserId,
    from: number,
    save: (tx: Queries) => Promise<unknown>,
  ): Promise<Seen> =>
    change(userId, from, async (tx) => {
      await save(tx);
      const stored = await users.find(tx, userId);
      invariant(stored !== undefined, "who was just changed is there");
      await publish(tx, [updated(stored)]);
    });

  return {
    see: (userId: UserId) => see(db, userId),

    welcome: async (tx: Queries, opened: readonly AccountOpened["data"][]): Promise<void> => {
      const isNew = await users.add(tx, opened);
      const registered = opened
        .filter(({ userId }) => isNew.delete(userId))
        .map(({ userId, email, username, firstName, language, openedAt }) =>
          UserRegistered({
            userId,
            email,
            username,
            ...(firstName && { firstName }),
            language,
            registeredAt: openedAt,
          }),
        );
      await publish(tx, registered);
    },

    setProfile: async (userId: UserId, revision: number, profile: Profile) => {
      const problem = problemOfProfile(profile, now().toISOString().slice(0, 10));
      if (problem) throw new Refused(problem);
      return announced(userId, revision, (tx) => users.saveProfile(tx, userId, profile));
    },

    setPreferences: async (userId: UserId, revision: number, preferences: Preferences) => {
      const problem = problemOfPreferences(preferences);
      if (problem) throw new Refused(problem);
      return announced(userId, revision, (tx) => users.savePreferences(tx, userId, preferences));
    },

    /** Also for whom we do not know yet: the account's opening may still be on its way. */
    erase: (userId: UserId): Promise<void> =>
      transact(db, async (tx) => {
        await eraseUser(tx, userId);
        await publish(tx, [UserErased({ userId })]);
      }),
  };
};
export type UserCommands = ReturnType<typeof userCommands>;
