import type { Refusal } from "@wares/platform";

// Every way this service says no. Names are public: clients switch on them, so
// they may be added but never renamed.
export const refusals = {
  wrongCredentials: {
    refusal: "auth.wrong_credentials",
    status: 401,
    message: "This e-mail and password do not belong together, or the e-mail is not confirmed yet.",
  },
  wrongPassword: {
    refusal: "auth.wrong_password",
    status: 422,
    message: "This is not your current password.",
    field: "/currentPassword",
  },
  tooManyTries: {
    refusal: "auth.too_many_tries",
    status: 429,
    message: "Too many wrong passwords. Please wait, or set a new password by mail.",
  },
  usernameTaken: {
    refusal: "auth.username_taken",
    status: 409,
    message: "Somebody has this username already.",
    field: "/username",
  },
  tokenRefused: {
    refusal: "auth.token_refused",
    status: 401,
    message: "This session is over. Please sign in again.",
  },
  linkRefused: {
    refusal: "auth.link_refused",
    status: 404,
    message: "This link is used up or too old. Ask for a new one.",
  },
  noSuchAccount: {
    refusal: "auth.no_such_account",
    status: 404,
    message: "There is no such account.",
  },
  lastOwner: {
    refusal: "auth.last_owner",
    status: 409,
    message: "A shop needs an owner. Make somebody else one first.",
  },
  busy: {
    refusal: "platform.busy",
    status: 503,
    message: "Too many people are signing in right now. Please try again.",
  },
} as const satisfies Record<string, Refusal>;

export type PasswordWeakness =
  | "too_short"
  | "too_long"
  | "too_common"
  | "contains_username"
  | "contains_email";

const advice: Readonly<Record<PasswordWeakness, string>> = {
  too_short: "Use at least 10 characters.",
  too_long: "Use at most 256 characters.",
  too_common:
    "This password, or its beginning, is among those tried first by everybody who guesses.",
  contains_username: "A password should not contain the username.",
  contains_email: "A password should not contain the e-mail address.",
};

export const weakPassword = (weakness: PasswordWeakness, field: string): Refusal => ({
  refusal: "auth.weak_password",
  status: 422,
  message: advice[weakness],
  field,
  detail: { weakness },
});
