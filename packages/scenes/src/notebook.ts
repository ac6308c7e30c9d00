import { openNotebook } from "./open-notebook.ts";
import {
  add,
  asVariant,
  box,
  cloth,
  made,
  noise,
  paper,
  placed,
  rubber,
  scene,
  shift,
  tone,
  tube,
  curve,
  type Form,
  type Layer,
  type Material,
  type Part,
  type Thread,
  type Vec,
} from "./studio.ts";

const cream = tone("paper", 0.93, 0.025, 90);

const [wide, tall] = [1.3, 1.86];
const spineX = -0.62;

/** A direction on the floor: 0 to the right, more turns away from the camera. */
const along = (degrees: number): Vec => {
  const turn = (degrees * Math.PI) / 180;
  return [Math.cos(turn), 0, -Math.sin(turn)];
};

// It stands by itself because it is a little open: the front board comes forward, the back board goes away.
const [front, back] = [-13, 25];

const hinged = (form: Form, degrees: number, off: number): Form => {
  const [x, , z] = along(degrees);
  return placed(form, {
    at: add([spineX + x * (wide / 2), tall / 2, z * (wide / 2)], [-z, 0, x], off),
    turn: [0, degrees, 0],
  });
};

const board = (degrees: number, off: number) =>
  box([wide, tall, 0.045], 0.018).map((form) => hinged(form, degrees, off));

/** The edges of many sheets, seen from above and from the side. */
const leaves: Material = {
  ...paper,
  stain: (base, _u, _v, [x, y, z]) => {
    const across = 0.26 * x + 0.97 * z;
    const sheet = 1 + 0.1 * noise(across * 170, y * 2, 3) + 0.05 * noise(across * 60, y * 4, 8);
    return [base[0] * sheet, base[1] * sheet, base[2] * sheet];
  },
};
const block = (degrees: number, off: number, thick: number) =>
  box([wide - 0.07, tall - 0.1, thick], 0.008).map((form) =>
    hinged((u, v) => add(form(u, v), [-0.015, 0, 0]), degrees, off),
  );

/** A single leaf springs away from its neighbours, most at the outer edge. */
const sheet = (degrees: number, bend: number): Form => {
  return (u, v) => {
    const [x, , z] = along(degrees + bend * u * u);
    const far = u * (wide - 0.05);
    return [spineX + x * far, 0.05 + v * (tall - 0.1), z * far];
  };
};
const fan: Part[] = [-4.5, -1.5, 2.5, 5, 9.5, 13, 15.5].map((degrees, nth) => ({
  form: sheet(degrees, 1.6 * Math.sin(nth * 2.4)),
  material: paper,
  ink: cream,
  isThin: true,
  grid: 6,
}));

const spine: Form = (u, v) => {
  const turn = Math.PI * (0.5 + u) - 0.1;
  return [
    spineX + 0.02 + Math.cos(turn) * 0.09,
    0.006 + v * (tall - 0.012),
    Math.sin(turn) * 0.125,
  ];
};

const onFront = (x: number, y: number): Vec => {
  const [a, , b] = along(front);
  return add([spineX + a * x, y, b * x], [-b, 0, a], 0.128);
};

const groove: Thread = {
  points: [onFront(0.1, 0.02), onFront(0.1, tall - 0.02)],
  width: 0.022,
  ink: (variant) => shift(variant, { lightness: -0.14 }),
  opacity: 0.45,
};
const mark: Thread[] = [0, 1].map((nth) => ({
  points: [
    [-0.08, 0.04],
    [-0.04, -0.04],
    [0, 0.04],
    [0.04, -0.04],
    [0.08, 0.04],
  ].map(([x = 0, y = 0]) => onFront(0.68 + x, 0.32 + y - nth * 0.007)),
  width: 0.012,
  ink: (variant) => shift(variant, { lightness: nth ? 0.12 : -0.12 }),
  opacity: 0.6,
}));

const elastic: Part[] = made(
  box([0.05, tall + 0.016, 0.014], 0.006).map((form) =>
    hinged((u, v) => add(form(u, v), [0.44, 0, 0]), front, 0.131),
  ),
  { material: rubber, ink: (variant) => shift(variant, { lightness: -0.14 }), grid: 2.4 },
);

const ribbon: Part = {
  form: tube(
    curve(
      [
        [0.12, 0.3, 0.02],
        [0.13, 0.06, 0.05],
        [0.16, 0.012, 0.16],
        [0.22, 0.01, 0.34],
        [0.2, 0.012, 0.52],
      ].map(([x = 0, y = 0, z = 0]): Vec => [x, y, z]),
    ),
    0.03,
    { flat: 0.14, square: 0.5, up: [0.2, 0.8, 0.6], blunt: 0.004 },
  ),
  material: cloth,
  ink: (variant) => shift(variant, { lightness: 0.1, chroma: 0.02 }),
  grid: 2.2,
};

const covers = { material: cloth, ink: asVariant, grid: 3 };
const standing: Layer[] = [
  { parts: made(board(back, -0.105), covers), texture: "weave" },
  {
    parts: [
      ...made([...block(back, -0.045, 0.07), ...block(front, 0.06, 0.085)], {
        material: leaves,
        ink: cream,
        grid: 2.6,
      }),
      ...fan,
    ],
  },
  { parts: [ribbon] },
  {
    parts: [...made(board(front, 0.105), covers), { form: spine, ...covers, isThin: true }],
    texture: "weave",
    threads: [groove, ...mark],
  },
  { parts: elastic },
];

export const notebook = scene((view) => {
  if (view === "inUse")
    return {
      camera: { target: [0.1, 0.05, 0.05], height: 4.4, elevation: 40, azimuth: -16 },
      layers: openNotebook,
      floorReach: 3.2,
    };
  return {
    camera:
      view === "detail"
        ? { target: [0.35, 1.45, 0.1], height: 1.5, elevation: 26, azimuth: 16 }
        : { target: [0.05, 0.92, 0], height: 3.2, elevation: 17, azimuth: 10 },
    layers: standing,
    floorReach: 3,
  };
});
