import { knifeParts } from "./chef-knife.ts";
import {
  asVariant,
  curve,
  ease,
  noise,
  mix,
  outline,
  placed,
  range,
  scaled,
  scene,
  tone,
  tube,
  type Corner,
  type Form,
  type Layer,
  type Material,
  type Part,
  type Vec,
} from "./studio.ts";
import { boardEdge, slab } from "./slab.ts";
import { timber } from "./timber.ts";
import { walnut } from "./tones.ts";

const thick = 0.12;
const plan: Corner[] = [
  [0.58, 0.6, 0.24],
  [0.68, 0.15, 0.16],
  [1.26, 0.16, 0.16],
  [1.26, -0.16, 0.16],
  [0.68, -0.15, 0.16],
  [0.58, -0.6, 0.24],
  [-1.16, -0.62, 0.24],
  [-1.16, 0.62, 0.24],
];
const board = slab(plan, boardEdge(thick, 0.045));

const grain = range(7).map((nth) => timber(0, nth * 1.3));
const staves = 6.4;

/** Glued from staves, each from another plank; the joints are hair lines. */
const glued: Material = {
  ...grain[0]!,
  roughness: 0.5,
  stain: (base, u, v, at) => {
    const place = (at[2] + 0.62) * (staves / 1.24);
    const nth = Math.min(6, Math.max(0, Math.floor(place)));
    const by = 1 + 0.13 * noise(nth * 5.7, 2);
    const joint = 1 - 0.2 * (1 - ease(0, 0.06, Math.abs(place - Math.round(place))));
    const [r, g, b] = grain[nth]!.stain!(base, u, v, at);
    return [r * by * joint, g * by * joint, b * by * joint];
  },
};

const hole = { at: [1.06, 0] as const, radius: 0.07 };
const elevation = 32;
/** What one sees through the hole: wood of its far wall, and below it the floor in shade. */
const through = (azimuth: number): Material => ({
  roughness: 1,
  mirror: 0,
  stain: (base, _u, _v, [x, , z]) => {
    const [up, round] = [(elevation * Math.PI) / 180, (azimuth * Math.PI) / 180];
    const shift = thick / Math.tan(up);
    const [dx, dz] = [
      x - hole.at[0] - shift * Math.sin(round),
      z - hole.at[1] - shift * Math.cos(round),
    ];
    const isFloor = Math.hypot(dx, dz) < hole.radius;
    return isFloor ? [0.3, 0.28, 0.26] : [base[0] * 0.5, base[1] * 0.5, base[2] * 0.5];
  },
});
const eyelet: Form = (u, v) => {
  const [turn, out] = [u * 2 * Math.PI, hole.radius * (1 - v)];
  return [hole.at[0] + Math.sin(turn) * out, thick + 0.003, hole.at[1] + Math.cos(turn) * out];
};

/** A leather lace to hang it by. */
const lace = tube(
  curve([
    [1.06, 0.1, 0.0],
    [1.09, 0.16, 0.02],
    [1.22, 0.14, 0.06],
    [1.36, 0.03, 0.1],
    [1.56, 0.022, 0.02],
    [1.54, 0.022, -0.14],
    [1.34, 0.03, -0.12],
    [1.2, 0.14, -0.05],
    [1.08, 0.165, -0.01],
    [1.05, 0.1, 0.0],
  ] satisfies Vec[]),
  0.018,
  { up: [0.1, 1, 0.1], blunt: 0.01 },
);

const layersFor = (azimuth: number): Layer[] => [
  { parts: [{ form: board, material: glued, ink: asVariant, grid: 2.2 }] },
  { parts: [{ form: eyelet, material: through(azimuth), ink: asVariant, grid: 1.6 }] },
  {
    parts: [
      {
        form: lace,
        material: { roughness: 0.6, mirror: 0.03 },
        ink: { ...walnut, lightness: 0.36 },
        grid: 1.8,
      },
    ],
  },
];

const peel = tone("lemon", 0.86, 0.15, 98);
const rind: Material = {
  roughness: 0.34,
  mirror: 0.04,
  relief: (_u, _v, [x, y, z]) => 0.004 * noise(x * 46, y * 46, z * 46),
  stain: (base, _u, _v, [x, y, z]) => scaled(base, 1 + 0.06 * noise(x * 5, y * 5, z * 5)),
};
/** Longer than round, with a nub at one end; `share` 0.5 is half of one. */
const lemon = (share: number): Form => {
  const side = outline([
    [0.001, -0.285],
    [0.07, -0.265, 0.03],
    [0.2, -0.17, 0.12],
    [0.235, 0.0, 0.16],
    [0.19, 0.17, 0.12],
    [0.06, 0.27, 0.05],
    [0.045, 0.315, 0.02],
    [0.001, 0.325],
  ]);
  return (u, v) => {
    const [out, up] = side(v * share);
    return [out * Math.sin(u * 2 * Math.PI), up, out * Math.cos(u * 2 * Math.PI)];
  };
};
/** Ten segments in a white pith, each with its pulp drawn towards the middle. */
const flesh: Material = {
  roughness: 0.22,
  mirror: 0.05,
  relief: (u, v) => 0.006 * noise(u * 60, v * 4),
  stain: (base, u, v) => {
    const out = 1 - v;
    const place = u * 10;
    const wall = Math.abs(place - Math.round(place)) * 0.63 * out;
    const pulp = ease(0.012, 0.03, wall) * (1 - ease(0.83, 0.87, out)) * ease(0.08, 0.13, out);
    const streak = 1 + 0.1 * noise(u * 90, out * 5);
    return mix([0.88, 0.84, 0.66], scaled(base, 0.86 * streak), pulp);
  },
};
const cut: Form = (u, v) => {
  const out = 0.226 * (1 - v);
  return [out * Math.sin(u * 2 * Math.PI), 0.002, out * Math.cos(u * 2 * Math.PI)];
};
const half = (at: Vec, turn: Vec): Part[] => [
  { form: placed(lemon(0.5), { at, turn }), material: rind, ink: peel, grid: 2.4 },
  { form: placed(cut, { at, turn }), material: flesh, ink: peel, grid: 1.8 },
];

/** Cut a moment ago: the knife lies where it was put down. */
const served: Layer[] = [
  { parts: [{ form: board, material: glued, ink: asVariant, grid: 2.2 }] },
  {
    parts: [
      ...knifeParts([-0.2, thick, 0.22], 8),
      ...half([-0.42, thick + 0.23, -0.34], [76, 28, 0]),
      ...half([0.12, thick + 0.225, -0.3], [70, -24, 0]),
      {
        form: placed(lemon(1), { at: [-0.86, thick + 0.232, -0.1], turn: [0, 20, 78] }),
        material: rind,
        ink: peel,
        grid: 2.4,
      },
    ],
  },
];

export const cuttingBoard = scene((view) => {
  if (view === "inUse")
    return {
      camera: { target: [0.2, 0.12, 0], height: 3.7, elevation: 34, azimuth: -20 },
      layers: served,
    };
  return {
    camera:
      view === "detail"
        ? { target: [0.78, 0.1, 0.1], height: 1.35, elevation, azimuth: -32 }
        : { target: [0.04, 0.05, 0.05], height: 3.75, elevation, azimuth: -36 },
    layers: layersFor(view === "detail" ? -32 : -36),
  };
});
