import type { BuyerId, ProductId, RecommendationQuery } from "@wares/contracts";
import type { Queries } from "@wares/platform/database";
import { LRUCache } from "lru-cache";
import { mostAlike } from "./content.ts";
import {
  boughtWith,
  family,
  latestDeeds,
  mostBought,
  newest,
  productsOfSkus,
  viewedWith,
} from "./neighbour.store.ts";
import { inTurn, seedsOf, type Pick, type ReasonKind } from "./recommend.ts";

const seedsMax = 4;
const picksMax = 50;

const alikeTo = async (db: Queries, seeds: readonly ProductId[]): Promise<readonly Pick[]> => {
  const lists = await Promise.all(
    seeds.map(async (because) => {
      const { seed, candidates } = await family(db, because);
      return mostAlike(seed, candidates).map((productId): Pick => ({
        productId,
        kind: "Similar",
        because,
      }));
    }),
  );
  return inTurn(lists, picksMax, new Set());
};

const around = async (db: Queries, seeds: readonly ProductId[]): Promise<readonly Pick[]> => {
  const [bought, viewed, alike] = await Promise.all([
    boughtWith(db, seeds),
    viewedWith(db, seeds),
    alikeTo(db, seeds),
  ]);
  const lists = [
    bought.map((one): Pick => ({ ...one, kind: "BoughtTogether" })),
    alike,
    viewed.map((one): Pick => ({ ...one, kind: "AlsoViewed" })),
  ];
  return inTurn(lists, picksMax, new Set(seeds));
};

const forNewcomer = async (db: Queries): Promise<readonly Pick[]> => {
  const [popular, fresh] = await Promise.all([mostBought(db, picksMax), newest(db, picksMax)]);
  const as = (kind: ReasonKind) => (productId: ProductId) => ({ productId, kind });
  return inTurn([popular.map(as("Popular")), fresh.map(as("New"))], picksMax, new Set());
};

/** What follows from what somebody did; then, where that is not enough, what a newcomer gets. */
const forBuyer = async (db: Queries, buyerId: BuyerId): Promise<readonly Pick[]> => {
  const deeds = await latestDeeds(db, buyerId);
  const seeds = seedsOf(deeds, seedsMax);
  const had = new Set(deeds.map(({ productId }) => productId));
  const bought = new Set(
    deeds.filter(({ type }) => type === "Purchase").map(({ productId }) => productId),
  );
  const own = (seeds.length === 0 ? [] : await around(db, seeds)).map((pick): Pick => {
    const isBought = pick.because !== undefined && bought.has(pick.because);
    return { ...pick, kind: isBought ? "BecauseYouBought" : "BecauseYouViewed" };
  });
  const filler = await forNewcomer(db);
  return inTurn([[...own, ...filler]], picksMax, had);
};

const cachedMax = 5_000;
// Neighbours of a product move slowly; a person's own list is dropped when they do something.
const freshMs = 20_000;

/** Which products, and why. Prepared lists are kept for a moment. */
export const picking = (db: Queries) => {
  const cache = new LRUCache<string, readonly Pick[]>({ max: cachedMax, ttl: freshMs });
  const cached = async (key: string, make: () => Promise<readonly Pick[]>) => {
    const known = cache.get(key);
    if (known) return known;
    const made = await make();
    cache.set(key, made);
    return made;
  };
  return {
    picksFor: async (
      { productId, skus }: RecommendationQuery,
      buyerId: BuyerId | undefined,
    ): Promise<readonly Pick[]> => {
      if (productId) return cached(`product ${productId}`, () => around(db, [productId]));
      if (skus && skus.length > 0) {
        const inCart = await productsOfSkus(db, skus);
        return around(db, inCart.slice(0, seedsMax));
      }
      return buyerId
        ? cached(`buyer ${buyerId}`, () => forBuyer(db, buyerId))
        : cached("newcomer", () => forNewcomer(db));
    },
    /** Somebody did something: what is shown to them next follows from it. */
    refresh: (buyerIds: readonly BuyerId[]): void => {
      for (const buyerId of buyerIds) cache.delete(`buyer ${buyerId}`);
    },
  };
};
