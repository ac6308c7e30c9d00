import type { IncomingHttpHeaders } from "node:http";
import type { Session } from "@wares/contracts";
import { Refused } from "@wares/platform";
import type { FastifyReply } from "fastify";

/** What a cookie may hold unquoted; anything else is not ours. */
const token = /^[!#-+\--:<-[\]-~]{20,200}$/;

export const cookieNamed = (header: string | undefined, name: string): string | undefined => {
  const pairs = (header ?? "").split(";").slice(0, 50);
  const found = pairs.map((pair) => pair.trim()).find((pair) => pair.startsWith(`${name}=`));
  const value = found?.slice(name.length + 1);
  return value !== undefined && token.test(value) ? value : undefined;
};

const cookie = (name: string, value: string, seconds: number, secure: boolean): string =>
  `${name}=${value}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${seconds}${secure ? "; Secure" : ""}`;

const secondsUntil = (at: string): number =>
  Math.max(0, Math.floor((Date.parse(at) - Date.now()) / 1000));

/** The access token's cookie outlives it a little: an expired token says "refresh", none says "sign in". */
export const keepCookies = (reply: FastifyReply, session: Session, secure: boolean): void => {
  const lives = secondsUntil(session.refreshExpiresAt);
  void reply.header("set-cookie", [
    cookie("wares_session", session.accessToken, lives, secure),
    cookie("wares_refresh", session.refreshToken, lives, secure),
  ]);
};

export const dropCookies = (reply: FastifyReply, secure: boolean): void => {
  void reply.header("set-cookie", [
    cookie("wares_session", "", 0, secure),
    cookie("wares_refresh", "", 0, secure),
  ]);
};

/** A browser always says where a POST comes from; a stranger's page cannot say it is ours. */
export const sameOrigin = ({ origin, host }: IncomingHttpHeaders): void => {
  if (!origin || !URL.canParse(origin) || new URL(origin).host !== host) throw new Refused(foreign);
};
const foreign = {
  refusal: "admin.foreign_origin",
  status: 403,
  message: "This can only be asked from the back office itself.",
} as const;
