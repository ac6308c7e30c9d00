import { dialMarks, hand } from "./dial.ts";
import {
  add,
  asVariant,
  brushedMetal,
  curve,
  lathe,
  made,
  mattePaint,
  metal,
  mover,
  paper,
  placed,
  range,
  scene,
  tube,
  type Corner,
  type Form,
  type Layer,
  type Vec,
} from "./studio.ts";
import { brass, charcoal, oat, rust } from "./tones.ts";

// Lathed about y, then tipped towards the camera.
const caseSide: Corner[] = [
  [0.001, -0.24],
  [0.48, -0.24, 0.1],
  [0.62, -0.12, 0.1],
  [0.625, 0.14, 0.03],
  [0.65, 0.155, 0.02],
  [0.655, 0.22, 0.02],
  [0.62, 0.245, 0.02],
  [0.585, 0.235, 0.02],
  [0.565, 0.16, 0.01],
];
const bellSide: Corner[] = [
  [0.2, 0.02],
  [0.285, 0.0, 0.006],
  [0.292, 0.016, 0.008],
  [0.27, 0.13, 0.12],
  [0.1, 0.215, 0.12],
  [0.001, 0.22],
];
const knobSide: Corner[] = [
  [0.03, 0.2],
  [0.03, 0.235, 0.01],
  [0.045, 0.25, 0.015],
  [0.03, 0.285, 0.02],
  [0.001, 0.288],
];

const middle: Vec = [0, 0.84, 0];
const put = mover(middle, [0, 0, 0]);
const towards = (form: Form): Form => placed(form, { at: middle, turn: [90, 0, 0] });
const bar = (points: readonly Vec[], radius: number, blunt = 0.03) =>
  tube(curve(points), radius, { up: [0.02, 0.03, 1], blunt });

const mirrored = (build: (side: 1 | -1) => Form[]): Form[] => [...build(-1), ...build(1)];

const bells = mirrored((side) => {
  const spot = { at: [side * 0.4, 1.44, 0] as Vec, turn: [0, 0, side * -29] as Vec };
  return [placed(lathe(bellSide), spot), placed(lathe(knobSide), spot)];
});

const stems = mirrored((side) => [
  bar(
    [
      [side * 0.28, 1.35, 0],
      [side * 0.42, 1.5, 0],
    ],
    0.035,
  ),
  bar(
    [
      [side * 0.36, 0.36, 0.02],
      [side * 0.47, 0.13, 0.06],
      [side * 0.505, 0.02, 0.07],
    ],
    0.048,
  ),
]);
const feet = mirrored((side) => [
  placed(
    lathe([
      [0.001, 0],
      [0.06, 0, 0.02],
      [0.068, 0.04, 0.03],
      [0.04, 0.085, 0.03],
      [0.001, 0.09],
    ]),
    { at: [side * 0.508, 0, 0.072] },
  ),
]);

const carryHandle = tube(
  curve(
    range(13).map((nth): Vec => {
      const turn = ((12 + (156 * nth) / 12) * Math.PI) / 180;
      return [Math.cos(turn) * 0.52, 1.56 + Math.sin(turn) * 0.4, 0];
    }),
  ),
  0.026,
  { blunt: 0.01 },
);

/** It hangs between the bells and leans to the left one: it struck there last. */
const hammer: Form[] = [
  bar(
    [
      [0, 1.4, 0],
      [-0.015, 1.56, 0],
      [-0.025, 1.66, 0],
    ],
    0.02,
  ),
  tube(
    curve([
      [-0.115, 1.68, 0],
      [0.065, 1.65, 0],
    ]),
    0.055,
    { blunt: 0.08 },
  ),
];

const face = towards(
  lathe([
    [0.575, 0.168],
    [0.001, 0.17],
  ]),
);
const onFace = (p: Vec): Vec => put(add(p, [0, 0, 0.172]));

const layers: Layer[] = [
  {
    parts: [
      ...made(stems, { material: mattePaint, ink: asVariant, grid: 2.4 }),
      ...made([...feet, ...bells], { material: metal, ink: brass, grid: 2.2 }),
      ...made([carryHandle, ...hammer], { material: brushedMetal, ink: brass, grid: 2.2 }),
      { form: towards(lathe(caseSide)), material: mattePaint, ink: asVariant, grid: 2.6 },
      { form: face, material: { ...paper, glow: 0.1 }, ink: oat, grid: 3 },
    ],
    threads: [
      ...dialMarks(onFace, {
        radius: 0.52,
        long: 0.03,
        width: 0.007,
        ink: charcoal,
        every: 6,
        skip: 30,
      }),
      ...dialMarks(onFace, {
        radius: 0.52,
        long: 0.075,
        width: 0.022,
        ink: charcoal,
        every: 30,
        skip: 90,
      }),
      ...dialMarks(onFace, { radius: 0.52, long: 0.11, width: 0.03, ink: charcoal, every: 90 }),
    ],
  },
  {
    parts: [
      ...made([hand(onFace, { turn: 216, long: 0.26, tail: 0.04, width: 0.022, lift: 0.02 })], {
        material: mattePaint,
        ink: rust,
        grid: 1.6,
      }),
      ...made(
        [
          hand(onFace, { turn: 304.5, long: 0.29, tail: 0.06, width: 0.06, lift: 0.03 }),
          hand(onFace, { turn: 54, long: 0.44, tail: 0.07, width: 0.046, lift: 0.042 }),
        ],
        { material: mattePaint, ink: charcoal, grid: 1.6 },
      ),
      {
        form: placed(
          lathe([
            [0.04, 0],
            [0.036, 0.024, 0.012],
            [0.001, 0.026],
          ]),
          { at: add(middle, [0, 0, 0.205]), turn: [90, 0, 0] },
        ),
        material: metal,
        ink: brass,
        grid: 1.6,
      },
    ],
  },
];

export const alarmClock = scene((view) => ({
  camera:
    view === "detail"
      ? { target: [-0.12, 1.2, 0.1], height: 1.6, elevation: 12, azimuth: -16 }
      : { target: [0.02, 0.98, 0], height: 3.2, elevation: 11, azimuth: -24 },
  layers,
}));
