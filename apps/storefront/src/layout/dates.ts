import type { Language } from "@wares/contracts";

const dayMs = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

// Both sides format in UTC, or the browser would find other words than the server wrote.
const format = (language: Language, name: string, options: Intl.DateTimeFormatOptions) => {
  const key = language + name;
  const known = formats.get(key);
  if (known) return known;
  const locale = language === "zh" ? "zh-CN" : "en-GB";
  const made = new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...options });
  formats.set(key, made);
  return made;
};

/** Fri 27 · 27日周五 */
export const shortDay = (at: string | Date, language: Language) =>
  format(language, "short", { weekday: "short", day: "numeric" })
    .format(new Date(at))
    .replace(",", "");

/** 9 November 2026 · 2026年11月9日 */
export const fullDay = (at: string | Date, language: Language) =>
  format(language, "full", { day: "numeric", month: "long", year: "numeric" }).format(new Date(at));

/** Wed 25, 09:00 */
export const dayAndTime = (at: string | Date, language: Language) =>
  format(language, "time", {
    weekday: "short",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(new Date(at));

export const hourOf = (at: string | Date, language: Language) =>
  format(language, "hour", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(
    new Date(at),
  );

/** From tomorrow on, in working days: no carrier counts a Sunday. */
export const workingDaysAfter = (start: Date, days: number) => {
  let at = start.getTime();
  for (let left = Math.min(days, 120); left > 0;) {
    at += dayMs;
    const weekday = new Date(at).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return new Date(at);
};

/** When a parcel that is ordered now leaves, and between which days it should be there. */
export const deliveryWindow = (now: Date, estimated: { least: number; most: number }) => ({
  ordered: now.toISOString(),
  leaves: workingDaysAfter(now, 1).toISOString(),
  earliest: workingDaysAfter(now, Math.max(1, estimated.least)).toISOString(),
  latest: workingDaysAfter(now, Math.max(1, estimated.most)).toISOString(),
});
export type DeliveryWindow = ReturnType<typeof deliveryWindow>;
