import { openNotebook } from "./open-notebook.ts";
import { pencil, rubberEnd } from "./pencil.ts";
import { dippedTo, thrown } from "./pottery.ts";
import { asVariant, lathe, placed, scene, tone, type Corner, type Part } from "./studio.ts";

const side: Corner[] = [
  [0.001, 0.02],
  [0.42, 0.02, 0.02],
  [0.44, 0, 0.015],
  [0.5, 0.005, 0.03],
  [0.52, 0.08, 0.05],
  [0.535, 1.02, 0.02],
  [0.53, 1.045, 0.014],
  [0.5, 1.045, 0.014],
  [0.488, 1.0, 0.03],
  [0.47, 0.1, 0.05],
  [0.001, 0.08],
];

const pencils: Part[] = [
  ...pencil([0.3, 0.12, 0.1], [-0.36, 1.98, -0.16], tone("yellow", 0.8, 0.14, 85)),
  ...pencil([-0.3, 0.12, 0.0], [0.44, 1.86, -0.22], tone("navy", 0.36, 0.07, 260)),
  ...pencil([-0.1, 0.12, -0.3], [0.16, 2.08, 0.1], tone("raw", 0.76, 0.06, 70)),
  ...rubberEnd([0.2, 0.12, -0.25], [-0.12, 1.72, 0.3], tone("green", 0.48, 0.08, 155)),
  ...pencil([0.05, 0.12, 0.32], [-0.02, 1.9, -0.38], tone("red", 0.54, 0.15, 30)),
];

const cup: Part = {
  form: thrown(lathe(side)),
  material: dippedTo(0.3, 0.05),
  ink: asVariant,
  grid: 2.7,
};

/** Behind an open notebook, a little out of focus: the book is in use, the cup waits. */
const onDesk = [...pencils, cup].map((part) => ({
  ...part,
  form: placed(part.form, { at: [0.72, 0, -1.5], turn: [0, 60, 0], grow: 0.8 }),
}));

export const pencilCup = scene((view) => {
  if (view === "inUse")
    return {
      camera: { target: [0.08, 0.36, -0.35], height: 4.4, elevation: 30, azimuth: -12 },
      layers: [{ parts: onDesk, blur: 0.8 }, ...openNotebook],
      floorReach: 3.6,
    };
  return {
    camera:
      view === "detail"
        ? { target: [0.02, 1.35, 0.1], height: 1.95, elevation: 16 }
        : { target: [0.06, 0.96, 0], height: 3.1, elevation: 15 },
    layers: [{ parts: [...pencils, cup] }],
    floorReach: 3,
  };
});
