import type { PasswordWeakness } from "./refusals.ts";

// ASVS 5.0, 6.2: length is what counts. No "one digit, one capital": such rules only make people
// choose Password1!. So 10 characters of any kind (it asks for 8, and advises more), any script,
// compared exactly as typed, and none of those that every attacker tries first.

const lengthMin = 10;
const lengthMax = 256;
/** Shorter names are contained in too many honest passwords. */
const containedMin = 4;

export type Owner = Readonly<{ username: string; email: string }>;

export const weaknessOf = (
  password: string,
  { username, email }: Owner,
  isLeaked: (password: string) => boolean,
): PasswordWeakness | undefined => {
  const length = Array.from(password).length;
  if (length < lengthMin) return "too_short";
  if (length > lengthMax) return "too_long";
  const lower = password.toLowerCase();
  const holds = (part: string) => part.length >= containedMin && lower.includes(part.toLowerCase());
  if (holds(username)) return "contains_username";
  if (holds(email.slice(0, email.lastIndexOf("@")))) return "contains_email";
  return isGuessedFirst(lower, isLeaked) ? "too_common" : undefined;
};

const isGuessedFirst = (lower: string, isLeaked: (password: string) => boolean): boolean => {
  if (isLeaked(lower)) return true;
  if (new Set(lower).size < 4) return true;
  // "letmein2026!!" is "letmein" to whoever guesses.
  const word = lower.replace(/^[^\p{L}]{1,20}/u, "").replace(/[^\p{L}]{1,20}$/u, "");
  return word.length < 4 || isLeaked(word);
};
