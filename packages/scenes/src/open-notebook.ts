import { pencil } from "./pencil.ts";
import {
  asVariant,
  box,
  cloth,
  curve,
  ease,
  made,
  noise,
  paper,
  placed,
  range,
  shift,
  tone,
  tube,
  type Form,
  type Layer,
  type Material,
  type Part,
  type Thread,
  type Vec,
} from "./studio.ts";

const cream = tone("paper", 0.93, 0.025, 90);
const rule = tone("ruling", 0.72, 0.03, 240);
const graphite = tone("graphite", 0.4, 0.005, 260);

const [wide, deep] = [1.28, 1.84];

/** Out of the gutter a page rises steeply, then lies down towards its edge. */
const pageHeight = (x: number) => {
  const t = x / wide;
  return 0.05 + 0.115 * ease(0, 0.2, t) - 0.055 * ease(0.15, 1, t);
};
const onPage = (side: 1 | -1, x: number, z: number): Vec => [
  side * x,
  pageHeight(x) + 0.003 * noise(x * 2 + side, z * 2, 4),
  z,
];

const page = (side: 1 | -1): Form => {
  const flat: Form = (u, v) => onPage(side, u * wide, (v - 0.5) * deep);
  return side > 0 ? (u, v) => flat(u, 1 - v) : flat;
};

const leaves: Material = {
  ...paper,
  stain: (base, _u, _v, [x, y, z]) => {
    const sheet = 1 + 0.12 * noise(x * 2, y * 230, z * 2) + 0.05 * noise(x * 3, y * 90, z * 3);
    return [base[0] * sheet, base[1] * sheet, base[2] * sheet];
  },
};
/** The front edge of the block and the long edge at the side. */
const edges = (side: 1 | -1): Form[] => [
  (u, v) => {
    const x = u * wide;
    const [a, y] = onPage(side, x, deep / 2);
    return [a, 0.03 + (y - 0.03) * v, deep / 2];
  },
  (u, v) => {
    const [a, y, z] = onPage(side, wide, (u - 0.5) * deep);
    return [a, 0.03 + (y - 0.03) * v, z];
  },
];

const board = (side: 1 | -1) =>
  box([wide + 0.07, 0.04, deep + 0.1], 0.018).map((form) =>
    placed(form, { at: [side * (wide / 2 + 0.03), 0.022, 0] }),
  );

const lines = ([1, -1] as const).flatMap((side) =>
  range(15).map((nth): Thread => {
    const z = -0.66 + nth * 0.105;
    return {
      points: range(24).map((i) => onPage(side, 0.14 + (i / 23) * 1.06, z)),
      width: 0.004,
      ink: rule,
      opacity: 0.55,
    };
  }),
);

/** A hand that writes small and even, without letters: nobody should read the picture. */
const written = (side: 1 | -1, nth: number, until: number): Thread[] => {
  const base = -0.66 + nth * 0.105 - 0.016;
  const words: Thread[] = [];
  let x = side > 0 ? 0.18 : 1.16;
  const end = side > 0 ? until : 1.32 - until;
  for (let word = 0; word < 12 && (side > 0 ? x < end : x > end); word++) {
    const long = 0.07 + 0.07 * Math.abs(noise(word * 1.7, nth * 2.3, side + 5));
    const from = x;
    words.push({
      points: range(26).map((i) => {
        const t = i / 25;
        const swing = 0.016 * Math.sin(t * long * 260) * (0.7 + 0.5 * noise(t * 7 + word, nth, 2));
        const rise = 0.02 * ease(0.55, 1, noise(t * 6 + word * 3, nth * 5, 9));
        return onPage(side, from + side * t * long, base - swing - rise);
      }),
      width: 0.0065,
      ink: graphite,
      opacity: 0.85,
    });
    x += side * (long + 0.035);
  }
  return words;
};

const text = [
  ...[0, 2, 3, 4, 5, 7, 8, 9, 10, 11, 13].flatMap((nth) =>
    written(-1, nth, nth === 5 || nth === 11 ? 0.6 : 1.14),
  ),
  ...[0, 2, 3, 4].flatMap((nth) => written(1, nth, nth === 4 ? 0.7 : 1.14)),
];

const ribbon: Part = {
  form: tube(
    curve([
      [0.02, 0.075, -0.9],
      [0.03, 0.085, -0.2],
      [0.05, 0.09, 0.6],
      [0.05, 0.08, 0.93],
      [0.07, 0.015, 1.06],
      [0.12, 0.012, 1.26],
    ]),
    0.026,
    { flat: 0.14, square: 0.5, up: [0, 1, 0.1], blunt: 0.003 },
  ),
  material: cloth,
  ink: (variant) => shift(variant, { lightness: 0.1, chroma: 0.02 }),
  grid: 2.4,
};

const tip = onPage(1, 0.42, 0.0);
const rested = onPage(1, 1.12, 0.62);

export const openNotebook: readonly Layer[] = [
  {
    parts: made([...board(-1), ...board(1)], { material: cloth, ink: asVariant, grid: 3 }),
    texture: "weave",
  },
  {
    parts: [
      ...made([...edges(-1), ...edges(1)], {
        material: leaves,
        ink: cream,
        isThin: true,
        grid: 2.6,
      }),
      ...made([page(-1), page(1)], { material: paper, ink: cream, isThin: true, grid: 4 }),
    ],
    threads: [...lines, ...text],
  },
  { parts: [ribbon] },
  {
    parts: pencil(
      [rested[0], rested[1] + 0.042, rested[2]],
      [tip[0], tip[1] + 0.03, tip[2]],
      tone("yellow", 0.8, 0.14, 85),
      0.036,
    ),
  },
];
