import {
  asVariant,
  cloth,
  curve,
  ease,
  made,
  mover,
  noise,
  range,
  scene,
  shift,
  tube,
  type Form,
  type Material,
  type Vec,
} from "./studio.ts";

const half = 0.88;
const stand = mover([0, 0.845, 0], [-13, 0, 0]);

/** Seams are drawn in between the corners, least at the bottom, where it stands. */
const outlined = (x: number, y: number): readonly [number, number] => {
  const bottom = 1 - 0.75 * ease(0.2, 1, -y);
  const corner = 1 - 0.05 * (x * y) ** 6;
  return [
    half * x * (1 - 0.085 * (1 - y * y)) * corner,
    half * y * (1 - 0.095 * (1 - x * x) * bottom) * corner,
  ];
};

/** Folds run out of the corners, where there is more cloth than filling. */
const creased = (x: number, y: number, side: number): number =>
  [-1, 1].reduce((all, cx) => {
    return [-1, 1].reduce((sum, cy) => {
      const [dx, dy] = [1 - cx * x, 1 - cy * y];
      const far = Math.hypot(dx, dy);
      const turn = Math.atan2(dy, dx);
      const near = ease(0.02, 0.2, far) * (1 - ease(0.25, 1.1, far));
      return sum + 0.024 * near * noise(turn * 4.5 + cx * 3, far * 1.2 + cy * 5, side * 3);
    }, all);
  }, 0);

const face =
  (side: 1 | -1): Form =>
  (u, v) => {
    const [a, b] = [(u - 0.5) * Math.PI * side, (v - 0.5) * Math.PI];
    const [x, y] = [Math.sin(a), Math.sin(b)];
    const full = (Math.cos(a) * Math.cos(b)) ** 1.05;
    const belly = 0.46 * full * (1 - 0.16 * y);
    const sat = -0.035 * Math.exp(-((x - 0.1) ** 2 + (y - 0.15) ** 2) * 4);
    const soft = 0.02 * noise(x * 1.6 + 2, y * 1.6, side * 4) * full;
    const [wide, tall] = outlined(x, y);
    return stand([wide, tall, side * (belly + sat + soft + creased(x, y, side))]);
  };

const walk = (t: number): Vec => {
  const [leg, along] = [Math.floor(t * 4) % 4, (t * 4) % 1];
  const way = 2 * along - 1;
  const corners = [
    [way, 1],
    [1, -way],
    [-way, -1],
    [-1, way],
  ] as const;
  const [x, y] = corners[leg as 0 | 1 | 2 | 3];
  const [wide, tall] = outlined(x, y);
  return stand([wide, tall, 0]);
};
/** A cord in the seam hides where the two halves meet. */
const piping = tube(curve(range(97).map((nth) => walk((nth + 0.5) / 96))), 0.026, {
  up: [0, 0.2, 1],
  blunt: 0.001,
});

/** Corduroy: ribs as wide as a pencil line, woven upright. */
const wale = (u: number) => 0.5 + 0.5 * Math.cos(Math.sin((u - 0.5) * Math.PI) * Math.PI * 40);
const corduroy: Material = {
  ...cloth,
  fuzz: 0.24,
  relief: (u) => 0.007 * wale(u),
  stain: (base, u) => {
    const by = 0.8 + 0.24 * ease(0, 0.7, wale(u));
    return [base[0] * by, base[1] * by, base[2] * by];
  },
};

export const cushion = scene((view) => ({
  camera:
    view === "detail"
      ? { target: [0.42, 1.2, 0.2], height: 1.3, elevation: 12, azimuth: 24 }
      : { target: [0, 0.82, 0], height: 3.1, elevation: 12, azimuth: 26 },
  layers: [
    {
      parts: [
        ...made([face(1), face(-1)], { material: corduroy, ink: asVariant, grid: 2.2 }),
        {
          form: piping,
          material: cloth,
          ink: (variant) => shift(variant, { lightness: -0.07 }),
          grid: 2.2,
        },
      ],
      texture: "felt",
    },
  ],
}));
