import { Category } from "@wares/contracts";
import { Link } from "react-router";
import { localeOf, usePath, useWords } from "../layout/locale.ts";
import { titleOf } from "../layout/page-meta.ts";
import { loadListing } from "../search/listing.server.ts";
import { Results } from "../search/results.tsx";
import { searchWords } from "../search/search-words.ts";
import { visitContext } from "../server/visit.ts";
import type { Route } from "./+types/category.page.ts";

// The address is the state: whatever is in it can be bookmarked, shared and cached.
export const loader = async ({ params, request, context }: Route.LoaderArgs) => {
  const visit = context.get(visitContext);
  const path = `categories/${encodeURIComponent(params.slug)}`;
  const category = await visit.ask({ path, query: localeOf(request, visit), schema: Category });
  return { category, listing: await loadListing(request, visit, category.id) };
};

export const meta: Route.MetaFunction = ({ location, loaderData }) =>
  titleOf(location, loaderData?.category.name ?? "Wares", {
    ...(loaderData && { description: loaderData.category.description }),
  });

export default function CategoryPage({ loaderData: { category, listing } }: Route.ComponentProps) {
  const say = useWords(searchWords);
  const path = usePath();
  return (
    <div className="wrap">
      <nav aria-label={say.breadcrumb}>
        <ol className="crumbs">
          <li>
            <Link to={path("/")}>Wares</Link>
          </li>
          <li aria-current="page">{category.name}</li>
        </ol>
      </nav>
      <div className="listing-head">
        <h1>{category.name}</h1>
        {category.description && <p className="soft">{category.description}</p>}
      </div>
      <Results listing={listing} />
    </div>
  );
}
