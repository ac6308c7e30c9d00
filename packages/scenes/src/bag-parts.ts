import {
  add,
  curve,
  ease,
  noise,
  outline,
  range,
  tube,
  type Corner,
  type Form,
  type Vec,
} from "./studio.ts";

/** Something between a box and an egg: an outline (x = share of the full girth, y = height) swept round a soft square. */
export type Sack = Readonly<{ side: Corner[]; half: number; deep: number; at: Vec; seed: number }>;

/** A soft square: 2 would be a circle, more has corners. */
export const squared = (turn: number, corner: number): readonly [number, number] => {
  const [x, z] = [Math.sin(turn), Math.cos(turn)];
  const reach = (Math.abs(x) ** corner + Math.abs(z) ** corner) ** (-1 / corner);
  return [x * reach, z * reach];
};

export const sack = ({ side, half, deep, at, seed }: Sack): Form => {
  const walk = outline(side);
  return (u, v) => {
    const [girth, y] = walk(v);
    const [x, z] = squared(u * 2 * Math.PI, 3.6);
    const crease =
      0.016 * noise(x * 2.6 + seed, y * 3, z * 2) + 0.006 * noise(x * 7, y * 6 + seed, z * 5);
    const full = 1 + crease * ease(0.05, 0.3, y);
    return add(at, [x * half * girth * full, y, z * deep * girth * full]);
  };
};

/** A brass frame with a middle bar, upright at this place. */
export const buckle = ([x, y, z]: Vec): Form[] => {
  const around = curve(
    range(25).map((nth): Vec => {
      const [a, b] = squared((nth / 24) * 2 * Math.PI, 5);
      return [x + a * 0.078, y + b * 0.062, z - b * 0.012];
    }),
  );
  const pin = curve([
    [x, y + 0.06, z + 0.006],
    [x, y - 0.065, z + 0.018],
  ]);
  return [
    tube(around, 0.0135, { up: [0, 0, 1], blunt: 0.0005 }),
    tube(pin, 0.009, { up: [1, 0, 0] }),
  ];
};
