import { folded } from "./fold.ts";
import {
  asVariant,
  clamp,
  cloth,
  noise,
  placed,
  scene,
  shift,
  type Ink,
  type Material,
  type Part,
  type Vec,
} from "./studio.ts";
import { strip } from "./strip.ts";

/** Loops of yarn: rough everywhere, flat where the border is woven without them. */
const terry: Material = {
  ...cloth,
  fuzz: 0.22,
  relief: (_u, _v, [x, y, z]) =>
    0.004 * noise(x * 42, y * 42, z * 42) + 0.003 * noise(x * 90, y * 90, z * 90),
  stain: (base, _u, _v, [x, y, z]) => {
    const by = 0.97 + 0.13 * noise(x * 42, y * 42, z * 42) + 0.06 * noise(x * 4, y * 4, z * 4);
    return [base[0] * by, base[1] * by, base[2] * by];
  },
};

type Towel = readonly [wide: number, deep: number, at: Vec, turn: number, seed: number, ink: Ink];
const paler: Ink = (variant) =>
  shift(variant, { lightness: 0.45 * (0.95 - variant.lightness), chroma: -0.3 * variant.chroma });
const towels: Towel[] = [
  [1.7, 1.2, [0, 0, 0], 0, 1, asVariant],
  [1.66, 1.16, [-0.015, 0.4, 0.01], -1.6, 6, paler],
  [1.68, 1.17, [0.01, 0.8, -0.01], 1.3, 11, asVariant],
];

const lying: Part[] = towels.map(([wide, deep, at, turn, seed, ink]) => ({
  form: placed(folded({ wide, deep, thick: 0.102, layers: 4, seed, loose: 0.026 }), {
    at,
    turn: [0, turn, 0],
  }),
  material: terry,
  ink,
  grid: 2.4,
}));

/** A face cloth, rolled: its end shows how. */
const spiral = (t: number): Vec => {
  const turns = 2.9;
  const angle = -t * turns * 2 * Math.PI + 2.7;
  const out = 0.035 + 0.235 * t;
  return [0, Math.cos(angle) * out, Math.sin(angle) * out];
};
const rolled: Part = {
  form: placed(
    strip(spiral, { wide: 1.0, thick: 0.078, round: 0.034 }, (t) => Math.sqrt(clamp((1 - t) * 45))),
    { at: [0.02, 1.45, 0.08], turn: [0, -7, 0] },
  ),
  material: terry,
  ink: paler,
  grid: 2.2,
};

export const towelStack = scene((view) => ({
  camera:
    view === "detail"
      ? { target: [0.5, 0.98, 0.4], height: 1.4, elevation: 18, azimuth: 36 }
      : { target: [0.02, 0.76, 0], height: 3.35, elevation: 15, azimuth: 32 },
  layers: [
    { parts: lying.slice(0, 1), texture: "felt" },
    { parts: lying.slice(1, 2), texture: "felt" },
    { parts: lying.slice(2), texture: "felt" },
    { parts: [rolled], texture: "felt" },
  ],
}));
