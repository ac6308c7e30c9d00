import type { Currency, Language } from "@wares/contracts";
import { useLocation } from "react-router";
import type { Visit } from "../server/visit.ts";
import { pageAddress } from "../server/page-address.ts";

export type Locale = { language: Language; currency: Currency };

/** The address says the language: English at /, Chinese below /zh. */
export const languageOf = (pathname: string): Language =>
  pathname === "/zh" || pathname.startsWith("/zh/") ? "zh" : "en";

export const inLanguage = (language: Language, path: string) =>
  language === "zh" ? (path === "/" ? "/zh" : `/zh${path}`) : path;

/** The same page in the other language, where only the prefix differs. */
export const withoutLanguage = (pathname: string) =>
  languageOf(pathname) === "zh" ? pathname.slice(3) || "/" : pathname;

export const shopCurrencies = ["USD", "EUR", "GBP", "JPY", "CNY"] as const satisfies Currency[];

export const localeOf = (request: Request, visit: Pick<Visit, "cookie">): Locale => {
  const language = languageOf(pageAddress(request).pathname);
  const chosen = visit.cookie("wares_currency");
  const known = shopCurrencies.find((currency) => currency === chosen);
  return { language, currency: known ?? (language === "zh" ? "CNY" : "USD") };
};

export const useLanguage = () => languageOf(useLocation().pathname);

/** Turns `/cart` into the address of the cart in the language one is reading. */
export const usePath = () => {
  const language = useLanguage();
  return (path: string) => inLanguage(language, path);
};

/** A small catalogue of one feature's words, in both languages; the compiler misses none. */
export const catalogue = <Words>(words: Record<Language, Words>) => words;
export const useWords = <Words>(words: Record<Language, Words>): Words => words[useLanguage()];
