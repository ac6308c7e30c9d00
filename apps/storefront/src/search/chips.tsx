import type { Currency } from "@wares/contracts";
import { Link } from "react-router";
import { Icon } from "../layout/icon.tsx";
import { useLanguage, useWords } from "../layout/locale.ts";
import { moneyText } from "../layout/money.tsx";
import { addressOf, type Filters } from "./address.ts";
import { cleanOf } from "./filters.tsx";
import { searchWords } from "./search-words.ts";

type Chip = { label: string; without: Filters };

/** What is applied, each one press away from being gone. */
export const Chips = ({ filters, currency }: { filters: Filters; currency: Currency }) => {
  const say = useWords(searchWords);
  const chips = useChips(filters, currency);
  if (chips.length === 0) return null;
  return (
    <div className="chips space-below">
      {chips.map(({ label, without }) => (
        <Link
          key={label}
          className="chip"
          to={addressOf({ ...without, page: 1 })}
          preventScrollReset
        >
          <span className="hidden-text">{say.remove}</span>
          {label}
          <Icon name="close" small />
        </Link>
      ))}
      <Link className="text-button" to={addressOf(cleanOf(filters))} preventScrollReset>
        {say.clearAll}
      </Link>
    </div>
  );
};

const useChips = (filters: Filters, currency: Currency): Chip[] => {
  const say = useWords(searchWords);
  const language = useLanguage();
  const price = (whole: string) =>
    moneyText(
      { amount: Number(whole) * (currency === "JPY" ? 1 : 100), currency },
      language,
      "short",
    );
  const { priceMin, priceMax, brand, attribute, ratingMin, inStock, onSale } = filters;
  const chips: Chip[] = [];
  const add = (label: string, change: Partial<Filters>) =>
    chips.push({ label, without: { ...filters, ...change } });
  if (priceMin || priceMax) {
    const both = priceMin && priceMax;
    const one = priceMin ? say.priceFrom(price(priceMin)) : say.priceTo(price(priceMax));
    const label = both ? `${price(priceMin)} ${say.to} ${price(priceMax)}` : one;
    add(label, { priceMin: "", priceMax: "" });
  }
  for (const one of brand) add(one, { brand: brand.filter((other) => other !== one) });
  for (const one of attribute) {
    const label = one.slice(one.indexOf(":") + 1);
    add(label, { attribute: attribute.filter((other) => other !== one) });
  }
  if (ratingMin) add(say.stars(ratingMin), { ratingMin: "" });
  if (inStock) add(say.inStock, { inStock: false });
  if (onSale) add(say.onSale, { onSale: false });
  return chips;
};
