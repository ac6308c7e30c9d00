import { SearchQuery, SearchResult, SuggestionQuery, Suggestions } from "@wares/contracts";
import { answers, type Routes } from "@wares/platform/http";
import type { Performed } from "./performed.ts";
import type { Suggested } from "./suggest.ts";
import type { Static } from "typebox";

export type SearchFaces = Readonly<{
  search: (query: SearchQuery) => Promise<SearchResult>;
  suggest: (query: Static<typeof SuggestionQuery>) => Promise<Suggested>;
  note: (performed: Performed) => void;
}>;

export const searchRoutes =
  ({ search, suggest, note }: SearchFaces): Routes =>
  async (app) => {
    app.get("", { config: { allow: "anyone" }, schema: schemas.search }, async (request) => {
      const result = await search(request.query);
      const { userId, guestId } = request.principal;
      const buyerId = userId ?? guestId;
      const { totalCount } = result;
      // The second page of an answer is no second search.
      if (buyerId && request.query.page === 1)
        note({ buyerId, ...(userId && { userId }), query: request.query.query, totalCount });
      return result;
    });
    app.get("/suggestions", { config: { allow: "anyone" }, schema: schemas.suggest }, ({ query }) =>
      suggest(query),
    );
  };

const tags = ["search"];
const schemas = {
  search: {
    operationId: "search",
    summary: "Finds products by words and filters, and counts what else could be chosen",
    tags,
    querystring: SearchQuery,
    response: answers({ 200: SearchResult }),
  },
  suggest: {
    operationId: "suggest",
    summary: "What somebody who has typed so far probably wants",
    tags,
    querystring: SuggestionQuery,
    response: answers({ 200: Suggestions }),
  },
};
