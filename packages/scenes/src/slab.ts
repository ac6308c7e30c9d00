import { minus, outline, unit, type Corner, type Form } from "./form.ts";

/**
 * A board of any plan with rounded edges. `plan` holds its corners (x, z), front to right to back to left;
 * `edge` is walked from the middle of the underside over the rim to the middle of the top: how far inside
 * the plan, how high. The plan must be seen whole from its origin.
 */
export const slab = (plan: readonly Corner[], edge: readonly Corner[], soft = 0.06): Form => {
  const [first, last] = [plan[0]!, plan.at(-1)!];
  const start: Corner = [(first[0] + last[0]) / 2, (first[1] + last[1]) / 2];
  const rim = outline([start, ...plan, start]);
  const profile = outline(edge);
  const deepest = Math.max(...edge.map(([inset]) => inset));
  return (u, v) => {
    const [x, z] = rim(u);
    const [tx, tz] = unit(minus(rim(Math.min(1, u + 0.002)), rim(Math.max(0, u - 0.002))));
    const [inset, height] = profile(v);
    const moved = Math.min(inset, soft);
    const shrunk = 1 - (0.998 * Math.max(0, inset - moved)) / Math.max(1e-9, deepest - soft);
    return [(x + tz * moved) * shrunk, height, (z - tx * moved) * shrunk];
  };
};

/** The corners of a rectangle, in the order `slab` wants them. */
export const rectangle = (wide: number, deep: number, radius: number): Corner[] => [
  [wide / 2, deep / 2, radius],
  [wide / 2, -deep / 2, radius],
  [-wide / 2, -deep / 2, radius],
  [-wide / 2, deep / 2, radius],
];

/** A plain board, its upper and lower edge rounded alike. */
export const boardEdge = (thick: number, radius: number): Corner[] => [
  [0.5, 0],
  [0, 0, radius],
  [0, thick, radius],
  [0.5, thick],
];
