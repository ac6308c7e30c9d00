import {
  add,
  asVariant,
  box,
  cloth,
  ease,
  leather,
  made,
  metal,
  noise,
  placed,
  range,
  scene,
  shift,
  tone,
  tube,
  curve,
  type Form,
  type Thread,
  type Vec,
} from "./studio.ts";

const tan = tone("bridle leather", 0.52, 0.085, 55);
const brass = tone("brass", 0.82, 0.09, 88);
const yarn = tone("yarn", 0.88, 0.03, 85);

const [wide, tall, deep] = [1.9, 1.16, 0.62];

const sagAt = (x: number, t: number) =>
  -0.02 * ease(0.5, 1, t) * (1 - x * x) + 0.012 * noise(x * 2.2, 5, 1) * t;

/** Flat at the zip, broad at the base: a boxed bottom that stands by itself. */
const section = (turn: number, t: number): Vec => {
  const [s, c] = [Math.sin(turn), Math.cos(turn)];
  const corner = 4.2 - 1.6 * t;
  const reach = (Math.abs(s) ** corner + Math.abs(c) ** corner) ** (-1 / corner);
  const [x, z] = [s * reach, c * reach];
  const full = Math.sin(Math.min(1, 0.34 + 0.66 * t) * Math.PI * 0.96);
  const half = (wide / 2) * (0.9 + 0.1 * ease(0, 0.45, t) - 0.01 * t);
  const thick = (deep / 2) * Math.max(0.1, full) * (0.86 + 0.14 * ease(0, 0.2, t));
  // What lies inside pushes; what is empty hangs.
  const fold =
    0.02 * noise(x * 3.1 + 2, t * 2.3, z + 3) + 0.009 * Math.sin(x * 7 + t * 3) * ease(0.4, 1, t);
  const sag = sagAt(x, t);
  return [
    x * half,
    tall * t + sag,
    z * thick + fold * (1 - ease(0.8, 0.97, t)) * Math.sign(z) * Math.abs(z),
  ];
};

const body: Form = (u, v) => {
  const turn = u * 2 * Math.PI;
  if (v < 0.1) return scaleIn(section(turn, 0.012), v / 0.1);
  return section(turn, 0.012 + 0.988 * ((v - 0.1) / 0.9));
};
const scaleIn = ([x, y, z]: Vec, by: number): Vec => [x * by, Math.max(0.012, y), z * by];

const frontAt = (x: number, t: number): Vec => {
  const turn = Math.atan2(x / (wide / 2), Math.max(0.02, 1 - (Math.abs(x) / (wide / 2)) ** 5));
  return section(turn, t);
};

/** The mouth hangs a little in the middle; the zip is sewn to it and hangs along. */
const ridge = range(41).map((nth): Vec => {
  const x = ((nth / 40) * 2 - 1) * 0.99;
  return [x * (wide / 2) * 0.985, tall + sagAt(x, 1) + 0.004, 0];
});
const zipLine = curve(ridge);
/** Woven tape either side, and the coil of the zip between. */
const tape = tube(zipLine, 0.05, { flat: 1, up: [0, 0, 1], blunt: 0.004 });
/** A hundred brass teeth: a zip is never a dashed line. */
const coil: Thread[] = range(105).map((nth) => {
  const at = zipLine(0.012 + (nth / 104) * 0.976);
  return {
    points: [add(at, [0, 0.04, -0.02]), add(at, [0, 0.044, 0.016])],
    width: 0.0105,
    ink: brass,
  };
});

const slider = box([0.11, 0.05, 0.09], 0.02).map((form) =>
  placed(form, { at: [0.7, tall + 0.05, 0.012], turn: [0, 0, -2] }),
);
const pull: Form = placed(
  tube(
    curve([
      [0, 0.0, 0.0],
      [0.012, -0.08, 0.09],
      [0.014, -0.24, 0.2],
      [0.01, -0.42, 0.268],
    ]),
    (t) => 0.046 - 0.012 * Math.sin(t * Math.PI),
    { flat: 0.24, square: 0.5, up: [0, 0, 1], blunt: 0.01 },
  ),
  { at: [0.72, tall + 0.05, 0.04] },
);

/** A tab of leather caught in the side seam. */
const tab: Form = placed(
  tube(
    curve([
      [0.04, 0, 0],
      [-0.07, 0, 0.006],
      [-0.15, -0.006, 0.012],
    ]),
    0.064,
    { flat: 0.3, square: 0.55, up: [0, 0, 1], blunt: 0.02 },
  ),
  { at: [-0.9, tall - 0.14, 0] },
);

const patch: Form = (u, v) => {
  const at = frontAt(-0.62 + u * 0.3, 0.22 + v * 0.13);
  const round = Math.max(Math.abs(2 * u - 1), Math.abs(2 * v - 1)) ** 14;
  return add(at, [0, 0, 0.006 + 0.012 * Math.sqrt(Math.max(0, 1 - round))]);
};

const topStitch: Thread = {
  points: range(60).map((nth) => add(frontAt(((nth / 59) * 2 - 1) * 0.86, 0.925), [0, 0, 0.008])),
  width: 0.009,
  ink: (variant) => shift(variant, { lightness: 0.12, chroma: -0.01 }),
  isDashed: true,
  opacity: 0.9,
};
/** Where cloth and tape meet: a folded edge, in its own shadow. */
const fold: Thread = {
  points: range(60).map((nth) => add(frontAt(((nth / 59) * 2 - 1) * 0.9, 0.957), [0, 0, 0.008])),
  width: 0.02,
  ink: (variant) => shift(variant, { lightness: -0.19 }),
};
const patchStitch: Thread = {
  points: [
    [-0.6, 0.235],
    [-0.34, 0.235],
    [-0.34, 0.335],
    [-0.6, 0.335],
    [-0.6, 0.235],
  ].map(([x = 0, t = 0]) => add(frontAt(x, t), [0, 0, 0.022])),
  width: 0.008,
  ink: yarn,
  isDashed: true,
  opacity: 0.8,
};

const turnedBy = 16;
const put = (form: Form) => placed(form, { turn: [-5, turnedBy, 0] });
const putThread = (thread: Thread): Thread => ({
  ...thread,
  points: thread.points.map((at) => put(() => at)(0, 0)),
});

export const pouch = scene((view) => ({
  camera:
    view === "detail"
      ? { target: [0.4, 0.92, 0.2], height: 1.35, elevation: 22 }
      : { target: [0.02, 0.6, 0], height: 3.1, elevation: 17 },
  layers: [
    { parts: made([put(tab)], { material: leather, ink: tan, grid: 2.6 }) },
    {
      parts: [
        { form: put(body), material: cloth, ink: asVariant, grid: 3 },
        {
          form: put(tape),
          material: cloth,
          ink: (variant) => shift(variant, { lightness: -0.07 }),
          grid: 2.4,
        },
      ],
      texture: "weave",
      threads: [...coil, fold, topStitch].map(putThread),
    },
    {
      parts: [
        { form: put(patch), material: leather, ink: tan, grid: 2.4 },
        ...made(slider.map(put), { material: metal, ink: brass, grid: 2 }),
        { form: put(pull), material: leather, ink: tan, grid: 2.2 },
      ],
      threads: [putThread(patchStitch)],
    },
  ],
  floorReach: 3,
}));
