import { RecommendationQuery, Recommendations } from "@wares/contracts";
import type { Service, Tools } from "@wares/platform";
import { answers, type Routes } from "@wares/platform/http";
import { behaviourSubscriptions } from "./behaviour.subscriptions.ts";
import {
  recommendationQueries,
  type RecommendationNeeds,
  type RecommendationQueries,
} from "./recommendation.queries.ts";

/** Recommendations: what goes with a product, a cart or a person, and why. */
export const recommendationsService = ({ db }: Tools, needs: RecommendationNeeds) => {
  const queries = recommendationQueries(db, needs);
  return {
    service: {
      name: "recommendations",
      routes: [{ prefix: "/recommendations", plugin: routes(queries) }],
      restMs: 500,
      subscriptions: behaviourSubscriptions(queries.refresh),
    } satisfies Service,
  };
};

const routes =
  ({ recommend }: RecommendationQueries): Routes =>
  async (app) => {
    app.get("", { schema, config: { allow: "anyone" } }, ({ query, principal }) =>
      recommend(query, principal.userId ?? principal.guestId),
    );
  };
const schema = {
  operationId: "recommend",
  tags: ["recommendations"],
  querystring: RecommendationQuery,
  response: answers({ 200: Recommendations }),
};
