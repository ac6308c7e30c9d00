import {
  asVariant,
  brushedMetal,
  curve,
  ease,
  lathe,
  made,
  mattePaint,
  metal,
  placed,
  rubber,
  scene,
  tone,
  tube,
  type Corner,
  type Form,
  type Material,
  type Part,
  type Vec,
} from "./studio.ts";
import { charcoal, steel } from "./tones.ts";

const rein = tone("saddle brown", 0.45, 0.07, 50);
const tall = 0.68;

const domeSide: Corner[] = [
  [0.52, 0.05],
  [0.585, 0.0, 0.008],
  [0.605, 0.008, 0.01],
  [0.6, 0.07, 0.04],
  [0.55, 0.36, 0.24],
  [0.3, 0.5, 0.2],
  [0.001, 0.53],
];
const screwSide: Corner[] = [
  [0.1, 0.5],
  [0.098, 0.545, 0.015],
  [0.06, 0.57, 0.03],
  [0.001, 0.575],
];
const baseSide: Corner[] = [
  [0.001, -0.08],
  [0.3, -0.08, 0.03],
  [0.33, -0.04, 0.03],
  [0.33, 0.05, 0.03],
  [0.25, 0.08, 0.03],
  [0.001, 0.08],
];

/** Spun from sheet: a bead above the lip, and a trace of the tool in fine rings. */
const spun: Material = {
  ...metal,
  roughness: 0.13,
  relief: (_u, v, [, y]) =>
    0.012 * Math.exp(-(((y - tall - 0.1) / 0.014) ** 2)) + 0.00016 * Math.sin(v * 230),
};

const ringRadius = 0.26;
/** The strap that goes around the bar, open below where the screw pulls it together. */
const strap: Form = (u, v) => {
  const turn = (u * 328 + 16) * (Math.PI / 180);
  const around = v * 2 * Math.PI;
  const [wide, thick] = [0.13, 0.034];
  const flatten = (x: number) => Math.sign(x) * (1 - (1 - Math.abs(x)) ** 2.6);
  const out = ringRadius + thick * flatten(Math.sin(around));
  return [
    wide * flatten(Math.cos(around)),
    ringRadius + thick - Math.cos(turn) * out,
    Math.sin(turn) * out,
  ];
};

const bar = (points: readonly Vec[], radius: number, up: Vec = [0, 0.1, 1], blunt = 0.03) =>
  tube(curve(points), radius, { up, blunt });

/** Sprung steel under the dome, and a pad for the thumb that has to find it in the rain. */
const lever: Part[] = [
  {
    form: tube(
      curve([
        [0.2, tall - 0.05, 0.24],
        [0.4, tall - 0.06, 0.44],
        [0.6, tall - 0.045, 0.56],
        [0.76, tall + 0.0, 0.6],
      ]),
      0.055,
      { up: [0, 1, 0], flat: 0.36, blunt: 0.02 },
    ),
    material: brushedMetal,
    ink: steel,
    grid: 2,
  },
  {
    form: tube(
      curve([
        [0.7, tall - 0.015, 0.588],
        [0.82, tall + 0.04, 0.6],
        [0.89, tall + 0.13, 0.6],
      ]),
      (t) => 0.088 + 0.02 * Math.sin(t * 3),
      { up: [-0.4, 0.8, 0.1], flat: 0.5, blunt: 0.12 },
    ),
    material: rubber,
    ink: charcoal,
    grid: 2,
  },
];

const bolt: Part[] = [
  ...made(
    [-1, 1].map((side) =>
      bar(
        [
          [0, 0.035, side * 0.045],
          [0, 0.035, side * 0.1],
        ],
        0.06,
        [0, 1, 0],
        0.1,
      ),
    ),
    { material: metal, ink: steel, grid: 2 },
  ),
];

const base = placed(lathe(baseSide), { at: [0, tall - 0.08, 0] });

const whole: Part[] = [
  { form: strap, material: brushedMetal, ink: steel, grid: 2.2 },
  ...bolt,
  { form: base, material: { ...rubber, roughness: 0.5 }, ink: charcoal, grid: 2.4 },
  ...lever,
  { form: placed(lathe(domeSide), { at: [0, tall, 0] }), material: spun, ink: asVariant, grid: 2 },
  {
    form: placed(lathe(screwSide), { at: [0, tall, 0] }),
    material: brushedMetal,
    ink: steel,
    grid: 1.8,
  },
];

/** Half a handlebar, cropped by the picture, high above the floor. */
const ridden = (): Part[] => {
  const high = 1.9;
  const middle: Vec = [0, high + ringRadius + 0.034, 0];
  const bend = curve([
    [-2.6, middle[1] - 0.02, 0],
    [-0.9, middle[1], 0],
    [0.5, middle[1], 0],
    [1.5, middle[1] - 0.01, -0.05],
    [2.6, middle[1] - 0.04, -0.3],
  ]);
  const grip: Material = {
    ...rubber,
    relief: (u, v) =>
      0.01 * Math.abs(Math.sin(v * 120)) * ease(0.1, 0.2, Math.abs(Math.sin(u * 9))),
  };
  return [
    {
      form: tube(bend, ringRadius - 0.04, { up: [0, 1, 0] }),
      material: mattePaint,
      ink: charcoal,
      grid: 2,
    },
    {
      form: tube((t) => bend(0.66 + 0.34 * t), 0.29, { up: [0, 1, 0], blunt: 0.03 }),
      material: grip,
      ink: rein,
      grid: 2.6,
    },
    ...whole.map((part) => ({ ...part, form: placed(part.form, { at: [0, high, 0] }) })),
  ];
};

export const bell = scene((view) =>
  view === "inUse"
    ? {
        camera: { target: [0.1, 2.42, 0], height: 2.5, elevation: 22, azimuth: 16 },
        layers: [{ parts: ridden() }],
        floorReach: 0.4,
      }
    : {
        camera: { target: [0.08, 0.56, 0], height: 2.6, elevation: 17, azimuth: 24 },
        layers: [{ parts: whole }],
        floorReach: 2.4,
      },
);
