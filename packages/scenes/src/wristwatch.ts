import { dialMarks, hand } from "./dial.ts";
import {
  add,
  asVariant,
  brushedMetal,
  curve,
  lathe,
  leather,
  made,
  mattePaint,
  metal,
  mover,
  paper,
  placed,
  range,
  scene,
  shift,
  tube,
  type Corner,
  type Form,
  type Layer,
  type Thread,
  type Vec,
  type View,
} from "./studio.ts";
import { strip } from "./strip.ts";
import { charcoal, rust, snow, steel } from "./tones.ts";

// Lathed about y, then tipped back: it lies on its strap and looks up at whoever bends over it.
const caseSide: Corner[] = [
  [0.001, -0.15],
  [0.42, -0.15, 0.04],
  [0.5, -0.11, 0.05],
  [0.505, 0.02, 0.03],
  [0.49, 0.05, 0.02],
  [0.47, 0.085, 0.02],
  [0.43, 0.09, 0.015],
  [0.415, 0.055, 0.01],
];
const crownSide: Corner[] = [
  [0.03, -0.02],
  [0.03, 0.02],
  [0.062, 0.025, 0.012],
  [0.062, 0.1, 0.015],
  [0.001, 0.105],
];

const tilt = -38;
const middle: Vec = [0, 0.74, 0.42];
const put = mover(middle, [tilt, 0, 0]);
const onDial = (p: Vec): Vec => put(add(p, [0, 0, 0.06]));
const carried =
  (form: Form): Form =>
  (u, v) =>
    put(form(u, v));
const towards = (form: Form): Form => carried(placed(form, { turn: [90, 0, 0] }));

const fluted = { ...metal, relief: (u: number) => 0.006 * Math.abs(Math.sin(u * Math.PI * 26)) };

const lugs: Form[] = [-1, 1].flatMap((side) =>
  [-1, 1].map((end) =>
    carried(
      tube(
        curve([
          [side * 0.285, end * 0.36, -0.035],
          [side * 0.275, end * 0.48, -0.045],
          [side * 0.268, end * 0.57, -0.1],
        ]),
        (t) => 0.052 - 0.014 * t,
        { flat: 0.9, blunt: 0.05 },
      ),
    ),
  ),
);

// The closed strap, seen from its side (y, z): it leaves the upper lugs, goes round a wrist that is not
// there, lies on the floor and comes up to the lower lugs.
const [top, bottom] = [put([0, 0.51, -0.08]), put([0, -0.51, -0.08])];
const loop = curve([
  bottom,
  [0, 0.17, 0.66],
  [0, 0.045, 0.42],
  [0, 0.035, 0.02],
  [0, 0.12, -0.42],
  [0, 0.4, -0.72],
  [0, 0.78, -0.68],
  [0, 1.06, -0.34],
  top,
]);
const strap = strip(
  loop,
  { wide: 0.44, thick: 0.062, round: 0.026 },
  (t) => 1 + 0.9 * Math.max(0, 1 - Math.min(t, 1 - t) * 9),
  (t) => 0.86 + 0.14 * Math.abs(2 * t - 1),
);

/** The ends are rolled around the spring bars. */
const rolled: Form[] = [top, bottom].map(([, y, z]) =>
  tube((t) => [(t - 0.5) * 0.43, y, z], 0.062, { blunt: 0.02 }),
);

/** A line has no depth: where the strap turns away from the camera, the seam must end. */
const stitched = (from: number): Thread[] =>
  [-1, 1].map((side) => ({
    points: range(26).map((nth) => {
      const t = from + (nth / 25) * (0.99 - from);
      const [, y, z] = loop(t);
      const [, y2, z2] = loop(Math.min(1, t + 0.01));
      const long = Math.hypot(y2 - y, z2 - z) || 1;
      const lift = 0.036 + 0.03 * Math.max(0, 1 - (1 - t) * 9);
      return [side * 0.172, y + (lift * (z2 - z)) / long, z - (lift * (y2 - y)) / long];
    }),
    width: 0.009,
    ink: (variant) => shift(variant, { lightness: 0.24 }),
    isDashed: true,
    opacity: 0.8,
  }));

const dial = towards(
  lathe([
    [0.425, 0.056],
    [0.001, 0.058],
  ]),
);
const crown = carried(placed(lathe(crownSide), { at: [0.5, 0, -0.03], turn: [0, 0, -90] }));
const axle = towards(
  lathe([
    [0.022, 0.08],
    [0.02, 0.11, 0.01],
    [0.001, 0.112],
  ]),
);

const layersFor = (view: View): Layer[] => [
  {
    parts: made([strap, ...rolled], { material: leather, ink: asVariant, grid: 2 }),
    threads: stitched(view === "detail" ? 0.86 : 0.945),
  },
  {
    parts: [
      ...made([...lugs], { material: brushedMetal, ink: steel, grid: 1.8 }),
      { form: crown, material: fluted, ink: steel, grid: 1.6 },
      { form: towards(lathe(caseSide)), material: metal, ink: steel, grid: 1.8 },
      { form: dial, material: { ...paper, glow: 0.06 }, ink: snow, grid: 2.4 },
    ],
    threads: [
      ...dialMarks(onDial, {
        radius: 0.375,
        long: 0.02,
        width: 0.005,
        ink: charcoal,
        every: 6,
        skip: 30,
      }),
      ...dialMarks(onDial, { radius: 0.375, long: 0.07, width: 0.015, ink: charcoal, every: 30 }),
    ],
  },
  {
    parts: [
      ...made(
        [
          hand(onDial, { turn: 304.5, long: 0.2, tail: 0.04, width: 0.034, lift: 0.014 }),
          hand(onDial, { turn: 54, long: 0.31, tail: 0.05, width: 0.026, lift: 0.022 }),
        ],
        { material: mattePaint, ink: charcoal, grid: 1.4 },
      ),
      ...made(
        [hand(onDial, { turn: 192, long: 0.33, tail: 0.09, width: 0.012, lift: 0.03 }), axle],
        {
          material: mattePaint,
          ink: rust,
          grid: 1.4,
        },
      ),
    ],
  },
];

export const wristwatch = scene((view) => ({
  camera:
    view === "detail"
      ? { target: [0.05, 0.82, 0.4], height: 1.45, elevation: 26, azimuth: 14 }
      : { target: [0, 0.56, 0], height: 2.5, elevation: 16, azimuth: 24 },
  layers: layersFor(view),
}));
