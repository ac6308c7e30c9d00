import { folded } from "./fold.ts";
import {
  asVariant,
  cloth,
  ease,
  mix,
  noise,
  range,
  scene,
  shift,
  type Material,
  type Thread,
  type Tone,
  type Vec,
} from "./studio.ts";

const [wide, deep, thick, layers] = [1.72, 1.2, 0.15, 4];
const throwForm = folded({ wide, deep, thick, layers, seed: 3, loose: 0.03 });

/** Loosely spun and woven in twill: fine slanting ribs, and two stripes across one end. */
const wool: Material = {
  ...cloth,
  fuzz: 0.3,
  relief: (_u, v, [x]) => 0.0022 * Math.sin((x * 26 + v * 130) * 2.2),
  stain: (base, _u, v, [x, y, z]) => {
    const stripe = (at: number, half: number) =>
      ease(at - half - 0.006, at - half, x) * (1 - ease(at + half, at + half + 0.006, x));
    const other: Vec = base[1] > 0.45 ? [0.42, 0.33, 0.24] : [0.84, 0.79, 0.7];
    const by = 1 + 0.06 * noise(x * 3, y * 6, z * 3) + 0.05 * Math.sin((x * 26 + v * 130) * 2.2);
    const striped = mix(base, other, 0.85 * Math.max(stripe(0.5, 0.06), stripe(0.36, 0.02)));
    return [striped[0] * by, striped[1] * by, striped[2] * by];
  },
};

/** Warp ends, twisted by fours: they leave the edge level and hang as they like. */
const fringe: Thread[] = range(layers).flatMap((layer) =>
  range(46).flatMap((nth): Thread[] => {
    const z = (nth / 45 - 0.5) * (deep - 0.02);
    const y = thick * (layer + 0.5) + 0.02 * noise(nth * 0.3, layer);
    const [a, b] = [noise(nth * 1.7, layer * 3), noise(nth * 2.3, layer + 7)];
    const root: Vec = [wide / 2 - 0.01, y, z];
    const points: Vec[] = range(7).map((i) => {
      const t = i / 6;
      const out = 0.15 * t + 0.02 * a * t;
      return [root[0] + out, Math.max(0.012, y - (0.13 + 0.05 * b) * t * t), z + 0.05 * a * t * t];
    });
    const ink = (lighter: number) => (variant: Tone) =>
      shift(variant, {
        lightness: lighter - 0.03 + 0.035 * b - 0.07 * (1 - layer / layers),
        chroma: -0.25 * variant.chroma,
      });
    return [
      { points, width: 0.019, ink: ink(-0.14) },
      { points: points.map(([x, py, pz]): Vec => [x, py + 0.004, pz]), width: 0.01, ink: ink(0.0) },
    ];
  }),
);

export const blanket = scene((view) => ({
  camera:
    view === "detail"
      ? { target: [0.5, 0.38, 0.5], height: 1.25, elevation: 22, azimuth: 30 }
      : { target: [0.06, 0.24, 0], height: 3.1, elevation: 22, azimuth: 30 },
  layers: [
    {
      parts: [{ form: throwForm, material: wool, ink: asVariant, grid: 2.4 }],
      threads: fringe,
      texture: "felt",
    },
  ],
}));
