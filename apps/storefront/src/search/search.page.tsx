import { useWords } from "../layout/locale.ts";
import { titleOf } from "../layout/page-meta.ts";
import { visitContext } from "../server/visit.ts";
import type { Route } from "./+types/search.page.ts";
import { loadListing } from "./listing.server.ts";
import { Results } from "./results.tsx";
import { SearchField } from "./search-field.tsx";
import { searchWords } from "./search-words.ts";

export const loader = ({ request, context }: Route.LoaderArgs) =>
  loadListing(request, context.get(visitContext));

export const meta: Route.MetaFunction = ({ location, loaderData }) =>
  titleOf(location, loaderData?.filters.q || { en: "All things", zh: "全部商品" });

export default function SearchPage({ loaderData }: Route.ComponentProps) {
  const say = useWords(searchWords);
  const { filters, result } = loaderData;
  const isNew = filters.sort === "Newest" && filters.q === "";
  const plain = filters.onSale ? say.onSale : isNew ? say.newest : say.everything;
  return (
    <div className="wrap">
      <div className="listing-head spaced-more">
        <h1>{filters.q ? say.resultsFor(filters.q) : plain}</h1>
        {result.correctedQuery && <p className="soft">{say.corrected(result.correctedQuery)}</p>}
      </div>
      <div className="only-phone spaced-little">
        <SearchField label={say.searchShop} value={filters.q} placeholder={say.searchShop} />
      </div>
      <Results listing={loaderData} />
    </div>
  );
}
