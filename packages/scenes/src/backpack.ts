import { buckle, sack, squared, type Sack } from "./bag-parts.ts";
import {
  asVariant,
  cloth,
  curve,
  ease,
  leather,
  linearOf,
  made,
  metal,
  mix,
  noise,
  outline,
  range,
  scene,
  shift,
  tone,
  tube,
  type Form,
  type Material,
  type Part,
  type Thread,
  type Vec,
} from "./studio.ts";

const tan = tone("bridle leather", 0.52, 0.085, 55);
const brass = tone("brass", 0.82, 0.09, 88);

const main: Sack = {
  side: [
    [0.001, 0.012],
    [0.9, 0.012, 0.1],
    [1.0, 0.16, 0.14],
    [1.02, 0.6, 0.3],
    [0.96, 1.34, 0.3],
    [0.86, 1.66, 0.22],
    [0.4, 1.76, 0.3],
    [0.001, 1.77],
  ],
  half: 0.62,
  deep: 0.36,
  at: [0, 0, 0],
  seed: 2,
};
const pocket: Sack = {
  side: [
    [0.001, 0.14],
    [0.92, 0.14, 0.08],
    [1.0, 0.24, 0.1],
    [1.0, 0.62, 0.1],
    [0.9, 0.72, 0.08],
    [0.001, 0.73],
  ],
  half: 0.45,
  deep: 0.17,
  at: [0, 0, 0.3],
  seed: 6,
};

/** The lid is a second skin over the top. */
const lidWalk = outline([
  [1.055, 0.9],
  [1.02, 1.34, 0.3],
  [0.92, 1.68, 0.22],
  [0.42, 1.79, 0.3],
  [0.001, 1.8],
]);
const lidSteps = range(401).map((nth) => lidWalk(nth / 400)[1]);
const lidFrom = (height: number) => {
  const nth = Math.max(
    1,
    lidSteps.findIndex((y) => y >= height),
  );
  const [below = 0, above = 1] = [lidSteps[nth - 1], lidSteps[nth]];
  return (nth - 1 + (height - below) / (above - below)) / 400;
};

/** Cut in a curve that hangs lowest in front; its edge is bound and turns in to the cloth below. */
const lid: Form = (u, v) => {
  const [x, z] = squared(u * 2 * Math.PI, 3.6);
  const hang = 1.02 + 0.5 * ease(0.75, -0.5, z) + 0.06 * Math.abs(x) ** 3;
  const from = lidFrom(hang);
  const [girth, y] = lidWalk(from + (1 - from) * v);
  const lip = 0.05 * (1 - ease(0, 0.035, v));
  const full = 1 + 0.008 * noise(x * 4, y * 5, z * 4);
  return [x * main.half * (girth - lip) * full, y, z * main.deep * (girth - lip) * full];
};
const onLid = (x: number, height: number, out = 0.014): Vec => {
  const [girth] = lidWalk(lidFrom(height));
  const across = Math.abs(x) / (main.half * girth);
  return [x, height, main.deep * girth * (1 - across ** 3.6) ** (1 / 3.6) + out];
};
const pocketFace = pocket.at[2] + pocket.deep + 0.012;

/** A strap is sewn to the lid, leaps the gap, and goes down over the pocket. */
const strap = (x: number): Form =>
  tube(
    curve([
      onLid(x, 1.5),
      onLid(x, 1.3),
      onLid(x, 1.12),
      [x, 0.98, 0.425],
      [x, 0.82, 0.462],
      [x, 0.66, pocketFace + 0.004],
      [x, 0.42, pocketFace + 0.012],
    ]),
    0.05,
    { flat: 0.2, square: 0.45, up: [0, 0, 1], blunt: 0.004 },
  );

const handle = tube(
  curve([
    [-0.17, 1.74, -0.12],
    [-0.165, 1.86, -0.12],
    [-0.09, 1.96, -0.12],
    [0.09, 1.96, -0.12],
    [0.165, 1.86, -0.12],
    [0.17, 1.74, -0.12],
  ]),
  0.05,
  { flat: 0.3, square: 0.55, up: [0, 0, 1], blunt: 0.004 },
);

/** Padded, and long enough to stand away from the back at both sides. */
const shoulder = (side: 1 | -1): Form =>
  tube(
    curve([
      [side * 0.2, 1.68, -0.33],
      [side * 0.42, 1.52, -0.55],
      [side * 0.66, 1.1, -0.6],
      [side * 0.74, 0.7, -0.52],
      [side * 0.68, 0.32, -0.42],
      [side * 0.56, 0.16, -0.3],
    ]),
    (t) => 0.1 - 0.05 * ease(0.55, 0.8, t),
    { flat: 0.4, square: 0.7, up: [0.1, 0.2, 1], blunt: 0.01 },
  );

const shod: Material = {
  ...cloth,
  stain: (base, _u, _v, [, y]) => mix(linearOf(tan), base, ease(0.232, 0.24, y)),
};

const face = (x: number, y: number): Vec => [x, y, faceZ(x)];
const faceZ = (x: number) => pocketFace + 0.006 - 0.06 * Math.abs(x / 0.44) ** 5;
const stitches: Thread[] = [
  { points: range(30).map((nth) => face(-0.38 + (nth / 29) * 0.76, 0.63)), width: 0.008 },
  {
    points: range(50).map((nth): Vec => {
      const x = -0.5 + nth / 49;
      return onLid(
        x,
        1.06 + 0.06 * Math.abs(x / 0.62) ** 3 + 0.16 * ease(0.42, 0.6, Math.abs(x)),
        0.008,
      );
    }),
    width: 0.008,
  },
].map((thread) => ({
  ...thread,
  ink: (variant) => shift(variant, { lightness: 0.12, chroma: -0.01 }),
  isDashed: true,
  opacity: 0.85,
}));

const canvas = { material: cloth, ink: asVariant, grid: 3 };
const fittings: Part[] = [
  ...made([strap(-0.24), strap(0.24)], { material: leather, ink: tan, grid: 2.4 }),
  ...made([...buckle([-0.24, 0.84, 0.468]), ...buckle([0.24, 0.84, 0.468])], {
    material: metal,
    ink: brass,
    grid: 1.8,
  }),
];

export const backpack = scene((view) => ({
  camera:
    view === "detail"
      ? { target: [0.1, 0.95, 0.4], height: 1.45, elevation: 14, azimuth: 22 }
      : { target: [0.02, 0.95, 0], height: 3.2, elevation: 13, azimuth: 22 },
  layers: [
    { parts: made([shoulder(-1), shoulder(1)], canvas), texture: "weave" },
    { parts: [{ form: handle, material: leather, ink: tan, grid: 2.6 }] },
    {
      parts: [
        { form: sack(main), ...canvas, material: shod },
        { form: sack(pocket), ...canvas },
        { form: lid, ...canvas },
      ],
      texture: "weave",
      threads: stitches,
    },
    { parts: fittings },
  ],
  floorReach: 3,
}));
