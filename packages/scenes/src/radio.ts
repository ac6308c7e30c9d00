import {
  asVariant,
  box,
  brushedMetal,
  curve,
  lathe,
  leather,
  lerp,
  made,
  metal,
  mix,
  placed,
  range,
  rubber,
  satinPlastic,
  scene,
  tone,
  tube,
  wood,
  type Form,
  type Layer,
  type Material,
  type Thread,
  type Vec,
} from "./studio.ts";

const walnut = tone("walnut", 0.43, 0.06, 52);
const brass = tone("brass", 0.82, 0.09, 88);
const cream = tone("dial", 0.93, 0.03, 90);
const black = tone("black", 0.26, 0.006, 70);
const tan = tone("bridle leather", 0.52, 0.085, 55);
const red = tone("needle", 0.56, 0.17, 30);
const steel = tone("steel", 0.84, 0.006, 90);

const [wide, tall, deep] = [2.0, 1.16, 0.62];
const put = (form: Form) => placed(form, { at: [0, tall / 2 + 0.05, 0], turn: [0, -22, 0] });
const facing = (form: Form, [x, y, z]: Vec) =>
  put(placed(form, { at: [x, y, deep / 2 + z], turn: [90, 0, 0] }));

/** A wooden frame around a coloured face: the cabinet is two boxes, one in the other. */
const cabinet = box([wide, tall, deep], 0.13).map(put);
const face = box([wide - 0.16, tall - 0.16, 0.09], 0.04).map((form) =>
  put(placed(form, { at: [0, 0, deep / 2 - 0.012] })),
);

const pitch = 0.052;
const holes: Material = {
  ...satinPlastic,
  stain: (base, u, v) => {
    const [x, y] = [u * 0.96, v * 0.72];
    const row = Math.round(y / pitch);
    const shifted = x - (row % 2) * (pitch / 2);
    const [dx, dy] = [shifted - Math.round(shifted / pitch) * pitch, y - row * pitch];
    const isEdge = x < 0.04 || x > 0.92 || y < 0.04 || y > 0.68;
    const inside = isEdge ? 0 : Math.min(1, Math.max(0, (0.0175 - Math.hypot(dx, dy)) / 0.004));
    return mix(base, [0.012, 0.011, 0.01], inside * 0.94);
  },
};
/** Punched steel, painted like the face; only its own squares are small enough to show holes. */
const grille: Form = put((u, v) => {
  const bulge = 0.012 * (1 - (2 * u - 1) ** 8) * (1 - (2 * v - 1) ** 8);
  return [-0.8 + u * 0.96, -0.36 + v * 0.72, deep / 2 + 0.036 + bulge];
});

const dialAt: Vec = [0.53, 0.1, 0.03];
const dial = lathe([
  [0.27, 0.0],
  [0.268, 0.014, 0.006],
  [0.001, 0.016],
]);
const bezel = lathe([
  [0.31, 0.0],
  [0.315, 0.026, 0.01],
  [0.3, 0.036, 0.01],
  [0.27, 0.026, 0.01],
  [0.262, 0.01],
]);
const knob = (radius: number) =>
  lathe([
    [radius, 0.0],
    [radius * 0.98, 0.085, 0.015],
    [radius * 0.84, 0.1, 0.015],
    [radius * 0.3, 0.094, 0.02],
    [0.001, 0.094],
  ]);

const onDial = (turn: number, radius: number): Vec =>
  put(() => [
    dialAt[0] + Math.sin(turn) * radius,
    dialAt[1] + Math.cos(turn) * radius,
    deep / 2 + dialAt[2] + 0.018,
  ])(0, 0);

const ticks = range(29).map((nth): Thread => {
  const turn = ((nth / 28) * 270 - 135) * (Math.PI / 180);
  const isLong = nth % 4 === 0;
  return {
    points: [onDial(turn, isLong ? 0.185 : 0.208), onDial(turn, 0.238)],
    width: isLong ? 0.009 : 0.005,
    ink: black,
    opacity: 0.85,
  };
});
const needle: Thread = {
  points: [onDial(0.5, 0.09), onDial(0.5, 0.236)],
  width: 0.012,
  ink: red,
};

const handle = tube(
  curve(
    [
      [-0.72, tall / 2 - 0.03, 0],
      [-0.7, tall / 2 + 0.12, 0],
      [-0.56, tall / 2 + 0.22, 0],
      [0, tall / 2 + 0.245, 0],
      [0.56, tall / 2 + 0.22, 0],
      [0.7, tall / 2 + 0.12, 0],
      [0.72, tall / 2 - 0.03, 0],
    ].map(([x = 0, y = 0, z = 0]): Vec => put(() => [x, y, z])(0, 0)),
  ),
  0.085,
  { flat: 0.3, square: 0.6, up: [0, 0.02, 1], blunt: 0.004 },
);

const aerial = (from: number, to: number, radius: number): Form => {
  const [root, tip]: [Vec, Vec] = [
    [0.86, tall / 2 - 0.02, -0.2],
    [1.06, tall / 2 + 1.02, -0.24],
  ];
  return put(tube((t) => lerp(root, tip, from + (to - from) * t), radius, { blunt: 0.01 }));
};

const feet = [-0.78, 0.78].flatMap((x) =>
  [-0.2, 0.2].map((z) =>
    put(
      placed(
        lathe([
          [0.06, -0.055],
          [0.07, 0.05],
        ]),
        { at: [x, -tall / 2, z] },
      ),
    ),
  ),
);

const front: Layer = {
  parts: [
    { form: grille, material: holes, ink: asVariant, isThin: true, grid: 2 },
    { form: facing(dial, dialAt), material: satinPlastic, ink: cream, grid: 2.6 },
    { form: facing(bezel, dialAt), material: metal, ink: brass, grid: 2.2 },
  ],
  threads: [...ticks, needle],
};

const knobs: Layer = {
  parts: [
    {
      form: facing(knob(0.085), [dialAt[0], dialAt[1], 0.045]),
      material: metal,
      ink: brass,
      grid: 2,
    },
    ...made(
      [0.36, 0.7].map((x) => facing(knob(0.075), [x, -0.345, 0.028])),
      { material: metal, ink: brass, grid: 2 },
    ),
  ],
};

export const radio = scene((view) => ({
  camera:
    view === "detail"
      ? { target: [0.42, 0.66, 0.4], height: 1.45, elevation: 10, azimuth: -6 }
      : { target: [0.05, 0.82, 0], height: 3.4, elevation: 13 },
  layers: [
    {
      parts: [
        ...made(
          [
            aerial(0, 0.45, 0.02),
            aerial(0.42, 0.8, 0.015),
            aerial(0.78, 1, 0.011),
            aerial(0.985, 1, 0.024),
          ],
          { material: brushedMetal, ink: steel, grid: 2 },
        ),
        ...made(feet, { material: rubber, ink: black }),
      ],
    },
    { parts: made(cabinet, { material: wood, ink: walnut, grid: 2.6 }) },
    { parts: made(face, { material: satinPlastic, ink: asVariant, grid: 3 }) },
    front,
    knobs,
    { parts: made([handle], { material: leather, ink: tan, grid: 2.6 }) },
  ],
  floorReach: 3.2,
}));
