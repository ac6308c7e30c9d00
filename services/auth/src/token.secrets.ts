import { createHash, randomBytes } from "node:crypto";
import { GuestId } from "@wares/contracts";
import { idOf } from "@wares/platform";

// A prefix says what a token is for, so that none passes for another, and so that a scanner finds one
// that leaked into a repository. 256 random bits need no slow hash: what is stored cannot be guessed back.

const prefixes = { access: "wsa_", refresh: "wsr_", link: "wlk_", guest: "wgt_" } as const;
export type TokenKind = keyof typeof prefixes;

export const newToken = (kind: TokenKind): string =>
  prefixes[kind] + randomBytes(32).toString("base64url");

export const isToken = (kind: TokenKind, text: string): boolean =>
  text.startsWith(prefixes[kind]) && /^[\w-]{43}$/.test(text.slice(4));

export const hashOf = (token: string): Buffer => createHash("sha256").update(token).digest();

/** Nothing is stored about a guest: whoever has the token is that guest, everywhere and for ever. */
export const guestOf = (token: string): GuestId | undefined =>
  isToken("guest", token) ? idOf(GuestId, "guest", token) : undefined;
