import { SessionRevoked, UserErased } from "@wares/contracts";
import { on, type Job, type Service, type Tools } from "@wares/platform";
import { publish, transact } from "@wares/platform/database";
import { accountStore, deleteAccounts, forgetReservations } from "./account.store.ts";
import { authRoutes } from "./auth.routes.ts";
import { identityCache } from "./identity.cache.ts";
import { forgetLinks } from "./link.store.ts";
import { passwordCommands } from "./password.commands.ts";
import { passwordResetCommands } from "./password-reset.commands.ts";
import { passwordHashes } from "./password.hashes.ts";
import { registrationCommands } from "./registration.commands.ts";
import { sessionCommands } from "./session.commands.ts";
import { forgetExpired } from "./session.store.ts";
import { staffCommands } from "./staff.commands.ts";
import { throttle } from "./throttle.commands.ts";
import { forgetTries, forgetTriesOf } from "./try.store.ts";

export type { Presented } from "./identity.cache.ts";
export { guestOf } from "./token.secrets.ts";

/** Auth: who somebody is and what they may do. Knows addresses and passwords, nothing of the person. */
export const authService = (tools: Tools) => {
  const accounts = accountStore(tools.keys);
  const identities = identityCache(tools.db);
  const passwords = passwordHashes();
  const throttled = throttle(tools);
  const staff = staffCommands(tools, accounts, { passwords, identities });
  const routes = authRoutes({
    registration: registrationCommands(tools, accounts, { passwords, throttled }),
    password: passwordCommands(tools, accounts, { passwords, throttled, identities }),
    reset: passwordResetCommands(tools, accounts, { passwords, throttled, identities }),
    session: sessionCommands(tools, accounts, identities),
    staff,
    identities,
  });

  const erased = on(UserErased, async (events, tx) => {
    const gone = await deleteAccounts(
      tx,
      events.map(({ data }) => data.userId),
    );
    await forgetTriesOf(
      tx,
      gone.map(({ emailIndex }) => emailIndex),
    );
    await publish(
      tx,
      gone.map(({ userId }) => SessionRevoked({ userId, reason: "Erased" })),
    );
    const erasedUsers = new Set(gone.map(({ userId }) => userId));
    identities.forget(({ userId }) => erasedUsers.has(userId));
  });

  const service: Service = {
    name: "auth",
    routes: [{ prefix: "/auth", plugin: routes }],
    subscriptions: [erased],
    jobs: [tidyUp(tools)],
  };
  return { service, identify: identities.identify, createOwner: staff.createOwner };
};

const tidyUp = ({ db }: Tools): Job => ({
  name: "auth.tidy_up",
  schedule: "17 * * * *",
  run: () =>
    transact(db, async (tx) => {
      await forgetExpired(tx);
      await forgetLinks(tx);
      await forgetTries(tx);
      await forgetReservations(tx);
    }),
});
