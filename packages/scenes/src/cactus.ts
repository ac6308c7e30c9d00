import {
  add,
  asVariant,
  bareClay,
  dot,
  ease,
  glaze,
  lathe,
  leaf,
  made,
  minus,
  mix,
  noise,
  outline,
  placed,
  range,
  scene,
  tone,
  unit,
  type Corner,
  type Form,
  type Material,
  type Part,
  type Thread,
  type Vec,
} from "./studio.ts";
import { rose } from "./tones.ts";

const green = tone("cactus", 0.55, 0.075, 150);
const spine = tone("spine", 0.9, 0.035, 85);
const gravel = tone("gravel", 0.74, 0.02, 75);

const potSide: Corner[] = [
  [0.001, 0],
  [0.33, 0, 0.03],
  [0.36, 0.03, 0.03],
  [0.5, 0.4, 0.2],
  [0.5, 0.62, 0.02],
  [0.49, 0.645, 0.02],
  [0.455, 0.64, 0.02],
  [0.445, 0.55, 0.02],
];

type Column = Readonly<{
  at: Vec;
  girth: number;
  tall: number;
  ribs: number;
  rows: number;
  lean: number;
}>;

const side = outline([
  [0.72, 0],
  [1, 0.45, 0.4],
  [1, 0.8, 0.25],
  [0.62, 0.985, 0.25],
  [0.001, 0.98],
]);

/** Round between deep folds, and sunk at the crown where it grows. */
const column = ({ at, girth, tall, ribs, lean }: Column): Form => {
  const ribbed: Form = (u, v) => {
    const [out, up] = side(v);
    const turn = u * 2 * Math.PI;
    const rib = Math.abs(Math.cos((ribs * turn) / 2));
    const radius = girth * out * (0.8 + 0.2 * rib ** 0.75) * (1 + 0.03 * noise(up * 4, girth * 9));
    return [
      radius * Math.sin(turn),
      up * tall + 0.02 * rib * ease(0.6, 1, v),
      radius * Math.cos(turn),
    ];
  };
  return placed(ribbed, { at, turn: [0, 0, lean] });
};

/** Paler on the ribs, greyer towards the soil, and no two hands' breadth the same green. */
const skin = (ribs: number): Material => ({
  ...leaf,
  roughness: 0.5,
  through: 0.06,
  stain: (base, u, v, [x, y, z]) => {
    const rib = Math.abs(Math.cos(ribs * u * Math.PI));
    const by = 0.82 + 0.28 * rib + 0.1 * noise(x * 6, y * 6, z * 6);
    const old = mix(base, [0.3, 0.27, 0.16], 0.45 * (1 - ease(0.02, 0.2, v)));
    return [old[0] * by, old[1] * by, old[2] * by];
  },
});

const eye = unit([0, 0.22, 1]);

/** From every areole five spines; only those that face the camera are drawn, for a line has no depth. */
const spines = (one: Column): Thread[] => {
  const form = column(one);
  return range(one.ribs * one.rows).flatMap((nth): Thread[] => {
    const [rib, row] = [nth % one.ribs, Math.floor(nth / one.ribs)];
    const [u, v] = [rib / one.ribs, 0.1 + (row * 0.8) / one.rows];
    const at = form(u, v);
    const middle = add(one.at, [0, at[1] - one.at[1] - 0.06, 0]);
    const out = unit(minus(at, middle));
    if (dot(out, eye) < 0.12) return [];
    return range(5).map((i): Thread => {
      const turn = i * 1.257 + nth * 0.7;
      const away: Vec = [Math.cos(turn), Math.sin(turn) * 0.8, 0.2 * Math.sin(turn * 2)];
      const tip = add(add(at, out, 0.045), away, 0.042 + 0.012 * noise(nth * 3.3, i));
      return { points: [add(at, out, 0.004), tip], width: 0.005, ink: spine, opacity: 0.85 };
    });
  });
};

const tall: Column = {
  at: [0.02, 0.56, 0],
  girth: 0.3,
  tall: 1.18,
  ribs: 13,
  rows: 13,
  lean: -1.5,
};
const young: Column = {
  at: [0.29, 0.595, 0.12],
  girth: 0.145,
  tall: 0.42,
  ribs: 9,
  rows: 6,
  lean: -10,
};

/** It flowers once a year, beside the crown. */
const flower = (at: Vec): Part[] =>
  made(
    range(14).map((nth): Form => {
      const [turn, inner] = [nth * 2.4, nth % 2 === 0];
      const [x, z] = [Math.cos(turn), Math.sin(turn)];
      return (u, v) => {
        const across = (u * 2 - 1) * 0.034 * Math.sin(Math.PI * (0.12 + 0.85 * v));
        const out = 0.015 + (inner ? 0.07 : 0.12) * v;
        const up = (inner ? 0.15 : 0.11) * v - 0.03 * v * v;
        return add(at, [x * out - z * across, up, z * out + x * across]);
      };
    }),
    { material: { ...leaf, through: 0.3 }, ink: rose, isThin: true, grid: 2 },
  );

const stones: Form[] = range(64).map((nth) => {
  const out = 0.44 * Math.sqrt((nth + 0.5) / 64);
  const at: Vec = [Math.cos(nth * 2.4) * out, 0.585, Math.sin(nth * 2.4) * out];
  const size = 0.028 + 0.012 * noise(nth * 1.7, 4);
  return (u, v) => {
    const [turn, rise] = [u * 2 * Math.PI, (v - 0.5) * Math.PI];
    const by = size * (1 + 0.3 * noise(Math.sin(turn) * 1.3 + nth, rise, Math.cos(turn)));
    const flat = Math.cos(rise) * by;
    return add(at, [flat * Math.sin(turn) * 1.3, Math.sin(rise) * by * 0.8, flat * Math.cos(turn)]);
  };
});

const bed: Form = (u, v) => {
  const [turn, out] = [u * 2 * Math.PI, 0.46 * (1 - v)];
  return [Math.sin(turn) * out, 0.575, Math.cos(turn) * out];
};

export const cactus = scene((view) => ({
  camera:
    view === "detail"
      ? { target: [0.08, 1.12, 0], height: 1.5, elevation: 16 }
      : { target: [0.03, 0.92, 0], height: 3.1, elevation: 12 },
  layers: [
    {
      parts: [
        { form: lathe(potSide), material: glaze, ink: asVariant, grid: 2.8 },
        { form: bed, material: bareClay, ink: tone("grit", 0.5, 0.02, 70), isThin: true },
        ...made(stones, { material: bareClay, ink: gravel, grid: 3 }),
        { form: column(tall), material: skin(tall.ribs), ink: green, grid: 2.4 },
        ...flower([-0.07, 1.68, 0.1]),
      ],
      threads: spines(tall),
    },
    {
      parts: [{ form: column(young), material: skin(young.ribs), ink: green, grid: 2.2 }],
      threads: spines(young),
    },
  ],
}));
