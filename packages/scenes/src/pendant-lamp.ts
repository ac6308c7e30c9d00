import {
  asVariant,
  lathe,
  lerp,
  mattePaint,
  metal,
  placed,
  rubber,
  satinPlastic,
  scene,
  tone,
  tube,
  type Corner,
  type Part,
} from "./studio.ts";

const white = tone("white", 0.95, 0.01, 95);
const flex = tone("flex", 0.3, 0.01, 60);
const brass = tone("brass", 0.82, 0.09, 88);

// Spun from one sheet: up from the rolled rim to the collar.
const outside: Corner[] = [
  [0.99, 0.0],
  [1.006, 0.0, 0.008],
  [1.008, 0.022, 0.01],
  [0.985, 0.03, 0.01],
  [0.93, 0.3, 0.3],
  [0.62, 0.6, 0.34],
  [0.24, 0.72, 0.16],
  [0.15, 0.86, 0.05],
  [0.145, 0.9, 0.02],
  [0.001, 0.905],
];
const inside: Corner[] = [
  [0.001, 0.69],
  [0.24, 0.68, 0.12],
  [0.6, 0.565, 0.32],
  [0.9, 0.29, 0.28],
  [0.992, 0.0],
];
const cap: Corner[] = [
  [0.12, 0.89],
  [0.13, 0.9, 0.01],
  [0.13, 0.98, 0.012],
  [0.11, 1.0, 0.012],
  [0.045, 1.02, 0.02],
  [0.035, 1.14, 0.01],
  [0.001, 1.145],
];
const bulb: Corner[] = [
  [0.001, 0.06],
  [0.1, 0.08, 0.08],
  [0.17, 0.22, 0.14],
  [0.13, 0.4, 0.1],
  [0.06, 0.5, 0.05],
  [0.06, 0.7],
];

const hung = (form: Part["form"]) => placed(form, { at: [0, 1.5, 0] });

const lamp = (isOn: boolean): Part[] => [
  {
    form: hung(lathe(inside)),
    material: { ...mattePaint, glow: isOn ? 0.95 : 0.02 },
    ink: white,
    grid: 3,
  },
  {
    form: hung(lathe(bulb)),
    material: { ...satinPlastic, glow: isOn ? 2 : 0.1 },
    ink: white,
    grid: 3,
  },
  { form: hung(lathe(outside)), material: mattePaint, ink: asVariant, grid: 2.8 },
  { form: hung(lathe(cap)), material: metal, ink: brass, grid: 2.2 },
  {
    form: tube((t) => lerp([0, 2.61, 0], [0, 5.6, 0], t), 0.014, { up: [0.01, 0, 1] }),
    material: rubber,
    ink: flex,
    grid: 3,
  },
];

/** Seen from a little below, as one sees it at the table: the white inside is half of the lamp. */
export const pendantLamp = scene((view) => ({
  camera:
    view === "detail"
      ? { target: [0.25, 2.0, 0], height: 1.9, elevation: -9 }
      : { target: [0, 1.62, 0], height: 3.7, elevation: -5 },
  layers: [{ parts: lamp(view === "inUse") }],
  floorReach: 3.4,
  ...(view === "inUse" && { lamplight: { at: [0, 0, 0], radius: 1.7 } }),
}));
