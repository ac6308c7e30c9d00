import { oiledOak, turnedLeg } from "./joinery.ts";
import { mug } from "./mug.ts";
import {
  asVariant,
  brushedMetal,
  lathe,
  made,
  mattePaint,
  noise,
  placed,
  scene,
  tone,
  tube,
  wood,
  type Corner,
  type Form,
  type Part,
  type Thread,
  type Vec,
} from "./studio.ts";

const steel = tone("steel", 0.8, 0.008, 90);
const wedge = tone("walnut wedge", 0.36, 0.05, 52);

// Dished by hand, with a rounded edge that a thumb can follow.
const seatSide: Corner[] = [
  [0.001, 1.28],
  [0.5, 1.28, 0.04],
  [0.625, 1.33, 0.05],
  [0.63, 1.4, 0.04],
  [0.58, 1.43, 0.035],
  [0.36, 1.405, 0.16],
  [0.16, 1.387, 0.14],
  [0.001, 1.387],
];
const turned = lathe(seatSide);
const seat: Form = (u, v) => {
  const [x, y, z] = turned(u, v);
  return [x, y + 0.003 * noise(x * 5, 2, z * 5), z * 0.985];
};

const corners = [
  [1, 1],
  [-1, 1],
  [-1, -1],
  [1, -1],
] as const;
const footOf = ([x, z]: readonly [number, number]): Vec => [x * 0.52, 0, z * 0.5];
const topOf = ([x, z]: readonly [number, number]): Vec => [x * 0.3, 1.31, z * 0.29];

const legs = corners.map((corner) => turnedLeg(footOf(corner), topOf(corner), 0.062));

/** The foot ring runs outside the legs, and is bright where shoes rubbed it. */
const ringHeight = 0.42;
const ringRadius = 0.68;
// Where its ends are welded: behind the leg at the back.
const ringSeam = 0.62;
const ring = tube(
  (t) => [
    Math.sin((t + ringSeam) * 2 * Math.PI) * ringRadius,
    ringHeight,
    Math.cos((t + ringSeam) * 2 * Math.PI) * ringRadius,
  ],
  0.024,
  { up: [0, 1, 0], blunt: 0.0005 },
);

// Each leg comes through the seat and is split by a wedge.
const tenonAt = ([x, z]: readonly [number, number]): Vec => [x * 0.3, 1.405, z * 0.29];
const tenons = corners.map((corner): Form => (u, v) => {
  const [x, , z] = tenonAt(corner);
  const [a, b] = [Math.sin(u * 2 * Math.PI) * v, Math.cos(u * 2 * Math.PI) * v];
  const [px, pz] = [x + a * 0.05, z + b * 0.05];
  return [px, 1.409 + 0.05 * (Math.hypot(px, pz) - 0.42), pz];
});
const wedges = corners.map((corner): Thread => {
  const at = tenonAt(corner);
  return {
    points: [
      [at[0] - 0.045, at[1], at[2]],
      [at[0] + 0.045, at[1], at[2]],
    ],
    width: 0.009,
    ink: wedge,
    opacity: 0.8,
  };
});

const oat = tone("oat", 0.92, 0.02, 85);

/** As a table beside a bed: the mug stands off the middle, where one reaches for it. */
const mugAt: Vec = [0.1, 1.392, 0.08];

// A mug is drawn as large as a stool: here it is a third of that.
const smallMug: Part[] = mug([0, 0, 0], 10, oat).map((part) => ({
  ...part,
  form: placed(part.form, { at: mugAt, grow: 0.36 }),
}));

export const stool = scene((view) => ({
  camera:
    view === "detail"
      ? { target: [0.06, 1.12, 0.2], height: 1.75, elevation: 24, azimuth: 22 }
      : {
          target: [0, view === "inUse" ? 0.9 : 0.72, 0],
          height: view === "inUse" ? 3.3 : 2.9,
          elevation: 15,
          azimuth: 22,
        },
  layers: [
    {
      parts: [
        ...made(legs, { material: wood, ink: oiledOak, grid: 2.5 }),
        ...made([ring], { material: brushedMetal, ink: steel, grid: 2.5 }),
      ],
    },
    { parts: [{ form: seat, material: mattePaint, ink: asVariant, grid: 2.8 }] },
    {
      parts: made(tenons, { material: wood, ink: oiledOak, isThin: true, grid: 2.2 }),
      threads: wedges,
    },
    ...(view === "inUse" ? [{ parts: smallMug }] : []),
  ],
  floorReach: 3,
}));
