import { LinkRequested, parse, Session, type RegistrationRequest } from "@wares/contracts";
import { cookiesOf, httpServer } from "@wares/platform/http";
import type { Database } from "@wares/platform/database";
import { testTools } from "@wares/testkit/tools";
import { authService } from "./auth.service.ts";

export const mira: RegistrationRequest = {
  email: "Mira.Okafor@example.org",
  username: "mira",
  password: "harbour teapot 41 lanterns",
  language: "en",
  currency: "EUR",
};

type Call = Readonly<{
  token?: string | undefined;
  headers?: Record<string, string>;
  from?: string;
}>;

/** The service on a server of its own, its identities real, its mail read from the outbox. */
export const authWorld = async (db: Database) => {
  const tools = testTools(db);
  const auth = authService(tools);
  const app = await httpServer({
    db,
    identify: (request) =>
      auth.identify({
        authorization: request.headers.authorization,
        cookies: cookiesOf(request),
        guest: request.headers["wares-guest"] as string | undefined,
      }),
  });
  for (const { plugin, prefix } of auth.service.routes ?? [])
    await app.register(plugin, { prefix });

  const call = async (
    method: "GET" | "POST" | "PUT" | "DELETE",
    url: string,
    payload?: unknown,
    { token, headers = {}, from = "192.0.2.1" }: Call = {},
  ) =>
    app.inject({
      method,
      url: `/auth${url}`,
      remoteAddress: from,
      headers: { ...headers, ...(token && { authorization: `Bearer ${token}` }) },
      ...(payload !== undefined && { payload: payload as object }),
    });

  const said = async (type: string): Promise<Record<string, unknown>[]> => {
    const { rows } = await db.query<{ data: Record<string, unknown> }>(
      "select data from platform.outbox where type = $1 order by position",
      [type],
    );
    return rows.map(({ data }) => data);
  };
  const links = async () =>
    (await said(LinkRequested.type)).map((data) => {
      const { email, purpose, sealedToken } = parse(LinkRequested.data, data);
      return { email, purpose, token: tools.keys.open("mail-link", email, sealedToken ?? "") };
    });
  const lastLink = async (): Promise<string> => (await links()).at(-1)?.token ?? "none";

  return {
    auth,
    tools,
    call,
    said,
    links,
    lastLink,
    signIn: (email = mira.email, password = mira.password, more: Call = {}) =>
      call("POST", "/sessions", { email, password }, more),
    /** Registered and confirmed. */
    member: async (who: RegistrationRequest = mira): Promise<Session> => {
      await call("POST", "/registrations", who);
      return parse(Session, (await call("PUT", `/confirmations/${await lastLink()}`)).json());
    },
  };
};
