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
const read = (): Currency | undefined =>
  currencies.find((currency) => currency === localStorage.getItem(key));

/** In which of the shop's currencies sums are shown: kept in this browser once somebody chose. */
export const useCurrency = () => {
  const chosen = useSyncExternalStore(subscribe, read, () => undefined);
  const setCurrency = (chosen: string) => {
    localStorage.setItem(key, chosen);
    for (const listener of listeners) listener();
  };
  return { chosen, currency: chosen ?? "USD", setCurrency } as const;
};

export const CurrencyChoice = ({ currency }: { currency: Currency | undefined }) => {
  const text = useWords(words);
  const { setCurrency } = useCurrency();
  return (
    <select
      className="in pick short"
      aria-label={text.currency}
      value={currency ?? ""}
      onChange={(event) => setCurrency(event.currentTarget.value)}
    >
      {currency === undefined && <option value="">…</option>}
      {currencies.map((known) => (
        <option key={known}>{known}</option>
      ))}
    </select>
  );
};
