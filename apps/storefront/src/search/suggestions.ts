import { loadSuggestions } from "../layout/frame.server.ts";
import { visitContext } from "../server/visit.ts";
import type { Route } from "./+types/suggestions.ts";

/** What the search layer asks while somebody types. */
export const loader = ({ request, context }: Route.LoaderArgs) =>
  loadSuggestions(request, context.get(visitContext));
