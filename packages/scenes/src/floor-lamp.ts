import {
  asVariant,
  cloth,
  curve,
  lathe,
  lerp,
  made,
  metal,
  rubber,
  scene,
  tone,
  tube,
  wood,
  type Corner,
  type Form,
  type Layer,
  type Part,
  type Vec,
} from "./studio.ts";

const oak = tone("oiled oak", 0.66, 0.075, 68);
const brass = tone("brass", 0.82, 0.09, 88);
const flex = tone("flex", 0.34, 0.02, 60);

const outside: Corner[] = [
  [0.585, 1.98],
  [0.6, 1.98, 0.004],
  [0.602, 1.995, 0.006],
  [0.545, 2.66, 0.01],
  [0.54, 2.675, 0.005],
  [0.526, 2.675, 0.004],
];
const inside: Corner[] = [
  [0.526, 2.67],
  [0.585, 1.985],
];
const hub: Corner[] = [
  [0.001, 1.72],
  [0.1, 1.72, 0.015],
  [0.115, 1.8, 0.02],
  [0.1, 1.86, 0.02],
  [0.035, 1.88, 0.02],
  [0.03, 2.1, 0.01],
  [0.001, 2.11],
];

const around = (turn: number, radius: number, height: number): Vec => [
  Math.sin((turn * Math.PI) / 180) * radius,
  height,
  Math.cos((turn * Math.PI) / 180) * radius,
];

/** A leg splays, thickest at two thirds, and meets the hub from below. */
const leg = (turn: number): Form =>
  tube(
    (t) => lerp(around(turn, 0.62, 0), around(turn, 0.055, 1.79), t),
    (t) => 0.034 + 0.018 * Math.sin(Math.min(1, t * 1.1) * Math.PI),
    { blunt: 0.006, up: [0.02, 0, 1] },
  );

const turns = [40, 160, 280];

const struts = turns.map((turn): Form => {
  const end = around(turn, 0.37, 0.8);
  return tube((t) => lerp([0, 0.8, 0], end, t), 0.014, { up: [0, 1, 0] });
});

const shade = (isOn: boolean): Layer => ({
  parts: [
    {
      form: lathe(inside),
      material: { ...cloth, through: 0.35, glow: isOn ? 0.8 : 0 },
      ink: asVariant,
      grid: 4,
    },
    {
      form: lathe(outside),
      material: {
        ...cloth,
        through: 0.28,
        stain: (base, _u, _v, [, y]) => {
          const near = isOn ? 0.6 + 0.8 * Math.exp(-(((y - 2.3) / 0.26) ** 2)) : 1;
          return [
            base[0] * near,
            base[1] * near * (isOn ? 0.9 : 1),
            base[2] * near * (isOn ? 0.72 : 1),
          ];
        },
        glow: isOn ? 0.75 : 0,
      },
      ink: asVariant,
      grid: 3,
    },
  ],
  texture: "weave",
});

const cord: Part = {
  form: tube(
    curve([
      [0, 1.74, -0.02],
      [0.02, 1.3, -0.1],
      [-0.02, 0.7, -0.16],
      [0.04, 0.14, -0.26],
      [0.2, 0.02, -0.4],
      [0.7, 0.016, -0.5],
      [1.1, 0.016, -0.9],
      [1.9, 0.016, -1.0],
      [3.2, 0.016, -1.8],
    ]),
    0.014,
    { up: [0.3, 0.5, 0.8], blunt: 0.002 },
  ),
  material: rubber,
  ink: flex,
  grid: 2.5,
};

export const floorLamp = scene((view) => {
  const isOn = view === "inUse";
  return {
    camera:
      view === "detail"
        ? { target: [0.05, 1.8, 0], height: 1.7, elevation: 6 }
        : { target: [0.05, 1.3, 0], height: 3.9, elevation: 8 },
    layers: [
      {
        parts: [
          cord,
          ...made(turns.map(leg), { material: wood, ink: oak, grid: 2.6 }),
          ...made(struts, { material: metal, ink: brass, grid: 2.4 }),
          { form: lathe(hub), material: metal, ink: brass, grid: 2.4 },
        ],
      },
      shade(isOn),
    ],
    floorReach: 3.4,
    ...(isOn && { lamplight: { at: [0, 0, 0.1] as const, radius: 1.4 } }),
  };
});
