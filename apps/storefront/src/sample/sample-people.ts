// Test support: one person with an account, one guest.
import { type Address, parse, type Session, type User, UserId } from "@wares/contracts";
import { sampleId } from "./sample-catalogue.ts";
import { Refused } from "./sample-sales.ts";

export const samplePassword = "a sentence to sign in with";
const email = "maya.lindqvist@example.com";

export const samplePeople = () => {
  const userId = parse(UserId, sampleId(6, 1));
  const at = new Date().toISOString();
  const addresses: Address[] = [];
  const user: User = {
    id: userId,
    email,
    username: "maya",
    profile: { firstName: "Maya", lastName: "Lindqvist", language: "en", currency: "USD" },
    preferences: {
      emailNotifications: true,
      smsNotifications: false,
      pushNotifications: false,
      marketingEmails: false,
      theme: "Auto",
      timezone: "America/Los_Angeles",
    },
    addresses,
    paymentMethods: [],
    createdAt: at,
    updatedAt: at,
  };
  let revision = 1;
  let sessions = 0;
  const session = (): Session => {
    sessions += 1;
    const later = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
    return {
      accessToken: `sample-access-token-${sessions}`,
      accessExpiresAt: later(1),
      refreshToken: `sample-refresh-token-${sessions}`,
      refreshExpiresAt: later(720),
      account: { userId, email, username: "maya", roles: ["customer"] },
    };
  };
  return {
    user,
    addresses,
    session,
    signIn: (request: { email: string; password: string }) => {
      if (request.email === email && request.password === samplePassword) return session();
      throw new Refused(
        401,
        "auth.wrong_credentials",
        "E-mail and password do not belong together.",
      );
    },
    tag: () => `"${revision}"`,
    change: (ifMatch: string | null, change: Partial<User>) => {
      if (ifMatch !== `"${revision}"`)
        throw new Refused(412, "users.changed", "Changed meanwhile.");
      revision += 1;
      return Object.assign(user, change);
    },
  };
};
