import Type, { type Static } from "typebox";
import { closed, Currency, Email, GuestId, Instant, Language, Role, UserId } from "./vocabulary.ts";

const Password = Type.String({ minLength: 1, maxLength: 256 });
const Token = Type.String({ minLength: 20, maxLength: 200 });
const name = Type.Optional(Type.String({ minLength: 1, maxLength: 100 }));

/** Always answered 202: whether the e-mail was known is told by mail, not to a stranger. */
export const RegistrationRequest = Type.Object(
  {
    email: Email,
    username: Type.String({ minLength: 3, maxLength: 20, pattern: "^[a-zA-Z0-9_.-]+$" }),
    password: Password,
    firstName: name,
    lastName: name,
    language: Language,
    currency: Currency,
  },
  closed,
);
export type RegistrationRequest = Static<typeof RegistrationRequest>;

export const SignInRequest = Type.Object({ email: Email, password: Password }, closed);
export const RefreshRequest = Type.Object({ refreshToken: Token }, closed);
export const TokenPath = Type.Object({ token: Token });
export const PasswordChangeRequest = Type.Object(
  { currentPassword: Password, newPassword: Password },
  closed,
);
export const PasswordResetRequest = Type.Object({ email: Email, language: Language }, closed);
export const NewPasswordRequest = Type.Object({ newPassword: Password }, closed);

export const Account = Type.Object({
  userId: UserId,
  email: Email,
  username: Type.String(),
  roles: Type.Array(Role),
});
export type Account = Static<typeof Account>;

/** Sent as `Authorization: Bearer <accessToken>`; the refresh token is used once, for the next pair. */
export const Session = Type.Object({
  accessToken: Token,
  accessExpiresAt: Instant,
  refreshToken: Token,
  refreshExpiresAt: Instant,
  account: Account,
});
export type Session = Static<typeof Session>;

/** Who buys without an account. The token is the only proof: keep it to see the order again. */
export const Guest = Type.Object({ guestToken: Token, guestId: GuestId });
export type Guest = Static<typeof Guest>;

export const StaffRolesRequest = Type.Object(
  { roles: Type.Array(Role, { maxItems: 3, uniqueItems: true }) },
  closed,
);
export const StaffMember = Account;
export const StaffList = Type.Object({ staff: Type.Array(StaffMember) });
