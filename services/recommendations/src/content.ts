import type { Product, ProductId } from "@wares/contracts";

// Products are alike by what they share: the rarer a shared feature, the more it says.

const wordsMax = 12;
const featuresMax = 80;

export const featuresOf = ({ brand, categoryPath, attributes, name }: Product): string[] => {
  const words = name.en.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
  const features = [
    ...categoryPath.map((id) => `category ${id}`),
    ...(brand ? [`brand ${brand}`] : []),
    ...Object.entries(attributes.en).map(([key, value]) => `${key}: ${value}`.slice(0, 200)),
    ...words.slice(0, wordsMax).map((word) => `word ${word}`),
  ];
  return [...new Set(features)].slice(0, featuresMax);
};

export type Candidate = Readonly<{ productId: ProductId; features: readonly string[] }>;

/** The most alike first. Weighs a shared feature by how few of the candidates have it. */
export const mostAlike = (
  seed: readonly string[],
  candidates: readonly Candidate[],
): readonly ProductId[] => {
  const has = new Map<string, number>();
  for (const { features } of candidates)
    for (const feature of features) has.set(feature, (has.get(feature) ?? 0) + 1);
  const wanted = new Set(seed);
  const score = ({ features }: Candidate) =>
    features
      .filter((feature) => wanted.has(feature))
      .reduce(
        (all, feature) => all + Math.log(1 + candidates.length / (has.get(feature) ?? 1)),
        0,
      ) / Math.sqrt(features.length + 1);
  return candidates
    .map((candidate) => ({ id: candidate.productId, score: score(candidate) }))
    .filter((one) => one.score > 0)
    .toSorted((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1))
    .map(({ id }) => id);
};
