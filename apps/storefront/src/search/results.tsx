import { Link, useNavigation, useRouteLoaderData, useSubmit } from "react-router";
import { ProductGrid, SkeletonGrid } from "../catalogue/product-card.tsx";
import { Icon } from "../layout/icon.tsx";
import type { FrameOf } from "../layout/frame.server.ts";
import { usePath, useWords } from "../layout/locale.ts";
import { addressOf, countOf, sorts } from "./address.ts";
import { Chips } from "./chips.tsx";
import { Filters } from "./filters.tsx";
import type { Listing } from "./listing.server.ts";
import { searchWords } from "./search-words.ts";

/** Filters and results: the same below a family and for a search. */
export const Results = ({ listing }: { listing: Listing }) => {
  const say = useWords(searchWords);
  const { filters, result, nearest } = listing;
  const navigation = useNavigation();
  const isLoading = navigation.state === "loading";
  // Where not even something near is found there is nothing to filter or to sort.
  if (result.totalCount === 0 && nearest.length === 0) return <Bare />;
  return (
    <div className="listing">
      <Filters listing={listing} />
      <section id="results" aria-label={say.results} aria-busy={isLoading || undefined}>
        <Bar listing={listing} />
        <Chips filters={filters} currency={listing.currency} />
        {result.products.length > 0 && <ProductGrid products={result.products} source="listing" />}
        {result.products.length === 0 && isLoading && <SkeletonGrid count={6} />}
        {result.products.length === 0 && !isLoading && <Nothing listing={listing} />}
        {nearest.length > 0 && (
          <section className="section near" aria-labelledby="nearest-title">
            <div className="section-head">
              <h2 id="nearest-title">{say.nearest}</h2>
            </div>
            <ProductGrid products={nearest} source="nearest" />
          </section>
        )}
        <Pages listing={listing} />
      </section>
    </div>
  );
};

const Bar = ({ listing: { filters, result } }: { listing: Listing }) => {
  const say = useWords(searchWords);
  const submit = useSubmit();
  return (
    <div className="listing-bar">
      <a className="button low only-phone" href="#filters">
        <Icon name="filters" small />
        {say.filtersCount(countOf(filters))}
      </a>
      <p className="total" role="status">
        <strong className="num">{result.totalCount}</strong> {say.total(result.totalCount)}
      </p>
      <label className="hidden-text" htmlFor="sort">
        {say.sortBy}
      </label>
      <select
        className="select"
        id="sort"
        name="sort"
        form="filters"
        key={filters.sort}
        defaultValue={filters.sort}
        onChange={({ currentTarget }) => void submit(currentTarget.form)}
      >
        {sorts.map((sort) => (
          <option key={sort} value={sort}>
            {say.sorts[sort]}
          </option>
        ))}
      </select>
    </div>
  );
};

const Bare = () => {
  const say = useWords(searchWords);
  const path = usePath();
  const frame = useRouteLoaderData("root") as FrameOf | undefined;
  const hasThings = (frame?.thingCount ?? 0) > 0;
  return (
    <section className="spaced-more" id="results" aria-label={say.results}>
      <h2>{hasThings ? say.nothingHere : say.shopEmpty}</h2>
      <p className="soft spaced-little">{hasThings ? say.nothingHereText : say.shopEmptyText}</p>
      <Link className="button spaced" to={path(hasThings ? "/search" : "/")}>
        {hasThings ? say.everything : say.backHome}
      </Link>
    </section>
  );
};

const Nothing = ({ listing: { filters } }: { listing: Listing }) => {
  const say = useWords(searchWords);
  // Words alone have no filter that could be taken away.
  const isFilterOff = countOf(filters) === 0;
  return (
    <div className="message" role="status">
      <h2>{isFilterOff ? say.noSuchTitle(filters.q) : say.nothingTitle}</h2>
      <p className="soft spaced-little">{isFilterOff ? say.noSuchText : say.nothingText}</p>
    </div>
  );
};

const Pages = ({ listing: { filters, result } }: { listing: Listing }) => {
  const say = useWords(searchWords);
  const last = Math.max(1, Math.ceil(result.totalCount / result.pageSize));
  if (result.products.length === 0) return null;
  if (last === 1) {
    return (
      <p className="pages soft" role="status">
        {say.allShown(result.totalCount)}
      </p>
    );
  }
  const { page } = result;
  return (
    <nav className="pages" aria-label={say.page(page, last)}>
      {page > 1 && <Link to={addressOf({ ...filters, page: page - 1 })}>{say.previous}</Link>}
      <span className="soft">{say.page(page, last)}</span>
      {page < last && <Link to={addressOf({ ...filters, page: page + 1 })}>{say.next}</Link>}
    </nav>
  );
};
