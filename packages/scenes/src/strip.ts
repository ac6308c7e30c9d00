import { cross, minus, outline, unit, type Form, type Vec } from "./form.ts";

type StripShape = { wide: number; thick: number; round?: number };

/**
 * A strip of cloth or leather that bends in one plane only: `path` runs in y and z, the strip is `wide`
 * along x. Both ends are open: tuck them in, or let `thickAt` run out.
 */
export const strip = (
  path: (t: number) => Vec,
  { wide, thick, round = thick * 0.45 }: StripShape,
  thickAt: (t: number) => number = () => 1,
  wideAt: (t: number) => number = () => 1,
): Form => {
  const [w, h] = [wide / 2, thick / 2];
  const section = outline([
    [0, h],
    [w, h, round],
    [w, -h, round],
    [-w, -h, round],
    [-w, h, round],
    [0, h],
  ]);
  return (u, v) => {
    const way = unit(minus(path(Math.min(1, v + 0.004)), path(Math.max(0, v - 0.004))));
    const over = cross([1, 0, 0], way);
    const [across, up] = section(u);
    const [x, y, z] = path(v);
    const by = up * thickAt(v);
    return [x + across * wideAt(v), y + over[1] * by, z + over[2] * by];
  };
};
