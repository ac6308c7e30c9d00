import {
  asVariant,
  brushedMetal,
  curve,
  lathe,
  made,
  mattePaint,
  placed,
  rubber,
  scene,
  tone,
  tube,
  type Corner,
  type Form,
  type Material,
  type Part,
} from "./studio.ts";
import { brass } from "./tones.ts";

const bodySide: Corner[] = [
  [0.001, 0.02],
  [0.56, 0.02, 0.02],
  [0.585, 0, 0.015],
  [0.605, 0.03, 0.015],
  [0.6, 0.07, 0.02],
  [0.5, 0.82, 0.03],
  [0.4, 0.95, 0.1],
  [0.33, 0.97, 0.02],
  [0.335, 1.04, 0.015],
  [0.315, 1.05, 0.012],
  [0.305, 0.97, 0.02],
  [0.36, 0.9, 0.05],
];

/** Rolled sheet: one bead near the foot and one at the shoulder stiffen it. */
const sheet: Material = {
  ...mattePaint,
  roughness: 0.33,
  relief: (_u, _v, [, y]) =>
    0.014 * Math.exp(-(((y - 0.16) / 0.014) ** 2)) + 0.014 * Math.exp(-(((y - 0.74) / 0.014) ** 2)),
};

const spoutLine = curve([
  [-0.46, 0.2, 0],
  [-0.72, 0.36, 0],
  [-0.98, 0.72, 0],
  [-1.2, 1.12, 0],
  [-1.34, 1.26, 0],
]);
const spout = tube(spoutLine, (t) => 0.125 - 0.07 * t ** 0.7, { blunt: 0.004 });

/** The rose screws on, and its face looks up so that water falls like rain. */
const roseTurn = 52;
const rose: Form = placed(
  lathe([
    [0.055, -0.04],
    [0.062, 0.02, 0.01],
    [0.075, 0.05, 0.03],
    [0.165, 0.17, 0.04],
    [0.172, 0.2, 0.012],
    [0.15, 0.215, 0.012],
    [0.001, 0.235],
  ]),
  { at: [-1.33, 1.25, 0], turn: [0, 0, roseTurn] },
);
const drilled: Material = {
  ...brushedMetal,
  stain: (base, u, v) => {
    const out = (1 - v) / 0.36;
    if (out > 0.92) return base;
    const row = Math.round(out * 5);
    const holes = Math.max(1, row * 6);
    const [a, b] = [(u * holes - Math.round(u * holes)) / holes, out - row / 5];
    const far = Math.hypot(a * 6.28 * Math.max(out, 0.04), b);
    return far < 0.06 ? [base[0] * 0.12, base[1] * 0.12, base[2] * 0.12] : base;
  },
};

const brace = tube(
  curve([
    [-0.33, 0.95, 0],
    [-0.7, 0.93, 0],
    [-1.06, 0.9, 0],
  ]),
  0.022,
  { up: [0, 0, 1], blunt: 0.01 },
);

/** One handle to carry it and to tip it: from the mouth over and down to the foot. */
const handle = tube(
  curve([
    [-0.14, 1.0, 0],
    [-0.06, 1.3, 0],
    [0.28, 1.47, 0],
    [0.68, 1.32, 0],
    [0.86, 0.94, 0],
    [0.76, 0.55, 0],
    [0.54, 0.36, 0],
  ]),
  0.038,
  { flat: 1.5, blunt: 0.003 },
);

const water: Form = (u, v) => {
  const [turn, out] = [u * 2 * Math.PI, 0.4 * (1 - v)];
  return [Math.sin(turn) * out, 0.86, Math.cos(turn) * out];
};

const can = (turn: number): Part[] => {
  const put = (form: Form) => placed(form, { turn: [0, turn, 0] });
  return [
    { form: put(water), material: rubber, ink: tone("inside", 0.22, 0.01, 230), isThin: true },
    { form: put(lathe(bodySide)), material: sheet, ink: asVariant, grid: 2.6 },
    ...made([spout, handle].map(put), {
      material: { ...mattePaint, roughness: 0.33 },
      ink: asVariant,
      grid: 2.2,
    }),
    { form: put(brace), material: brushedMetal, ink: brass, grid: 2 },
    { form: put(rose), material: drilled, ink: brass, grid: 1.6 },
  ];
};

export const wateringCan = scene((view) => ({
  camera:
    view === "detail"
      ? { target: [-1.02, 1.06, 0.5], height: 1.35, elevation: 24, azimuth: 0 }
      : { target: [-0.2, 0.72, 0], height: 3.6, elevation: 16 },
  layers: [{ parts: can(28) }],
  floorReach: 3,
}));
