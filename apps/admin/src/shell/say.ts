import type { Currency, Language, Money } from "@wares/contracts";

// English dates begin with the day; dollars are $ and not US$.
const locales = { en: "en-IE", zh: "zh-CN" } as const;
const sums = { en: "en-US", zh: "zh-CN" } as const;
const made = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();

const numbers = (language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat => {
  const key = `n${language}${JSON.stringify(options)}`;
  const known = made.get(key) ?? new Intl.NumberFormat(sums[language], options);
  made.set(key, known);
  return known as Intl.NumberFormat;
};
const dates = (language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = `d${language}${JSON.stringify(options)}`;
  const known = made.get(key) ?? new Intl.DateTimeFormat(locales[language], options);
  made.set(key, known);
  return known as Intl.DateTimeFormat;
};

const decimals: Record<Currency, number> = { USD: 2, EUR: 2, GBP: 2, JPY: 0, CNY: 2 };

/** €36.00: the only place where minor units become a price. */
export const money = ({ amount, currency }: Money, language: Language): string =>
  numbers(language, { style: "currency", currency }).format(amount / 10 ** decimals[currency]);

/** €12k, for the edge of a chart. */
export const shortMoney = (amount: number, currency: Currency, language: Language): string =>
  numbers(language, {
    style: "currency",
    currency,
    notation: "compact",
    maximumFractionDigits: 1,
    minimumFractionDigits: 0,
  }).format(amount / 10 ** decimals[currency]);

/** What a field holds: 36.00, without a sign. */
export const amountText = (amount: number, currency: Currency): string =>
  (amount / 10 ** decimals[currency]).toFixed(decimals[currency]);

/** Minor units, or undefined when it is no price in this currency. */
export const amountOf = (text: string, currency: Currency): number | undefined => {
  const trimmed = text.trim();
  const parts = /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec(trimmed);
  if (!parts) return undefined;
  const [, whole = "", fraction = ""] = parts;
  if (fraction.length > decimals[currency]) return undefined;
  return Number(whole + fraction.padEnd(decimals[currency], "0"));
};

export const count = (value: number, language: Language): string =>
  numbers(language, {}).format(value);

/** What was not counted further than the most is so many or more. */
export const countUpTo = (value: number, max: number, language: Language): string =>
  value >= max ? `${count(max, language)}+` : count(value, language);

const regions = {
  en: new Intl.DisplayNames(["en"], { type: "region" }),
  zh: new Intl.DisplayNames(["zh-CN"], { type: "region" }),
};
export const countryName = (country: string, language: Language): string =>
  regions[language].of(country) ?? country;

/** A change always shows its sign, and a minus as wide as a plus. */
export const signed = (value: number): string =>
  value > 0 ? `+${value}` : value < 0 ? `−${-value}` : "0";

export const percentChange = (now: number, then: number): string | undefined =>
  then === 0 ? undefined : `${signed(Math.round(((now - then) / then) * 1000) / 10)} %`;

/** 14:31 today, Mon 17:22 this week, 12 Nov 17:22 else. */
export const moment = (at: string, language: Language, now = Date.now()): string => {
  const when = new Date(at);
  const time = { hour: "2-digit", minute: "2-digit" } as const;
  const age = now - when.getTime();
  if (when.toDateString() === new Date(now).toDateString())
    return dates(language, time).format(when);
  if (age < 6 * 86_400_000 && age > 0)
    return dates(language, { weekday: "short", ...time }).format(when);
  return dates(language, { day: "numeric", month: "short", ...time }).format(when);
};

export const wholeMoment = (at: string, language: Language): string =>
  dates(language, { dateStyle: "medium", timeStyle: "medium" }).format(new Date(at));

/** A calendar day as the API means it: UTC. */
export const dayName = (day: string, language: Language): string =>
  dates(language, { day: "numeric", month: "short", timeZone: "UTC" }).format(
    new Date(`${day}T00:00:00Z`),
  );

export const today = (language: Language): string =>
  dates(language, { weekday: "long", day: "numeric", month: "long" }).format(new Date());

const spans = {
  en: { m: "min", h: "h", d: "days" },
  zh: { m: "分钟", h: "小时", d: "天" },
};
/** 6 min, 2 h 10 min, 3 days. */
export const span = (ms: number, language: Language): string => {
  const words = spans[language];
  const minutes = Math.max(0, Math.floor(ms / 60_000));
  if (minutes < 60) return `${minutes} ${words.m}`;
  if (minutes < 48 * 60)
    return `${Math.floor(minutes / 60)} ${words.h}${minutes % 60 ? ` ${minutes % 60} ${words.m}` : ""}`;
  return `${Math.floor(minutes / 1440)} ${words.d}`;
};
