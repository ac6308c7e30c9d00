import type { ProductId, Recommendations } from "@wares/contracts";

export type ReasonKind = Recommendations["items"][number]["reason"]["kind"];
export type Pick = Readonly<{ productId: ProductId; kind: ReasonKind; because?: ProductId }>;

/** One from each list in turn, nothing twice, until there are enough. */
export const inTurn = (
  lists: readonly (readonly Pick[])[],
  limit: number,
  except: ReadonlySet<ProductId>,
): readonly Pick[] => {
  const taken = new Set(except);
  const picks: Pick[] = [];
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  const places = lists.map(() => 0);
  for (let round = 0; round < longest && picks.length < limit; round++)
    for (const [nth, list] of lists.entries()) {
      // What another list had already is passed over, so that no list loses its turn to a repeat.
      let place = places[nth] ?? 0;
      while (place < list.length && taken.has(list[place]!.productId)) place += 1;
      places[nth] = place + 1;
      const pick = list[place];
      if (!pick || picks.length >= limit) continue;
      taken.add(pick.productId);
      picks.push(pick);
    }
  return picks;
};

export type Deed = Readonly<{ productId: ProductId; type: string }>;

const weights: Readonly<Record<string, number>> = { View: 1, Click: 1, AddToCart: 3, Purchase: 4 };

/** What somebody cares for most, from their latest deeds, newest first. Each deed counts 0.9 of the next newer. */
export const seedsOf = (deeds: readonly Deed[], seedsMax: number): readonly ProductId[] => {
  const scores = new Map<ProductId, number>();
  deeds.forEach(({ productId, type }, age) => {
    const score = (weights[type] ?? 0) * 0.9 ** age;
    scores.set(productId, (scores.get(productId) ?? 0) + score);
  });
  return [...scores]
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, seedsMax)
    .map(([id]) => id);
};
