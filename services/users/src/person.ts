import type { AddressRequest, Preferences, Profile } from "@wares/contracts";
import type { Refusal } from "@wares/platform";
import { refusals } from "./refusals.ts";

/** What somebody has agreed to by registering: mail about their orders, and nothing else. */
export const firstPreferences: Preferences = {
  emailNotifications: true,
  smsNotifications: false,
  pushNotifications: false,
  marketingEmails: false,
  theme: "Auto",
  timezone: "UTC",
};

export const problemOfProfile = ({ dateOfBirth }: Profile, today: string): Refusal | undefined =>
  dateOfBirth !== undefined && dateOfBirth > today ? refusals.notBornYet : undefined;

export const problemOfPreferences = ({ timezone }: Preferences): Refusal | undefined => {
  try {
    new Intl.DateTimeFormat("en", { timeZone: timezone });
    return undefined;
  } catch {
    return refusals.noSuchTimezone;
  }
};

type Use = AddressRequest["type"];

/** An address for both uses stands where either does: there is one default for each use at most. */
export const usesThatClash = (use: Use): Use[] =>
  use === "Both" ? ["Billing", "Shipping", "Both"] : [use, "Both"];
