import { countries, type Currency, type Language } from "@wares/contracts";

/** Where most who pay in a currency live: a first guess, corrected by the address. */
export const countryOf: Record<Currency, string> = {
  USD: "US",
  EUR: "DE",
  GBP: "GB",
  JPY: "JP",
  CNY: "CN",
};

export type NamedCountry = { code: string; name: string };
const lists = new Map<Language, NamedCountry[]>();

// Named by the server alone: browsers know other names for some countries than we do.
export const namedCountries = (language: Language): NamedCountry[] => {
  const known = lists.get(language);
  if (known) return known;
  const names = new Intl.DisplayNames([language === "zh" ? "zh-CN" : "en"], { type: "region" });
  const list = countries
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .toSorted((one, other) => one.name.localeCompare(other.name, language));
  lists.set(language, list);
  return list;
};

export const countryName = (code: string, language: Language) =>
  namedCountries(language).find((country) => country.code === code)?.name ?? code;
