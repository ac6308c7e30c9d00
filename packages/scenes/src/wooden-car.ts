import {
  asVariant,
  lathe,
  made,
  mattePaint,
  placed,
  scene,
  shift,
  type Corner,
  type Form,
  type Layer,
  type Part,
  type Vec,
} from "./studio.ts";
import { slab } from "./slab.ts";
import { timber } from "./timber.ts";
import { birch, oak, oat } from "./tones.ts";

const painted = { ...mattePaint, roughness: 0.34 };

const [wide, waist] = [0.62, 0.42];
// Seen from its side: bumper, bonnet, cockpit, tail. Heights are from the waist, turned round for the slab.
const sideView: Corner[] = (
  [
    [1.0, -0.2, 0.1],
    [1.04, 0.08, 0.16],
    [0.42, 0.2, 0.12],
    [0.28, 0.34, 0.1],
    [0.1, 0.24, 0.12],
    [-0.3, 0.22, 0.1],
    [-0.52, 0.38, 0.2],
    [-1.0, 0.24, 0.26],
    [-1.04, -0.2, 0.12],
  ] as Corner[]
).map(([x, y, radius]): Corner => [x, -y, radius ?? 0]);

const body = placed(
  slab(sideView, [
    [0.5, 0],
    [0, 0, 0.09],
    [0, wide, 0.09],
    [0.5, wide],
  ]),
  { at: [0, waist, -wide / 2], turn: [90, 0, 0] },
);

const wheelSide: Corner[] = [
  [0.001, 0.0],
  [0.25, 0.0, 0.04],
  [0.275, 0.04, 0.04],
  [0.275, 0.13, 0.04],
  [0.24, 0.17, 0.03],
  [0.18, 0.165, 0.02],
  [0.16, 0.14, 0.02],
  [0.001, 0.14],
];
const hubSide: Corner[] = [
  [0.07, 0.12],
  [0.07, 0.175, 0.02],
  [0.04, 0.195, 0.02],
  [0.001, 0.196],
];

const wheel = (x: number, front: 1 | -1): Part[] => {
  const put = (form: Form) =>
    placed(form, { at: [x, 0.276, front * (wide / 2 + 0.015)], turn: [front * 90, 0, x * 40] });
  return [
    { form: put(lathe(wheelSide)), material: timber(2, x), ink: oak, grid: 2.4 },
    { form: put(lathe(hubSide)), material: painted, ink: asVariant, grid: 2 },
  ];
};

const seat: Vec = [-0.12, waist + 0.2, 0];
/** The driver lifts out: a peg, a round head, no face. */
const driver: Part[] = [
  {
    form: placed(
      lathe([
        [0.19, 0],
        [0.185, 0.2, 0.1],
        [0.1, 0.29, 0.06],
        [0.07, 0.31],
      ]),
      { at: seat },
    ),
    material: painted,
    ink: (variant) =>
      variant.lightness > 0.8 ? shift(oat, { lightness: -0.3, chroma: 0.03 }) : oat,
    grid: 2.2,
  },
  {
    form: placed(
      (u, v) => {
        const [turn, rise] = [u * 2 * Math.PI, (v - 0.5) * Math.PI * 0.998];
        const out = 0.165 * Math.cos(rise);
        return [out * Math.sin(turn), 0.16 * Math.sin(rise), out * Math.cos(turn)];
      },
      { at: [seat[0], seat[1] + 0.42, 0] },
    ),
    material: timber(1, 2),
    ink: birch,
    grid: 2.2,
  },
];

const lamp = (z: number): Form =>
  placed(
    lathe([
      [0.065, 0],
      [0.06, 0.03, 0.02],
      [0.001, 0.045],
    ]),
    { at: [1.0, waist + 0.02, z], turn: [0, 0, -84] },
  );

const layers: Layer[] = [
  {
    parts: [
      ...wheel(0.58, -1),
      ...wheel(-0.58, -1),
      { form: body, material: { ...painted, roughness: 0.6 }, ink: asVariant, grid: 2.6 },
      ...driver,
      ...made([lamp(0.17), lamp(-0.17)], { material: timber(0), ink: birch, grid: 2 }),
      ...wheel(0.58, 1),
      ...wheel(-0.58, 1),
    ],
  },
];

export const woodenCar = scene((view) => ({
  camera:
    view === "detail"
      ? { target: [0.4, 0.5, 0.2], height: 1.5, elevation: 16, azimuth: 36 }
      : { target: [0, 0.46, 0], height: 3.3, elevation: 16, azimuth: 32 },
  layers,
}));
