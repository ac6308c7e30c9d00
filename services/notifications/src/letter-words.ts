import type { Language, Money } from "@wares/contracts";
import { fractionDigits } from "@wares/platform";

// Prices and countries as a reader of the language writes them.

const locale = (language: Language) => (language === "zh" ? "zh-CN" : "en");

// Making a formatter costs many times what using one does, and there are ten of them at most.
const formatters = new Map<string, Intl.NumberFormat>();
const formatterOf = (language: Language, currency: Money["currency"]): Intl.NumberFormat => {
  const key = `${language} ${currency}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(locale(language), { style: "currency", currency });
  formatters.set(key, made);
  return made;
};

export const priceText = ({ amount, currency }: Money, language: Language): string =>
  formatterOf(language, currency).format(amount / 10 ** fractionDigits(currency));

const regions = {
  en: new Intl.DisplayNames(locale("en"), { type: "region" }),
  zh: new Intl.DisplayNames(locale("zh"), { type: "region" }),
} as const;
export const countryName = (country: string, language: Language): string =>
  regions[language].of(country) ?? country;
