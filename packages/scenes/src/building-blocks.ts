import {
  asVariant,
  box,
  lathe,
  made,
  mattePaint,
  outline,
  placed,
  scene,
  shift,
  type Form,
  type Ink,
  type Material,
  type Part,
  type Vec,
} from "./studio.ts";
import { slab } from "./slab.ts";
import { timber } from "./timber.ts";
import { oak } from "./tones.ts";

const painted: Material = { ...mattePaint, roughness: 0.4 };
const pale: Ink = (variant) =>
  shift(variant, { lightness: 0.3 * (0.93 - variant.lightness), chroma: -0.15 * variant.chroma });
const deep: Ink = (variant) => shift(variant, { lightness: -0.1 });

const deepness = 0.42;
/** A bridge: half a circle cut from a brick. Its section is walked inside, front, above, behind. */
const arch = (wide: number, tall: number, radius: number): Form => {
  const section = outline([
    [0, 0.5],
    [0, 1, 0.09],
    [1, 1, 0.09],
    [1, 0, 0.09],
    [0, 0, 0.09],
    [0, 0.5],
  ]);
  return (u, v) => {
    const angle = (1 - u) * Math.PI;
    const [x, y] = [Math.cos(angle), Math.sin(angle)];
    const reach = Math.min(wide / 2 / Math.max(1e-6, Math.abs(x)), tall / Math.max(1e-6, y));
    const [out, forth] = section(v);
    const far = radius + (reach - radius) * out;
    return [x * far, y * far, (forth - 0.5) * deepness];
  };
};

type Finish = Readonly<{ material: Material; ink: Ink }>;
const bare = (along: 0 | 1 | 2, seed: number): Finish => ({
  material: timber(along, seed),
  ink: oak,
});
const dyed = (ink: Ink): Finish => ({ material: painted, ink });

const block = (size: Vec, at: Vec, turn: number, finish: Finish): Part[] =>
  made(
    box(size, 0.03).map((form) => placed(form, { at, turn: [0, turn, 0] })),
    { ...finish, grid: 2.8 },
  );

const roof = slab(
  [
    [0.38, 0.19, 0.1],
    [0, -0.22, 0.1],
    [-0.38, 0.19, 0.1],
  ],
  [
    [0.4, 0],
    [0, 0, 0.02],
    [0, deepness, 0.02],
    [0.4, deepness],
  ],
  0.02,
);
const round = lathe([
  [0.001, 0],
  [0.19, 0, 0.03],
  [0.2, 0.03, 0.03],
  [0.2, 0.39, 0.03],
  [0.17, 0.42, 0.03],
  [0.001, 0.42],
]);
const ball: Form = (u, v) => {
  const [turn, rise] = [u * 2 * Math.PI, (v - 0.5) * Math.PI * 0.998];
  const out = 0.2 * Math.cos(rise);
  return [out * Math.sin(turn), 0.2 + 0.2 * Math.sin(rise), out * Math.cos(turn)];
};

// Built by a careful child: the plank lies true, what stands on it is turned a little.
const parts: Part[] = [
  ...block([0.42, 0.42, 0.42], [-0.62, 0.21, 0], 4, bare(1, 1)),
  {
    form: placed(arch(0.86, 0.42, 0.25), { at: [0.1, 0, 0.0], turn: [0, -1.5, 0] }),
    material: painted,
    ink: asVariant,
    grid: 2.4,
  },
  ...block([0.28, 0.42, 0.42], [0.73, 0.21, 0], -3, dyed(deep)),
  ...block([1.72, 0.16, 0.42], [0.01, 0.5, 0], 0.8, bare(0, 2)),
  ...block([0.42, 0.42, 0.42], [-0.52, 0.79, 0], 5, dyed(asVariant)),
  { form: placed(round, { at: [0.03, 0.58, 0.01] }), material: timber(1, 3), ink: oak, grid: 2.4 },
  ...block([0.42, 0.42, 0.42], [0.56, 0.79, 0], -6, dyed(pale)),
  ...block([1.04, 0.16, 0.42], [-0.23, 1.08, 0], -1.4, bare(0, 5)),
  {
    form: placed(roof, { at: [-0.25, 1.355, -deepness / 2], turn: [90, 0, 0] }),
    material: painted,
    ink: deep,
    grid: 2.4,
  },
  { form: placed(ball, { at: [0.98, 0, 0.62] }), material: painted, ink: asVariant, grid: 2.4 },
  ...block([0.42, 0.42, 0.42], [-0.46, 0.21, 0.86], 31, bare(0, 7)),
];

export const buildingBlocks = scene((view) => ({
  camera:
    view === "detail"
      ? { target: [-0.1, 0.8, 0.2], height: 1.6, elevation: 16, azimuth: 22 }
      : { target: [0.1, 0.66, 0.1], height: 3.3, elevation: 15, azimuth: 22 },
  layers: [{ parts }],
}));
