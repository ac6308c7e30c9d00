import {
  Account,
  Done,
  Guest,
  NewPasswordRequest,
  parse,
  PasswordChangeRequest,
  PasswordResetRequest,
  RefreshRequest,
  RegistrationRequest,
  Session,
  SignInRequest,
  StaffList,
  StaffRolesRequest,
  TokenPath,
  UserPath,
} from "@wares/contracts";
import { invariant, Refused } from "@wares/platform";
import { answers, cookiesOf, networkOf, signedIn, type Routes } from "@wares/platform/http";
import type { FastifyRequest } from "fastify";
import { deviceOf } from "./device.ts";
import { accessTokenOf, type Identities } from "./identity.cache.ts";
import type { PasswordCommands } from "./password.commands.ts";
import type { PasswordResetCommands } from "./password-reset.commands.ts";
import { refusals } from "./refusals.ts";
import type { RegistrationCommands } from "./registration.commands.ts";
import type { SessionCommands } from "./session.commands.ts";
import type { StaffCommands } from "./staff.commands.ts";
import { guestOf, newToken } from "./token.secrets.ts";

type Commands = Readonly<{
  registration: RegistrationCommands;
  password: PasswordCommands;
  reset: PasswordResetCommands;
  session: SessionCommands;
  staff: StaffCommands;
  identities: Identities;
}>;

const from = (request: FastifyRequest) => ({
  network: networkOf(request),
  device: deviceOf(request.headers["user-agent"]),
});
const accessOf = (request: FastifyRequest): string => {
  const { authorization } = request.headers;
  const token = accessTokenOf({ authorization, cookies: cookiesOf(request) });
  if (!token) throw new Refused(refusals.tokenRefused);
  return token;
};
const said = (operationId: string, summary: string) => ({ operationId, summary, tags: ["auth"] });
const anyone = { allow: "anyone" } as const;
const customer = { allow: "customer" } as const;
const owner = { allow: "owner" } as const;

export const authRoutes =
  (commands: Commands): Routes =>
  async (app) => {
    // Answers here hold secrets: no cache keeps them, and no idempotency key has them written down.
    app.addHook("onRequest", async ({ headers }, reply) => {
      delete headers["idempotency-key"];
      void reply.header("cache-control", "no-store");
    });
    await app.register(accountRoutes(commands));
    await app.register(tokenRoutes(commands));
    await app.register(memberRoutes(commands));
  };

const accountRoutes =
  ({ registration, reset }: Commands): Routes =>
  async (app) => {
    app.post(
      "/registrations",
      {
        config: anyone,
        schema: {
          ...said("register", "Open an account. Whether the e-mail was known is told by mail."),
          body: RegistrationRequest,
          response: answers({ 202: Done }),
        },
      },
      async ({ body }, reply) => {
        await registration.register(body);
        return reply.code(202).send({});
      },
    );
    app.put(
      "/confirmations/:token",
      {
        config: anyone,
        schema: {
          ...said("confirmEmail", "Follow the link of the first mail; signs in."),
          params: TokenPath,
          response: answers({ 200: Session }),
        },
      },
      (request) => registration.confirm(request.params.token, from(request).device),
    );
    app.post(
      "/password-resets",
      {
        config: anyone,
        schema: {
          ...said(
            "askForPasswordReset",
            "Ask for a mail with a link; the answer is always the same.",
          ),
          body: PasswordResetRequest,
          response: answers({ 202: Done }),
        },
      },
      async ({ body }, reply) => {
        await reset.askForReset(body.email, body.language);
        return reply.code(202).send({});
      },
    );
    app.put(
      "/password-resets/:token",
      {
        config: anyone,
        schema: {
          ...said("resetPassword", "Set a new password; ends every session."),
          params: TokenPath,
          body: NewPasswordRequest,
          response: answers({ 200: Done }),
        },
      },
      async ({ params, body }) => {
        await reset.reset(params.token, body.newPassword);
        return {};
      },
    );
  };

const tokenRoutes =
  ({ password, session }: Commands): Routes =>
  async (app) => {
    app.post(
      "/sessions",
      {
        config: anyone,
        schema: {
          ...said("signIn", "Sign in with e-mail and password."),
          body: SignInRequest,
          response: answers({ 201: Session }),
        },
      },
      async (request, reply) =>
        reply.code(201).send(await password.signIn(request.body, from(request))),
    );
    app.post(
      "/tokens",
      {
        config: anyone,
        schema: {
          ...said("refreshSession", "Exchange a refresh token for a new pair."),
          body: RefreshRequest,
          response: answers({ 200: Session }),
        },
      },
      ({ body }) => session.refresh(body.refreshToken),
    );
    app.post(
      "/guests",
      {
        config: anyone,
        schema: {
          ...said("becomeGuest", "A token for buying without an account."),
          response: answers({ 201: Guest }),
        },
      },
      async (_request, reply) => {
        const guestToken = newToken("guest");
        const guestId = guestOf(guestToken);
        invariant(guestId !== undefined, "a new guest token is one");
        return reply.code(201).send({ guestToken, guestId });
      },
    );
  };

const memberRoutes =
  ({ session, password, staff, identities }: Commands): Routes =>
  async (app) => {
    app.get(
      "/session",
      {
        config: customer,
        schema: { ...said("whoAmI", "Who is signed in."), response: answers({ 200: Account }) },
      },
      (request) => session.account(signedIn(request)),
    );
    app.delete(
      "/session",
      {
        config: customer,
        schema: { ...said("signOut", "End this session."), response: answers({ 200: Done }) },
      },
      async (request) => {
        await session.signOut(accessOf(request));
        return {};
      },
    );
    app.put(
      "/password",
      {
        config: customer,
        schema: {
          ...said("changePassword", "Change the password; ends every other session."),
          body: PasswordChangeRequest,
          response: answers({ 200: Done }),
        },
      },
      async (request) => {
        const current = await identities.sessionOf(accessOf(request));
        if (!current) throw new Refused(refusals.tokenRefused);
        await password.change(current, request.body, from(request));
        return {};
      },
    );
    app.get(
      "/staff",
      {
        config: owner,
        schema: {
          ...said("listStaff", "Who works here."),
          response: answers({ 200: StaffList }),
        },
      },
      async () => ({ staff: await staff.list() }),
    );
    app.put(
      "/staff/:userId",
      {
        config: owner,
        schema: {
          ...said("setRoles", "Say what somebody may do; they sign in again."),
          params: UserPath,
          body: StaffRolesRequest,
          response: answers({ 200: Account }),
        },
      },
      async ({ params, body }) => parse(Account, await staff.setRoles(params.userId, body.roles)),
    );
  };
