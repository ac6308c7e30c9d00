import type { Facet } from "@wares/contracts";
import { Form, useSubmit } from "react-router";
import { Icon } from "../layout/icon.tsx";
import { useWords } from "../layout/locale.ts";
import { Dot } from "../layout/picture.tsx";
import { addressOf, type Filters as FiltersOf } from "./address.ts";
import type { Listing } from "./listing.server.ts";
import { PriceBars } from "./price-bars.tsx";
import { searchWords } from "./search-words.ts";

/** A plain GET form: beside the results on a desk, a sheet by its address on a phone. Scripts only save the press on "Apply". */
export const Filters = ({ listing }: { listing: Listing }) => {
  const say = useWords(searchWords);
  const submit = useSubmit();
  const { filters, result, currency } = listing;
  const cleared = addressOf({ ...cleanOf(filters), q: filters.q });
  return (
    <Form
      className="filters"
      id="filters"
      method="get"
      aria-label={say.filters}
      // Another state in the address is another form: what stands in the fields comes from there.
      key={addressOf(filters)}
      preventScrollReset
      onChange={({ currentTarget }) => {
        // In the sheet one chooses several and then presses the button.
        if (matchMedia("(min-width: 64rem)").matches) void submit(currentTarget, quiet);
      }}
    >
      {filters.q && <input type="hidden" name="q" value={filters.q} />}
      {filters.category && <input type="hidden" name="category" value={filters.category} />}
      <div className="sheet-head sheet-only">
        <h2>{say.filters}</h2>
        <a className="icon-button" href="#results" aria-label={say.closeFilters}>
          <Icon name="close" />
        </a>
      </div>
      <div className="filters-scroll">
        {result.facets.map((facet) => (
          <FacetField key={facet.field} facet={facet} filters={filters} currency={currency} />
        ))}
        <fieldset>
          <legend>{say.onSale}</legend>
          <Check name="onSale" value="true" label={say.onSale} isChecked={filters.onSale} />
        </fieldset>
      </div>
      <div className="sheet-foot sheet-only">
        <a className="button" href={cleared}>
          {say.clearAll}
        </a>
        <button className="button main">{say.show(result.totalCount)}</button>
      </div>
      <noscript>
        <button className="button wide">{say.apply}</button>
      </noscript>
    </Form>
  );
};

const quiet = { preventScrollReset: true, replace: true } as const;
export const cleanOf = (filters: FiltersOf): FiltersOf => ({
  ...filters,
  brand: [],
  attribute: [],
  priceMin: "",
  priceMax: "",
  ratingMin: "",
  inStock: false,
  onSale: false,
  category: "",
  page: 1,
});

type FieldProps = { facet: Facet; filters: FiltersOf; currency: string };

const FacetField = ({ facet, filters, currency }: FieldProps) => {
  const say = useWords(searchWords);
  if (facet.kind === "category") return null;
  if (facet.kind === "price") {
    return (
      <fieldset>
        <legend>{say.facets.price}</legend>
        <PriceBars values={facet.values} filters={filters} />
        <div className="range">
          <PriceField name="priceMin" value={filters.priceMin} label={say.lowest(currency)} />
          <span className="soft">{say.to}</span>
          <PriceField name="priceMax" value={filters.priceMax} label={say.highest(currency)} />
        </div>
      </fieldset>
    );
  }
  const title = facet.kind === "attribute" ? facet.field : say.facets[facet.kind];
  const values = facet.values.filter(isChoice(facet)).slice(0, valuesMost);
  // A heading over nothing would only ask what is missing.
  if (values.length === 0) return null;
  return (
    <fieldset>
      <legend>{title}</legend>
      {values.map((value) => (
        <FacetValue key={value.value} facet={facet} value={value} filters={filters} />
      ))}
    </fieldset>
  );
};

const valuesMost = 12;
type Value = Facet["values"][number];

/** "Not in stock" is nothing to wish for, and "one star and more" leaves nothing out. */
const isChoice = ({ kind }: Facet) => {
  if (kind === "stock") return ({ value }: Value) => value === "true";
  if (kind === "rating") return ({ value }: Value) => Number(value) > 1;
  return () => true;
};

type ValueProps = { facet: Facet; value: Value; filters: FiltersOf };

const FacetValue = ({ facet, value, filters }: ValueProps) => {
  const say = useWords(searchWords);
  const { count, swatch } = value;
  if (facet.kind === "stock") {
    return (
      <Check
        name="inStock"
        value="true"
        label={say.inStock}
        count={count}
        isChecked={filters.inStock}
      />
    );
  }
  if (facet.kind === "rating") {
    const isChecked = filters.ratingMin === value.value;
    const label = say.stars(value.value);
    return (
      <Check
        type="radio"
        name="ratingMin"
        value={value.value}
        label={label}
        count={count}
        isChecked={isChecked}
      />
    );
  }
  const isBrand = facet.kind === "brand";
  const sent = isBrand ? value.value : `${facet.field}:${value.value}`;
  const isChecked = (isBrand ? filters.brand : filters.attribute).includes(sent);
  return (
    <Check
      name={isBrand ? "brand" : "attribute"}
      value={sent}
      label={value.label}
      count={count}
      isChecked={isChecked}
      swatch={swatch}
    />
  );
};

type CheckProps = {
  type?: "checkbox" | "radio";
  name: string;
  value: string;
  label: string;
  count?: number;
  isChecked: boolean;
  swatch?: string | undefined;
};

/** Nothing behind a filter: it stays, greyed, so that the list does not jump. */
const Check = ({ type = "checkbox", name, value, label, count, isChecked, swatch }: CheckProps) => (
  <label className="check">
    <input
      type={type}
      name={name}
      value={value}
      defaultChecked={isChecked}
      disabled={count === 0 && !isChecked}
    />
    {swatch && <Dot colour={swatch} />}
    {label}
    {count !== undefined && <span className="count">{count}</span>}
  </label>
);

const PriceField = ({ name, value, label }: { name: string; value: string; label: string }) => (
  <label>
    <span className="hidden-text">{label}</span>
    <input
      className="input"
      inputMode="numeric"
      pattern="[0-9]*"
      maxLength={7}
      name={name}
      defaultValue={value}
    />
  </label>
);
