import {
  asVariant,
  lathe,
  mattePaint,
  placed,
  scene,
  shift,
  type Corner,
  type Form,
  type Part,
  type Vec,
} from "./studio.ts";
import { timber } from "./timber.ts";
import { oak } from "./tones.ts";

const foot: Corner[] = [
  [0.001, 0],
  [0.58, 0, 0.05],
  [0.62, 0.07, 0.05],
  [0.57, 0.15, 0.06],
  [0.12, 0.16, 0.04],
  [0.1, 0.22, 0.04],
  [0.085, 1.62, 0.03],
  [0.001, 1.63],
];
const ball: Form = (u, v) => {
  const [turn, rise] = [u * 2 * Math.PI, (v - 0.5) * Math.PI * 0.998];
  const out = 0.22 * Math.cos(rise);
  return [out * Math.sin(turn), 0.212 * Math.sin(rise), out * Math.cos(turn)];
};

/** Turned from one piece: a round ring, a little flat above and below where it lies on the next. */
const ring =
  (radius: number, thick: number): Form =>
  (u, v) => {
    const around = (v * 2 - 1) * Math.PI;
    const lie = Math.sin(around);
    const out = radius + thick * Math.cos(around);
    const up = thick * 0.86 * lie * (1.16 - 0.16 * lie * lie);
    return [out * Math.sin(u * 2 * Math.PI), up, out * Math.cos(u * 2 * Math.PI)];
  };

type Step = readonly [radius: number, thick: number, lighter: number, lean: number];
// A child put them on: none sits dead level, and the bare one in the middle was left as wood.
const steps: Step[] = [
  [0.42, 0.165, -0.06, 0.8],
  [0.375, 0.158, 0, -1.2],
  [0.33, 0.15, 0.05, 1],
  [0.285, 0.14, 0.09, -1.6],
  [0.24, 0.13, 0.12, 1.4],
];

const painted = { ...mattePaint, roughness: 0.36 };

const rings = (lift: number): Part[] => {
  let height = 0.16;
  return steps.map(([radius, thick, lighter, lean], nth): Part => {
    height += thick * 0.86;
    const at: Vec = [0.006 * lean, height + (nth === 4 ? lift : 0), 0.008 * -lean];
    height += thick * 0.85;
    const isBare = nth === 2;
    return {
      form: placed(ring(radius, thick), { at, turn: [lean * 0.5, 0, lean] }),
      material: isBare ? timber(0, nth) : painted,
      ink: isBare ? oak : (variant) => shift(variant, { lightness: lighter * 0.8 }),
      grid: 2.6,
    };
  });
};

export const stackingRings = scene((view) => ({
  camera:
    view === "detail"
      ? { target: [0, 1.25, 0], height: 1.7, elevation: 20 }
      : { target: [0, 0.92, 0], height: 3.3, elevation: 13 },
  layers: [
    {
      parts: [
        { form: lathe(foot), material: timber(0), ink: oak, grid: 2.8 },
        ...rings(0),
        {
          form: placed(ball, { at: [0.01, 1.78, 0], turn: [3, 0, -4] }),
          material: painted,
          ink: asVariant,
          grid: 2.4,
        },
      ],
    },
  ],
}));
