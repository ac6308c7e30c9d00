import { freckles } from "./freckles.ts";
import { dippedTo, thrown } from "./pottery.ts";
import {
  asVariant,
  curve,
  glaze,
  lathe,
  mix,
  placed,
  scene,
  tone,
  tube,
  type Corner,
  type Ink,
  type Part,
  type Thread,
  type Vec,
} from "./studio.ts";

// A bellied mug on a narrow turned foot: up the wall, over the lip, down inside.
const side: Corner[] = [
  [0.001, 0.035],
  [0.27, 0.035, 0.02],
  [0.285, 0, 0.012],
  [0.335, 0, 0.015],
  [0.35, 0.06, 0.03],
  [0.5, 0.17, 0.16],
  [0.545, 0.46, 0.3],
  [0.47, 0.84, 0.16],
  [0.492, 0.985, 0.03],
  [0.486, 1.005, 0.014],
  [0.462, 1.003, 0.014],
  [0.435, 0.84, 0.14],
  [0.505, 0.46, 0.26],
  [0.46, 0.2, 0.14],
  [0.001, 0.13],
];

const handleLine = curve([
  [0.45, 0.8, 0],
  [0.58, 0.85, 0],
  [0.74, 0.83, 0],
  [0.82, 0.7, 0],
  [0.8, 0.5, 0],
  [0.7, 0.36, 0],
  [0.51, 0.28, 0],
]);

export const mug = (at: Vec, turn: number, ink: Ink = asVariant): Part[] => {
  const spot = { at, turn: [0, turn, 0] as Vec };
  // Pulled from the wall: broad where it joins, slim where a finger lies.
  const girth = (t: number) => 0.05 + 0.22 * Math.abs(t - 0.52) ** 3;
  const handle = tube(handleLine, girth, { flat: 1.55, blunt: 0.001 });
  return [
    {
      form: placed(thrown(lathe(side)), spot),
      material: dippedTo(0.13),
      ink,
      grid: 2.6,
    },
    { form: placed(handle, spot), material: glaze, ink, grid: 2.6 },
  ];
};

const coffee = tone("coffee", 0.3, 0.06, 50);

/** Coffee stands below the lip, with a ring of crema at the wall. */
export const filled = (at: Vec): Part => ({
  form: (u, v) => [
    at[0] + Math.sin(u * 2 * Math.PI) * v * 0.445,
    0.86 + 0.01 * v ** 24,
    at[2] + Math.cos(u * 2 * Math.PI) * v * 0.445,
  ],
  material: { ...glaze, stain: (base, _u, v) => mix(base, [0.44, 0.24, 0.09], 0.75 * v ** 9) },
  ink: coffee,
  isThin: true,
});

const speckled = (parts: readonly Part[], elevation: number): Thread[] => {
  const [body, ...rest] = parts.map(({ form }) => form);
  return body
    ? freckles({ on: body, behind: rest, seen: { elevation }, above: 0.17, count: 420 })
    : [];
};

const mugs = {
  alone: mug([0, 0, 0], -24),
  close: mug([0, 0, 0], -30),
  full: mug([0, 0, 0.2], -24),
};

export const mugScene = scene((view) => {
  if (view === "detail")
    return {
      camera: { target: [0.3, 0.6, 0.1], height: 1.5, elevation: 20 },
      layers: [{ parts: mugs.close, threads: speckled(mugs.close, 20) }],
    };
  if (view === "inUse") {
    const parts = [...mugs.full, filled([0, 0, 0.2])];
    return {
      camera: { target: [0.1, 0.46, -0.35], height: 3.1, elevation: 26 },
      layers: [
        { parts: mug([-0.42, 0, -1.75], 200), blur: 3 },
        { parts, threads: speckled(parts, 26) },
      ],
      floorReach: 3.4,
    };
  }
  return {
    camera: { target: [0.13, 0.52, 0], height: 2.6, elevation: 16 },
    layers: [{ parts: mugs.alone, threads: speckled(mugs.alone, 16) }],
  };
});
