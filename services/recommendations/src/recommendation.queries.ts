import type {
  BuyerId,
  LocaleQuery,
  ProductCard,
  ProductId,
  RecommendationQuery,
  Recommendations,
} from "@wares/contracts";
import type { Queries } from "@wares/platform/database";
import { namesOf } from "./neighbour.store.ts";
import { picking } from "./picking.queries.ts";

/** What recommendations need of other services. `apps/server` supplies it. */
export type RecommendationNeeds = Readonly<{
  cardsOf: (ids: readonly ProductId[], locale: LocaleQuery) => Promise<readonly ProductCard[]>;
}>;

// Some of what was picked may have left the shop since: look up more than are wanted.
const spare = 2;

export const recommendationQueries = (db: Queries, { cardsOf }: RecommendationNeeds) => {
  const { picksFor, refresh } = picking(db);
  return {
    recommend: async (
      query: RecommendationQuery,
      buyerId: BuyerId | undefined,
    ): Promise<Recommendations> => {
      const { limit, language, currency } = query;
      const picks = (await picksFor(query, buyerId)).slice(0, limit * spare);
      const because = picks.flatMap((pick) => pick.because ?? []);
      const [cards, names] = await Promise.all([
        cardsOf(
          picks.map(({ productId }) => productId),
          { language, currency },
        ),
        namesOf(db, [...new Set(because)], language),
      ]);
      const byId = new Map(cards.map((card) => [card.id, card]));
      const items = picks.flatMap(({ productId, kind, because: seed }) => {
        const product = byId.get(productId);
        const name = seed && names.get(seed);
        return product ? [{ product, reason: { kind, ...(name && { because: name }) } }] : [];
      });
      return { items: items.slice(0, limit) };
    },
    refresh,
  };
};
export type RecommendationQueries = ReturnType<typeof recommendationQueries>;
