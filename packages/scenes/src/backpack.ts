import {
  add,
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
  type Corner,
  type Form,
  type Material,
  type Part,
  type Thread,
  type Vec,
} from "./studio.ts";

const tan = tone("bridle leather", 0.52, 0.085, 55);
const brass = tone("brass", 0.82, 0.09, 88);

/** Something between a box and an egg: an outline (x = share of the full girth, y = height) swept round a soft square. */
type Sack = Readonly<{ side: Corner[]; half: number; deep: number; at: Vec; seed: number }>;

const squared = (turn: number, corner: number): readonly [number, number] => {
  const [x, z] = [Math.sin(turn), Math.cos(turn)];
  const reach = (Math.abs(x) ** corner + Math.abs(z) ** corner) ** (-1 / corner);
  return [x * reach, z * reach];
};

const sack = ({ side, half, deep, at, seed }: Sack): Form => {
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
const lidFrom = (height: number) => Math.max(0, lidSteps.findIndex((y) => y >= height) - 1) / 400;

/** Cut in a curve that hangs lowest in front; its edge is bound and turns in to the cloth below. */
const lid: Form = (u, v) => {
  const [x, z] = squared(u * 2 * Math.PI, 3.6);
  const hang = 1.02 + 0.5 * ease(0.75, -0.5, z) + 0.06 * Math.abs(x) ** 3;
  const from = lidFromSmooth(hang);
  const [girth, y] = lidWalk(from + (1 - from) * v);
  const lip = 0.05 * (1 - ease(0, 0.035, v));
  const full = 1 + 0.008 * noise(x * 4, y * 5, z * 4);
  return [x * main.half * (girth - lip) * full, y, z * main.deep * (girth - lip) * full];
};
const lidFromSmooth = (height: number) => {
  const low = lidFrom(height);
  const [a, b] = [lidWalk(low)[1], lidWalk(low + 1 / 400)[1]];
  return low + (b > a ? (height - a) / (b - a) / 400 : 0);
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

const buckle = (x: number): Form[] => {
  const [y, z] = [0.84, 0.468];
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

const face = (x: number, y: number): Vec => [
  x,
  y,
  pocketFace + 0.006 - 0.06 * Math.abs(x / 0.44) ** 5,
];
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
const behind: Part[] = [
  ...made([shoulder(-1), shoulder(1)], canvas),
  { form: handle, material: leather, ink: tan, grid: 2.6 },
];
const fittings: Part[] = [
  ...made([strap(-0.24), strap(0.24)], { material: leather, ink: tan, grid: 2.4 }),
  ...made([...buckle(-0.24), ...buckle(0.24)], { material: metal, ink: brass, grid: 1.8 }),
];

export const backpack = scene((view) => ({
  camera:
    view === "detail"
      ? { target: [0.1, 0.95, 0.4], height: 1.45, elevation: 14, azimuth: 22 }
      : { target: [0.02, 0.95, 0], height: 3.2, elevation: 13, azimuth: 22 },
  layers: [
    { parts: behind },
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
