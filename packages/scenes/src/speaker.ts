import {
  asVariant,
  box,
  lathe,
  made,
  mattePaint,
  metal,
  placed,
  range,
  rubber,
  satinPlastic,
  scene,
  shift,
  tone,
  type Corner,
  type Form,
  type Layer,
  type Part,
  type Vec,
} from "./studio.ts";
import { tweeter, woofer } from "./speaker-drivers.ts";

const black = tone("black", 0.25, 0.006, 70);
const basket = tone("cast ring", 0.34, 0.006, 70);
const coneInk = tone("paper cone", 0.3, 0.012, 60);
const copper = tone("copper", 0.72, 0.105, 45);
const steel = tone("steel", 0.8, 0.006, 90);

const [wide, tall, deep] = [1.16, 1.86, 0.98];
const feet = 0.05;
const put = (form: Form) => placed(form, { at: [0, tall / 2 + feet, 0], turn: [0, -27, 0] });

const faces = box([wide, tall, deep], 0.07);
const front = faces[4]!;

const over = 1.025;

// How much of the front, at each side, belongs to the rounded rim.
const rim = 0.085;
const rimStrips: Form[] = [
  (u, v) => front((rim / wide) * u, v),
  (u, v) => front(1 - (rim / wide) * (1 - u), v),
  (u, v) => front(u, (rim / tall) * v),
  (u, v) => front(u, 1 - (rim / tall) * (1 - v)),
];

/** The flat part of the front between two heights, with a round hole in it: a driver really sits in its wall. */
const holed = (low: number, high: number, centre: number, radius: number): Form => {
  const [lowest, highest] = [low / tall, high / tall];
  return (u, v) => {
    const turn = -u * 2 * Math.PI;
    const [x, y] = [Math.cos(turn), Math.sin(turn)];
    const middle = centre / tall;
    // A little beyond its bounds, over its neighbours: the grid cuts off corners.
    const across = ((0.5 - rim / wide) * over) / Math.abs(x);
    const up =
      ((y > 0 ? highest - middle : middle - lowest) * over) / (Math.abs(y) * (wide / tall));
    const reach = Math.min(across, up);
    const r = radius / wide + (reach - radius / wide) * v;
    return front(0.5 + x * r, middle + y * r * (wide / tall));
  };
};

const facing = (form: Form, height: number) =>
  put(placed(form, { at: [0, height - tall / 2, deep / 2], turn: [90, 0, 0] }));

/** Outlines of drivers run from the middle outwards; a lathe wants its outside on the left of the way. */
const turned = (corners: readonly Corner[]): Form => lathe(corners.toReversed());

const [low, high] = [0.68, 1.46];

const screws = (radius: number, height: number, count: number): Form[] =>
  range(count).map((nth) => {
    const turn = ((nth + 0.5) / count) * 2 * Math.PI;
    const at: Vec = [
      Math.sin(turn) * radius,
      height - tall / 2 + Math.cos(turn) * radius,
      deep / 2 + 0.016,
    ];
    const head: Corner[] = [
      [0.018, 0],
      [0.016, 0.01, 0.005],
      [0.001, 0.012],
    ];
    return put(placed(lathe(head), { at, turn: [90, 0, 0] }));
  });

const cabinet: Part[] = [
  ...made(faces.filter((face) => face !== front).map(put), {
    material: mattePaint,
    ink: asVariant,
    grid: 3,
  }),
  ...made(
    [...rimStrips, holed(rim, 1.18, low, 0.44), holed(1.18, tall - rim, high, 0.2)].map(put),
    {
      material: mattePaint,
      ink: (variant) => shift(variant, { lightness: -0.015 }),
      grid: 3,
    },
  ),
];

const footForms = [-1, 1].flatMap((x) =>
  [-1, 1].map((z) =>
    put(
      placed(
        lathe([
          [0.06, -0.05],
          [0.075, 0.06],
        ]),
        { at: [x * 0.42, -tall / 2, z * 0.34] },
      ),
    ),
  ),
);

const drivers: Part[] = [
  { form: facing(turned(woofer.cone), low), material: rubber, ink: coneInk, grid: 2.6 },
  { form: facing(turned(woofer.cap), low), material: metal, ink: copper, grid: 2.2 },
  {
    form: facing(turned(woofer.surround), low),
    material: { ...rubber, roughness: 0.5 },
    ink: black,
    grid: 2.4,
  },
  { form: facing(turned(woofer.ring), low), material: satinPlastic, ink: basket, grid: 2.2 },
  { form: facing(turned(tweeter.dome), high), material: metal, ink: copper, grid: 2 },
  { form: facing(turned(tweeter.plate), high), material: satinPlastic, ink: basket, grid: 2.2 },
  ...made([...screws(0.45, low, 6), ...screws(0.195, high, 4)], {
    material: metal,
    ink: steel,
    grid: 1.6,
  }),
];

type Spot = Readonly<{ at: Vec; turn: Vec }>;
const standing = (spot: Spot): Layer[] =>
  [made(footForms, { material: rubber, ink: black }), cabinet, drivers].map((parts) => ({
    parts: parts.map((part) => ({ ...part, form: placed(part.form, spot) })),
  }));

// A pair is turned in towards whoever listens.
const left: Spot = { at: [-0.95, 0, 0], turn: [0, 42, 0] };
const right: Spot = { at: [0.95, 0, 0], turn: [0, 12, 0] };
const alone: Spot = { at: [0, 0, 0], turn: [0, 0, 0] };

export const speaker = scene((view) => {
  if (view === "inUse")
    return {
      camera: { target: [0.05, 0.95, 0], height: 4.5, elevation: 11 },
      layers: [...standing(right), ...standing(left)],
      floorReach: 3.6,
    };
  return {
    camera:
      view === "detail"
        ? { target: [-0.12, 0.98, 0.4], height: 1.6, elevation: 12, azimuth: -8 }
        : { target: [0.03, 0.95, 0], height: 3.3, elevation: 13 },
    layers: standing(alone),
    floorReach: 3,
  };
});
