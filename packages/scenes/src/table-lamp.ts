import { dippedTo, thrown } from "./pottery.ts";
import {
  asVariant,
  cloth,
  curve,
  lathe,
  metal,
  rubber,
  scene,
  tone,
  tube,
  type Corner,
  type Layer,
  type Part,
} from "./studio.ts";

const linen = tone("linen", 0.93, 0.022, 85);
const brass = tone("brass", 0.82, 0.09, 88);
const flex = tone("flex", 0.34, 0.02, 60);

// A gourd: two bellies and a waist.
const foot: Corner[] = [
  [0.001, 0.02],
  [0.34, 0.02, 0.02],
  [0.355, 0, 0.012],
  [0.41, 0, 0.014],
  [0.43, 0.05, 0.03],
  [0.62, 0.3, 0.3],
  [0.5, 0.66, 0.26],
  [0.27, 0.74, 0.16],
  [0.3, 0.92, 0.2],
  [0.12, 1.04, 0.06],
  [0.1, 1.075, 0.02],
  [0.001, 1.08],
];
const neck: Corner[] = [
  [0.11, 1.06],
  [0.118, 1.075, 0.01],
  [0.11, 1.1, 0.01],
  [0.045, 1.11, 0.02],
  [0.04, 1.3, 0.01],
  [0.001, 1.31],
];
const outside: Corner[] = [
  [0.738, 1.16],
  [0.75, 1.16, 0.004],
  [0.752, 1.175, 0.006],
  [0.52, 1.93, 0.01],
  [0.512, 1.945, 0.005],
  [0.5, 1.945, 0.004],
];
const inside: Corner[] = [
  [0.5, 1.945],
  [0.735, 1.165],
];

const shade = (isOn: boolean): Layer => ({
  parts: [
    {
      form: lathe(inside),
      material: { ...cloth, through: 0.35, glow: isOn ? 0.9 : 0 },
      ink: linen,
      grid: 4,
    },
    {
      form: lathe(outside),
      material: {
        ...cloth,
        through: 0.3,
        // The bulb sits low in the middle: cloth near it is brightest.
        stain: (base, _u, _v, [, y]) => {
          const near = isOn ? 0.55 + 0.75 * Math.exp(-(((y - 1.45) / 0.3) ** 2)) : 1;
          return [
            base[0] * near,
            base[1] * near * (isOn ? 0.9 : 1),
            base[2] * near * (isOn ? 0.7 : 1),
          ];
        },
        glow: isOn ? 0.75 : 0,
      },
      ink: linen,
      grid: 3,
    },
  ],
  texture: "weave",
});

const cable: Part = {
  form: tube(
    curve([
      [0.36, 0.03, -0.15],
      [0.7, 0.022, -0.3],
      [1.1, 0.022, -0.2],
      [1.35, 0.022, -0.65],
      [1.9, 0.022, -0.8],
      [2.9, 0.022, -1.5],
    ]),
    0.02,
    { up: [0, 1, 0], blunt: 0.002 },
  ),
  material: rubber,
  ink: flex,
  grid: 2.5,
};

export const tableLamp = scene((view) => {
  const isOn = view === "inUse";
  return {
    camera:
      view === "detail"
        ? { target: [0.1, 0.86, 0.2], height: 1.7, elevation: 12 }
        : { target: [0.06, 0.95, 0], height: 3.1, elevation: 9 },
    layers: [
      { parts: [cable] },
      {
        parts: [
          {
            form: thrown(lathe(foot)),
            material: dippedTo(0.1, 0.015),
            ink: asVariant,
            grid: 2.7,
          },
          { form: lathe(neck), material: metal, ink: brass, grid: 2.2 },
        ],
      },
      shade(isOn),
    ],
    floorReach: 3.2,
    ...(isOn && { lamplight: { at: [0, 0, 0.1] as const, radius: 1.6 } }),
  };
});
