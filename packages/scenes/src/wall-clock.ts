import { dialMarks, hand } from "./dial.ts";
import {
  add,
  asVariant,
  lathe,
  made,
  mattePaint,
  metal,
  mover,
  placed,
  scene,
  tone,
  type Corner,
  type Form,
  type Ink,
  type Layer,
  type Material,
  type Vec,
} from "./studio.ts";
import { timber } from "./timber.ts";
import { brass, charcoal, oak, oat } from "./tones.ts";

const plaster = tone("plaster", 0.97, 0.018, 82);

/** It lifts the wall to the light of the floor all other products stand on. */
const limewash: Material = { roughness: 0.95, mirror: 0.01, glow: 0.11 };

const rim: Corner[] = [
  [0.985, 0.012],
  [0.985, 0.15, 0.05],
  [0.945, 0.2, 0.04],
  [0.9, 0.195, 0.03],
  [0.875, 0.11, 0.02],
];

const middle: Vec = [0, 2.2, -0.12];
const put = mover(add(middle, [0, 0, 0.118]), [0, 0, 0]);
const towards = (form: Form): Form => placed(form, { at: middle, turn: [90, 0, 0] });

const wall: Form = (u, v) => [(u - 0.5) * 7, v * 6 - 1.2, middle[2]];
/** The wall close to the rim follows it: on a square grid the shadow there would come out in stairs. */
const around = towards(
  lathe([
    [1.7, 0.0005],
    [0.987, 0.001],
  ]),
);
const dial = towards(
  lathe([
    [0.885, 0.112],
    [0.001, 0.114],
  ]),
);
const axle = placed(
  lathe([
    [0.045, 0],
    [0.042, 0.03, 0.015],
    [0.001, 0.034],
  ]),
  { at: put([0, 0, 0.05]), turn: [90, 0, 0] },
);

/** Print and hands are pale on a dark dial and dark on a pale one. */
const printed: Ink = (variant) => (variant.lightness > 0.62 ? charcoal : oat);

const layers: Layer[] = [
  { parts: [{ form: wall, material: limewash, ink: plaster, grid: 6 }] },
  { parts: [{ form: around, material: limewash, ink: plaster, grid: 2.4 }] },
  {
    parts: [
      { form: towards(lathe(rim)), material: timber(1), ink: oak, grid: 2.6 },
      {
        form: dial,
        material: { ...mattePaint, roughness: 0.6, glow: 0.08 },
        ink: asVariant,
        grid: 3,
      },
    ],
    threads: [
      ...dialMarks(put, {
        radius: 0.77,
        long: 0.12,
        width: 0.024,
        ink: printed,
        every: 30,
        skip: 90,
      }),
      ...dialMarks(put, { radius: 0.77, long: 0.17, width: 0.036, ink: printed, every: 90 }),
      ...dialMarks(put, {
        radius: 0.77,
        long: 0.012,
        width: 0.012,
        ink: printed,
        every: 6,
        skip: 30,
      }),
    ],
  },
  {
    parts: [
      ...made(
        [
          hand(put, { turn: 304.5, long: 0.42, tail: 0.1, width: 0.06, lift: 0.025, slim: 0.85 }),
          hand(put, { turn: 54, long: 0.64, tail: 0.12, width: 0.044, lift: 0.04, slim: 0.85 }),
        ],
        { material: mattePaint, ink: printed, grid: 1.8 },
      ),
      ...made([hand(put, { turn: 186, long: 0.68, tail: 0.18, width: 0.018, lift: 0.055 }), axle], {
        material: metal,
        ink: brass,
        grid: 1.8,
      }),
    ],
  },
];

export const wallClock = scene((view) => ({
  camera:
    view === "detail"
      ? { target: [-0.25, 2.46, 0], height: 1.5, elevation: 6, azimuth: -22 }
      : { target: [0.06, 2.14, 0], height: 3.35, elevation: 3, azimuth: -14 },
  layers,
}));
