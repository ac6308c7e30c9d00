import {
  asVariant,
  ease,
  lathe,
  made,
  placed,
  range,
  satinPlastic,
  scene,
  shift,
  tube,
  type Corner,
  type Form,
  type Material,
  type Thread,
  type Vec,
} from "./studio.ts";
import { charcoal, oat } from "./tones.ts";

const bodySide: Corner[] = [
  [0.001, 0.035],
  [0.3, 0.03, 0.03],
  [0.33, 0, 0.03],
  [0.4, 0.015, 0.04],
  [0.425, 0.08, 0.06],
  [0.43, 0.86, 0.06],
  [0.375, 0.95, 0.06],
  [0.375, 1.06, 0.06],
  [0.43, 1.15, 0.06],
  [0.43, 1.42, 0.1],
  [0.375, 1.52, 0.06],
  [0.36, 1.56],
];
const capSide: Corner[] = [
  [0.36, 1.515],
  [0.395, 1.515, 0.012],
  [0.405, 1.545, 0.015],
  [0.4, 1.7, 0.04],
  [0.3, 1.76, 0.07],
  [0.17, 1.79, 0.03],
  [0.155, 1.87, 0.02],
  [0.001, 1.875],
];
const nozzleSide: Corner[] = [
  [0.13, 1.86],
  [0.135, 1.92, 0.01],
  [0.165, 1.945, 0.015],
  [0.165, 1.985, 0.015],
  [0.115, 2.0, 0.02],
  [0.105, 2.09, 0.025],
  [0.06, 2.105, 0.015],
  [0.05, 2.07, 0.012],
  [0.001, 2.065],
];

/** Blown, so that it gives when one squeezes it: three grooves for the fingers, and light comes through. */
const squeezy: Material = {
  ...satinPlastic,
  roughness: 0.26,
  relief: (_u, _v, [, y]) =>
    [0.62, 0.7, 0.78].reduce((sum, at) => sum - 0.012 * Math.exp(-(((y - at) / 0.016) ** 2)), 0),
  stain: (base, _u, _v, [, y]) => {
    const by = 1 + 0.05 * ease(0.2, 1.4, y);
    return [base[0] * by, base[1] * by, base[2] * by];
  },
};

/** Ribs around the cap, for wet hands. */
const ribbed: Material = {
  ...satinPlastic,
  roughness: 0.4,
  relief: (u, _v, [, y]) =>
    0.008 * Math.abs(Math.sin(u * Math.PI * 46)) * ease(1.54, 1.57, y) * (1 - ease(1.66, 1.69, y)),
};

/** Two peaks and a road, printed where the hand does not rub it off. */
const onWall = (turn: number, y: number): Vec => {
  const angle = (turn * Math.PI) / 180;
  return [Math.sin(angle) * 0.436, y, Math.cos(angle) * 0.436];
};
const line = (through: readonly (readonly [number, number])[], width: number): Thread => ({
  points: through.slice(1).flatMap(([toTurn, toY], nth) => {
    const [turn, y] = through[nth]!;
    return range(9).map((i) => onWall(turn + ((toTurn - turn) * i) / 8, y + ((toY - y) * i) / 8));
  }),
  width,
  ink: (variant) => (variant.lightness > 0.6 ? shift(variant, { lightness: -0.42 }) : oat),
  opacity: 0.9,
});
const printed: Thread[] = [
  line(
    [
      [-44, 0.28],
      [-26, 0.44],
      [-17, 0.36],
      [4, 0.53],
      [26, 0.28],
    ],
    0.014,
  ),
  line(
    [
      [-44, 0.22],
      [26, 0.22],
    ],
    0.014,
  ),
];

/** A loop through the nozzle's collar, so that the cap of the nozzle is not lost. */
const collar: Form = tube(
  (t) => [Math.sin(t * 6.2832) * 0.172, 1.84, Math.cos(t * 6.2832) * 0.172],
  0.014,
  { up: [0, 1, 0], blunt: 0.001 },
);

export const bottle = scene((view) => ({
  camera:
    view === "detail"
      ? { target: [0, 1.62, 0], height: 1.35, elevation: 20 }
      : { target: [0.02, 1.02, 0], height: 3.4, elevation: 11 },
  layers: [
    {
      parts: [{ form: lathe(bodySide), material: squeezy, ink: asVariant, grid: 2.4 }],
      threads: view === "front" ? printed : [],
    },
    {
      parts: [
        { form: placed(lathe(capSide), {}), material: ribbed, ink: charcoal, grid: 2 },
        ...made([collar], { material: satinPlastic, ink: charcoal, grid: 2 }),
        {
          form: lathe(nozzleSide),
          material: { ...satinPlastic, roughness: 0.35 },
          ink: (variant) => shift(variant, { lightness: variant.lightness > 0.5 ? -0.04 : 0.06 }),
          grid: 2,
        },
      ],
    },
  ],
}));
