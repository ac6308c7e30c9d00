import {
  asVariant,
  box,
  clamp,
  curve,
  ease,
  lathe,
  made,
  mattePaint,
  placed,
  rubber,
  satinPlastic,
  scene,
  shift,
  tube,
  type Form,
  type Material,
  type Part,
  type Vec,
} from "./studio.ts";
import { charcoal } from "./tones.ts";

/** Half as wide, half as long, and as high as the shell; its front looks along z. */
const [halfWide, halfLong, crown] = [0.74, 0.96, 0.98];

/** The rim dips at the nape and rises over the ears and the brow. */
const rimHeight = (u: number) => {
  const [x, z] = [Math.sin(u * 2 * Math.PI), Math.cos(u * 2 * Math.PI)];
  return 0.05 + 0.1 * ease(0.0, 0.95, z) + 0.03 * x ** 4 - 0.03 * ease(0.4, 1, -z);
};

/** The head's shape, `out` grown: nearly an egg, flat at the sides, longer behind than before. */
const skull = (u: number, rise: number, out: number): Vec => {
  const turn = u * 2 * Math.PI;
  const [x, z] = [Math.sin(turn), Math.cos(turn)];
  const girth = (Math.abs(x) ** 2.3 + Math.abs(z) ** 2.3) ** (-1 / 2.3);
  const [around, up] = [Math.cos(rise) ** 0.86, Math.sin(rise)];
  const low = rimHeight(u);
  return [
    x * girth * around * (halfWide + out),
    low + up * (crown + out - low),
    z * girth * around * (halfLong + out) - 0.06 * up,
  ];
};

const shell: Form = (u, v) => {
  const rise = (v * Math.PI) / 2;
  return skull(u, rise * 0.999, 0);
};

/** Foam below the shell, rolled in to the head. */
const foam: Form = (u, v) => {
  const t = 1 - v;
  const roll = Math.sin(t * Math.PI * 0.5);
  const [x, y, z] = skull(u, 0.02, -0.005 - 0.17 * (1 - Math.cos(t * Math.PI * 0.5)));
  return [x, Math.max(0.004, y - 0.075 * roll + 0.02 * ease(0.8, 1, t)), z];
};

type Vent = readonly [x: number, z: number, long: number, wide: number, turn: number];
// Seen from above: a row along the crown and one at either side, set like the gaps between ribs.
const vents: Vent[] = [
  [0, 0.46, 0.17, 0.05, 0],
  [0, -0.08, 0.2, 0.055, 0],
  [0, -0.58, 0.13, 0.05, 0],
  ...[-1, 1].flatMap((side): Vent[] => [
    [side * 0.27, 0.36, 0.2, 0.055, side * 9],
    [side * 0.3, -0.22, 0.2, 0.055, side * -3],
    [side * 0.26, -0.66, 0.1, 0.045, side * -16],
    [side * 0.5, 0.14, 0.2, 0.045, side * 5],
    [side * 0.5, -0.42, 0.16, 0.042, side * -9],
  ]),
];

/** How far inside a vent; below 0 is the shell. */
const insideVent = ([x, , z]: Vec): number =>
  Math.max(
    ...vents.map(([cx, cz, long, wide, turn]) => {
      const angle = (turn * Math.PI) / 180;
      const [dx, dz] = [x - cx, z - cz];
      const [a, b] = [
        dx * Math.cos(angle) - dz * Math.sin(angle),
        dx * Math.sin(angle) + dz * Math.cos(angle),
      ];
      return wide - Math.hypot(a, b - clamp(b, -long, long));
    }),
  );

const vented: Material = {
  ...mattePaint,
  roughness: 0.36,
  relief: (_u, _v, at) => -0.05 * ease(-0.022, 0.02, insideVent(at)),
  stain: (base, _u, _v, at) => {
    const deep = ease(0.004, 0.014, insideVent(at));
    return [base[0] * (1 - deep), base[1] * (1 - deep), base[2] * (1 - deep)];
  },
};

const peak: Form = (u, v) => {
  const across = (u - 0.5) * 0.3;
  const at = skull((across + 1) % 1, 0.1, 0.012);
  const out = 0.2 * Math.cos((u - 0.5) * Math.PI) * v;
  const [x, z] = [Math.sin(across * 2 * Math.PI), Math.cos(across * 2 * Math.PI)];
  return [at[0] + x * out, at[1] + 0.02 - 0.16 * out - 0.1 * out * v, at[2] + z * out];
};

const band = (points: readonly Vec[]): Form =>
  tube(curve(points), 0.042, { flat: 0.2, up: [0, 1, 0.02], blunt: 0.01 });

// Webbing lies where it fell: two arms from around the ear meet in a slider, and end in half a buckle.
const straps: Form[] = [
  band([
    [0.62, 0.12, 0.3],
    [0.84, 0.05, 0.36],
    [1.04, 0.03, 0.54],
    [1.06, 0.03, 0.8],
    [0.86, 0.03, 1.04],
  ]),
  band([
    [0.68, 0.12, -0.12],
    [0.9, 0.05, 0.02],
    [1.05, 0.034, 0.28],
    [1.06, 0.04, 0.56],
  ]),
];
const buckles: Form[] = [
  ...box([0.15, 0.05, 0.12], 0.022).map((form) =>
    placed(form, { at: [1.055, 0.045, 0.58], turn: [0, 6, 0] }),
  ),
  ...box([0.13, 0.055, 0.18], 0.024).map((form) =>
    placed(form, { at: [0.84, 0.035, 1.06], turn: [0, -42, 0] }),
  ),
];

const rivet = (u: number): Part => {
  const at = skull(u, 0.2, 0.0);
  return {
    form: placed(
      lathe([
        [0.04, -0.01],
        [0.036, 0.016, 0.012],
        [0.001, 0.02],
      ]),
      { at, turn: [0, 0, u < 0.5 ? -84 : 84] },
    ),
    material: satinPlastic,
    ink: charcoal,
    grid: 1.8,
  };
};

export const helmet = scene((view) => ({
  camera:
    view === "detail"
      ? { target: [0.3, 0.62, 0.3], height: 1.35, elevation: 22, azimuth: 48 }
      : { target: [0.12, 0.42, 0.12], height: 3.25, elevation: 17, azimuth: 54 },
  layers: [
    {
      parts: [
        ...made(straps, { material: rubber, ink: charcoal, grid: 2.2 }),
        ...made(buckles, { material: satinPlastic, ink: charcoal, grid: 2 }),
      ],
    },
    {
      parts: [
        { form: foam, material: rubber, ink: charcoal, grid: 3 },
        { form: shell, material: vented, ink: asVariant, grid: 2 },
        {
          form: peak,
          material: mattePaint,
          ink: (variant) => shift(variant, { lightness: -0.06 }),
          isThin: true,
          grid: 2.4,
        },
        rivet(0.27),
      ],
    },
  ],
}));
