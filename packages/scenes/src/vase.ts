import { freckles } from "./freckles.ts";
import { dippedTo, thrown } from "./pottery.ts";
import {
  asVariant,
  curve,
  ease,
  lathe,
  leaf,
  placed,
  range,
  scene,
  tone,
  tube,
  type Corner,
  type Form,
  type Part,
  type Vec,
} from "./studio.ts";

const side: Corner[] = [
  [0.001, 0.03],
  [0.36, 0.03, 0.02],
  [0.38, 0, 0.014],
  [0.46, 0, 0.016],
  [0.48, 0.06, 0.04],
  [0.78, 0.5, 0.42],
  [0.7, 1.12, 0.42],
  [0.27, 1.42, 0.24],
  [0.225, 1.72, 0.16],
  [0.33, 1.93, 0.05],
  [0.322, 1.945, 0.012],
  [0.296, 1.938, 0.012],
  [0.19, 1.72, 0.14],
  [0.23, 1.4, 0.1],
  [0.3, 1.3],
];

const wall = lathe(side);
/** The potter's fingers leave a spiral, deepest at the belly. */
const finger: Form = (u, v) => {
  const [x, y, z] = wall(u, v);
  const spiral = Math.sin((y * 9 - u) * 2 * Math.PI);
  const by = 1 + 0.0035 * spiral * ease(0.15, 0.5, y) * (1 - ease(1.3, 1.6, y));
  return [x * by, y, z * by];
};

const vase: Part = {
  form: thrown(finger),
  material: dippedTo(0.15, 0.03),
  ink: asVariant,
  grid: 2.7,
};

const stemBrown = tone("stem", 0.42, 0.04, 70);
const eucalyptus = tone("eucalyptus", 0.68, 0.04, 150);

/** A round leaf on a short stalk, folded a little along its middle. */
const roundLeaf = (at: Vec, turn: Vec, size: number): Form =>
  placed(
    (u, v) => {
      const [x, y] = [(u - 0.5) * 2, v];
      const half = Math.sqrt(Math.max(0, 1 - (2 * y - 1) ** 2)) * 0.52;
      return [x * half * size, y * size, size * (0.12 * Math.abs(x) + 0.2 * y * y)];
    },
    { at, turn },
  );

const branch = (top: Vec, lean: number, seed: number): Part[] => {
  const line = curve([
    [lean * -0.08, 1.15, 0],
    [lean * 0.06, 1.85, 0.01],
    [top[0] * 0.5, 1.85 + (top[1] - 1.85) * 0.5, top[2] * 0.4],
    top,
  ]);
  const leaves = range(13).map((nth) => {
    const t = 0.5 + (nth / 12) * 0.49;
    const turn = nth * 137.5 + seed * 60;
    return roundLeaf(line(t), [30 + (nth % 3) * 12, turn, lean * -14], 0.42 - 0.2 * (nth / 12));
  });
  return [
    { form: tube(line, (t) => 0.02 - 0.011 * t, {}), material: leaf, ink: stemBrown, grid: 2.4 },
    ...leaves.map((form): Part => ({
      form,
      material: leaf,
      ink: eucalyptus,
      isThin: true,
      grid: 3,
    })),
  ];
};

const branches = [
  ...branch([-0.95, 3.35, 0.1], -1, 1),
  ...branch([0.12, 3.75, -0.2], 0.2, 3),
  ...branch([0.92, 3.1, 0.15], 1, 5),
];

const speckled = (elevation: number) =>
  freckles({ on: vase.form, seen: { elevation }, above: 0.21, count: 800 });

export const vaseScene = scene((view) => {
  if (view === "detail")
    return {
      camera: { target: [0.1, 1.45, 0.1], height: 1.5, elevation: 16 },
      layers: [{ parts: [vase], threads: speckled(16) }],
    };
  if (view === "inUse")
    return {
      camera: { target: [0.05, 1.78, 0], height: 5.1, elevation: 10 },
      layers: [{ parts: [...branches, vase], threads: speckled(10) }],
      floorReach: 3.6,
    };
  return {
    camera: { target: [0.06, 0.95, 0], height: 3.6, elevation: 12 },
    layers: [{ parts: [vase], threads: speckled(12) }],
    floorReach: 3.2,
  };
});
