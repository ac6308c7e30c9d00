import Type from "typebox";
import { defineEvent, type EventOf } from "./define-event.ts";
import { Currency, Email, Instant, Language, UserId } from "./vocabulary.ts";

const name = Type.Optional(Type.String({ maxLength: 100 }));
const username = Type.String({ minLength: 3, maxLength: 20 });

/** Credentials exist: users keeps the profile that belongs to them. */
export const AccountOpened = defineEvent("auth.account_opened", 1, "userId", {
  userId: UserId,
  email: Email,
  username,
  firstName: name,
  lastName: name,
  language: Language,
  currency: Currency,
  openedAt: Instant,
});
export type AccountOpened = EventOf<typeof AccountOpened>;

/** Somebody asked for mail that carries a link of ours. The token is in the mail alone, and works once. */
export const LinkRequested = defineEvent("auth.link_requested", 1, "email", {
  email: Email,
  language: Language,
  purpose: Type.Enum(["ConfirmEmail", "EmailInUse", "ResetPassword"]),
  /** Sealed for notifications (AES-256-GCM), so that the outbox holds no working link. */
  sealedToken: Type.Optional(Type.String({ maxLength: 400 })),
});
export type LinkRequested = EventOf<typeof LinkRequested>;

export const UserLoggedIn = defineEvent("auth.user_logged_in", 1, "userId", {
  userId: UserId,
  method: Type.Enum(["Password"]),
  device: Type.String({ maxLength: 200 }),
  isNewDevice: Type.Boolean(),
});
export type UserLoggedIn = EventOf<typeof UserLoggedIn>;

export const PasswordChanged = defineEvent("auth.password_changed", 1, "userId", {
  userId: UserId,
});
export type PasswordChanged = EventOf<typeof PasswordChanged>;

export const SessionRevoked = defineEvent("auth.session_revoked", 1, "userId", {
  userId: UserId,
  reason: Type.Enum(["SignedOut", "PasswordChanged", "TokenReused", "RolesChanged", "Erased"]),
});
export type SessionRevoked = EventOf<typeof SessionRevoked>;

/** A profile exists and the person may be welcomed. */
export const UserRegistered = defineEvent("users.user_registered", 1, "userId", {
  userId: UserId,
  email: Email,
  username,
  firstName: name,
  language: Language,
  registeredAt: Instant,
});
export type UserRegistered = EventOf<typeof UserRegistered>;

/** What others may need to write to this person, as it is now. */
export const UserUpdated = defineEvent("users.user_updated", 1, "userId", {
  userId: UserId,
  email: Email,
  firstName: name,
  language: Language,
  emailNotifications: Type.Boolean(),
  marketingEmails: Type.Boolean(),
  revision: Type.Integer({ minimum: 1 }),
});
export type UserUpdated = EventOf<typeof UserUpdated>;

/** Final. Whoever keeps anything about this person forgets it. */
export const UserErased = defineEvent("users.user_erased", 1, "userId", { userId: UserId });
export type UserErased = EventOf<typeof UserErased>;
