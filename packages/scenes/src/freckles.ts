import { shadeOf } from "./shade.ts";
import {
  add,
  cross,
  dot,
  minus,
  range,
  unit,
  type Form,
  type Ink,
  type Thread,
  type Vec,
} from "./studio.ts";

type Seen = Readonly<{ elevation: number; azimuth?: number }>;
type Freckles = Readonly<{
  /** The glazed form, its outline running from the foot over the lip to the inside. */
  on: Form;
  /** What may stand before it. */
  behind?: readonly Form[];
  seen: Seen;
  /** Below this height the outside is bare clay, and has none. */
  above: number;
  count: number;
}>;

const iron: Ink = (variant) => ({
  name: "iron",
  lightness: Math.max(0.16, variant.lightness - 0.36),
  chroma: 0.035,
  hue: 58,
});

/** Scattered, always in the same way: an even spread would show as rows. */
const dice = (nth: number, which: number) => {
  let h = Math.imul(nth + 1, 374761393) ^ Math.imul(which, 668265263);
  h = Math.imul(h ^ (h >>> 15), 2246822519);
  h = Math.imul(h ^ (h >>> 13), 3266489917);
  return ((h ^ (h >>> 16)) >>> 0) / 4294967296;
};

/**
 * Iron in the clay melts through the glaze: round, few, no two alike. They are threads and not a stain, because
 * a square is larger than a freckle; so they have to know for themselves what hides them.
 */
export const freckles = ({ on, behind = [], seen, above, count }: Freckles): Thread[] => {
  const eye = towards(seen);
  const hides = shadeOf([on, ...behind].flatMap(triangles));
  const widest = Math.max(
    ...range(64).map((nth) => Math.hypot(on(0, nth / 63)[0], on(0, nth / 63)[2])),
  );
  return range(count).flatMap((nth): Thread[] => {
    const [u, v] = [dice(nth, 1), dice(nth, 2)];
    const [chance, size] = [dice(nth, 3), dice(nth, 4)];
    const at = on(u, v);
    const du = minus(on(u + 0.004, v), on(u - 0.004, v));
    const dv = minus(on(u, Math.min(1, v + 0.004)), on(u, Math.max(0, v - 0.004)));
    const normal = unit(cross(du, dv));
    const isBare = v < 0.5 && at[1] < above;
    const isThinnedOut = Math.hypot(at[0], at[2]) / widest < chance;
    if (isBare || isThinnedOut || dot(normal, eye) < 0.25) return [];
    if (hides(add(at, normal, 0.03), eye, 8)) return [];
    return [
      {
        points: [at, add(at, unit(du), 0.003)],
        width: 0.0045 + 0.0135 * size ** 3,
        ink: iron,
        opacity: 0.3 + 0.35 * dice(nth, 5),
      },
    ];
  });
};

const towards = ({ elevation, azimuth = 0 }: Seen): Vec => {
  const [up, round] = [(elevation * Math.PI) / 180, (azimuth * Math.PI) / 180];
  return [Math.sin(round) * Math.cos(up), Math.sin(up), Math.cos(round) * Math.cos(up)];
};

const triangles = (form: Form): [Vec, Vec, Vec][] =>
  range(40 * 40).flatMap((nth): [Vec, Vec, Vec][] => {
    const [i, j] = [nth % 40, Math.floor(nth / 40)];
    const at = (a: number, b: number) => form((i + a) / 40, (j + b) / 40);
    const [p, q, r, s] = [at(0, 0), at(1, 0), at(1, 1), at(0, 1)];
    return [
      [p, q, r],
      [p, r, s],
    ];
  });
