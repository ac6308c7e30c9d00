import type { BuyerId, GuestId, Role, UserId } from "@wares/contracts";
import type { FastifyRequest } from "fastify";
import { Refused, type Refusal } from "./outcome.ts";

/** Who asks. The gateway sets it once it has verified the tokens; nobody else does. */
export type Principal = Readonly<{
  userId?: UserId;
  roles: readonly Role[];
  /** Whoever bought without an account, also beside a user who has just signed in. */
  guestId?: GuestId;
}>;
export const anonymous: Principal = { roles: [] };

/**
 * Who may call a route. A buyer is a guest or a customer; a customer is signed in; staff and owner
 * hold the role. Whose objects a buyer may see is the service's own decision.
 */
export type Audience = "anyone" | "buyer" | "customer" | "staff" | "owner";

const signInFirst: Refusal = {
  refusal: "auth.sign_in_first",
  status: 401,
  message: "Please sign in.",
};
const notAllowed: Refusal = {
  refusal: "auth.not_allowed",
  status: 403,
  message: "Your account may not do this.",
};

export const admit = (audience: Audience, { userId, guestId, roles }: Principal): void => {
  if (audience === "anyone") return;
  if (!userId && !(audience === "buyer" && guestId)) throw new Refused(signInFirst);
  if (audience === "staff" && !hasStaffRole({ roles })) throw new Refused(notAllowed);
  if (audience === "owner" && !roles.includes("owner")) throw new Refused(notAllowed);
};

/** On a route for customers, staff or owner. */
export const signedIn = ({ principal }: FastifyRequest): UserId => {
  if (principal.userId) return principal.userId;
  throw new Refused(signInFirst);
};

/** On a route for buyers: the user, or else the guest. */
export const buyerOf = ({ principal }: FastifyRequest): BuyerId => {
  const buyer = principal.userId ?? principal.guestId;
  if (buyer) return buyer;
  throw new Refused(signInFirst);
};

/** The owner is staff too. */
export const hasStaffRole = ({ roles }: Pick<Principal, "roles">): boolean =>
  roles.includes("staff") || roles.includes("owner");
export const isStaff = ({ principal }: FastifyRequest): boolean => hasStaffRole(principal);

/** Whoever bought as a guest and has just signed in is both. */
export const buyerIdsOf = ({ userId, guestId }: Principal): readonly BuyerId[] =>
  [userId, guestId].filter((id) => id !== undefined);
