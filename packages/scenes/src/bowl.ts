import { freckles } from "./freckles.ts";
import { dippedTo, thrown } from "./pottery.ts";
import {
  asVariant,
  lathe,
  leather,
  mix,
  noise,
  placed,
  scene,
  tone,
  type Corner,
  type Form,
  type Part,
  type Vec,
} from "./studio.ts";

const side: Corner[] = [
  [0.001, 0.05],
  [0.3, 0.05, 0.02],
  [0.315, 0, 0.014],
  [0.385, 0, 0.016],
  [0.4, 0.07, 0.04],
  [0.86, 0.28, 0.36],
  [1.0, 0.73, 0.1],
  [0.99, 0.755, 0.014],
  [0.958, 0.748, 0.016],
  [0.82, 0.35, 0.34],
  [0.34, 0.13, 0.22],
  [0.001, 0.11],
];

const bowl: Part = {
  form: thrown(lathe(side)),
  material: dippedTo(0.17, 0.03),
  ink: asVariant,
  grid: 2.8,
};

const lemonYellow = tone("lemon", 0.84, 0.15, 96);
const lemonSide: Corner[] = [
  [0.001, -0.41],
  [0.05, -0.4, 0.03],
  [0.1, -0.335, 0.05],
  [0.26, -0.2, 0.16],
  [0.29, 0.05, 0.22],
  [0.2, 0.27, 0.16],
  [0.07, 0.335, 0.05],
  [0.05, 0.37, 0.02],
  [0.001, 0.375],
];

/** Pores, and never quite round. */
const lemon = (at: Vec, turn: Vec, seed: number): Part => {
  const smooth = lathe(lemonSide);
  const grown: Form = (u, v) => {
    const [x, y, z] = smooth(u, v);
    const by = 1 + 0.035 * noise(x * 4 + seed, y * 4, z * 4);
    return [x * by, y, z * by];
  };
  return {
    form: placed(grown, { at, turn }),
    material: {
      ...leather,
      roughness: 0.36,
      relief: (_u, _v, [x, y, z]) => 0.0022 * noise(x * 34, y * 34, z * 34),
      stain: (base, _u, v) => mix(base, [0.5, 0.52, 0.08], 0.35 * Math.abs(2 * v - 1) ** 9),
    },
    ink: lemonYellow,
    grid: 2.8,
  };
};

const fruit: Part[] = [
  lemon([-0.4, 0.5, -0.1], [80, 30, 20], 1),
  lemon([0.34, 0.52, -0.24], [96, -50, 0], 4),
  lemon([0.08, 0.5, 0.34], [90, 80, 8], 9),
  lemon([-0.02, 0.84, -0.02], [78, -20, 30], 14),
];

const speckled = (elevation: number, inside: readonly Part[]) =>
  freckles({
    on: bowl.form,
    behind: inside.map(({ form }) => form),
    seen: { elevation },
    above: 0.22,
    count: 700,
  });

export const bowlScene = scene((view) => {
  if (view === "detail")
    return {
      camera: { target: [0.35, 0.45, 0.4], height: 1.5, elevation: 26 },
      layers: [{ parts: [bowl], threads: speckled(26, []) }],
    };
  const inside = view === "inUse" ? fruit : [];
  return {
    camera: { target: [0.06, view === "inUse" ? 0.48 : 0.34, 0], height: 3.1, elevation: 25 },
    layers: [{ parts: [bowl, ...inside], threads: speckled(25, inside) }],
    floorReach: 3.2,
  };
});
