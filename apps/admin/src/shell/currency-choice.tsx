import { currencies, type Currency } from "@wares/contracts";
import { useSyncExternalStore } from "react";
import { useWords, type Words } from "./language.tsx";

const words = { en: { currency: "Currency" }, zh: { currency: "币种" } } satisfies Words<unknown>;

const key = "wares.admin.currency";
const listeners = new Set<() => void>();

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
const read = (): Currency =>
  currencies.find((currency) => currency === localStorage.getItem(key)) ?? "USD";

/** In which of the shop's currencies sums are shown: kept in this browser. */
export const useCurrency = () => {
  const currency = useSyncExternalStore(subscribe, read, (): Currency => "USD");
  const setCurrency = (chosen: string) => {
    localStorage.setItem(key, chosen);
    for (const listener of listeners) listener();
  };
  return { currency, setCurrency };
};

export const CurrencyChoice = () => {
  const text = useWords(words);
  const { currency, setCurrency } = useCurrency();
  return (
    <select
      className="in pick short"
      aria-label={text.currency}
      value={currency}
      onChange={(event) => setCurrency(event.currentTarget.value)}
    >
      {currencies.map((known) => (
        <option key={known}>{known}</option>
      ))}
    </select>
  );
};
