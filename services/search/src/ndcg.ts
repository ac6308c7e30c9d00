// How good an order is, by people's judgements: the standard measure of the field. A product nobody
// judged counts as useless, so beside it stands how many of the first ten were judged at all, and
// what the measure comes to without those nobody judged.

/** A question, and how useful people found each product for it: 0 not at all, 3 just what was meant. */
export type JudgedQuery = Readonly<{ query: string; ratings: ReadonlyMap<string, number> }>;
export type Evaluation = Readonly<{
  queries: number;
  ndcg: number;
  judged: number;
  condensed: number;
}>;

const depth = 10;

const gainOf = (ratings: readonly number[]): number =>
  ratings
    .slice(0, depth)
    .reduce((sum, rating, nth) => sum + (2 ** rating - 1) / Math.log2(nth + 2), 0);

const ratio = (gain: number, ideal: number): number => (ideal > 0 ? gain / ideal : 0);
const mean = (all: readonly number[]): number =>
  all.length > 0 ? all.reduce((sum, one) => sum + one, 0) / all.length : 0;

/** `search` answers at least the first ten ids; with more, the condensed measure is truer. */
export const evaluateSearch = (
  search: (query: string) => readonly string[],
  queries: readonly JudgedQuery[],
): Evaluation => {
  const measured = queries.map(({ query, ratings }) => {
    const found = search(query);
    const ideal = gainOf([...ratings.values()].toSorted((one, other) => other - one));
    const known = found.filter((id) => ratings.has(id));
    const rate = (ids: readonly string[]) => gainOf(ids.map((id) => ratings.get(id) ?? 0));
    const first = found.slice(0, depth);
    return {
      ndcg: ratio(rate(found), ideal),
      judged: first.length > 0 ? first.filter((id) => ratings.has(id)).length / depth : 0,
      condensed: ratio(rate(known), ideal),
    };
  });
  return {
    queries: queries.length,
    ndcg: mean(measured.map(({ ndcg }) => ndcg)),
    judged: mean(measured.map(({ judged }) => judged)),
    condensed: mean(measured.map(({ condensed }) => condensed)),
  };
};
