import { bent, oiledOak, rail, turnedLeg } from "./joinery.ts";
import {
  asVariant,
  box,
  cloth,
  ease,
  made,
  noise,
  placed,
  scene,
  wood,
  type Form,
  type Thread,
  type Vec,
} from "./studio.ts";

/** Back legs grow on into the posts of the back rest. */
const post = (x: 1 | -1): Form =>
  bent(
    [
      [x * 0.47, 0, -0.66],
      [x * 0.46, 0.45, -0.54],
      [x * 0.46, 0.9, -0.47],
      [x * 0.475, 1.35, -0.53],
      [x * 0.49, 1.8, -0.68],
    ],
    (t) => 0.036 + 0.022 * Math.sin(Math.min(1, 0.1 + t) * Math.PI),
  );

const frame: Form[] = [
  post(-1),
  post(1),
  turnedLeg([-0.5, 0, 0.5], [-0.465, 0.9, 0.45], 0.056),
  turnedLeg([0.5, 0, 0.5], [0.465, 0.9, 0.45], 0.056),
  rail([-0.46, 0.84, 0.45], [0.46, 0.84, 0.45], 0.05, 0.6),
  rail([-0.46, 0.84, -0.46], [0.46, 0.84, -0.46], 0.05, 0.6),
  rail([-0.465, 0.84, 0.44], [-0.46, 0.84, -0.46], 0.05, 0.6),
  rail([0.465, 0.84, 0.44], [0.46, 0.84, -0.46], 0.05, 0.6),
  rail([-0.485, 0.34, 0.48], [-0.462, 0.34, -0.56], 0.026),
  rail([0.485, 0.34, 0.48], [0.462, 0.34, -0.56], 0.026),
  rail([-0.475, 0.36, -0.04], [0.475, 0.36, -0.04], 0.026),
];

/** The rest is sawn from a thick board: it follows a back from side to side, and leans with the posts. */
const rest: Form[] = box([1.06, 0.36, 0.055], 0.026).map((form): Form => {
  const shaped: Form = (u, v) => {
    const [x, y, z] = form(u, v);
    const crown = 0.045 * (1 - (x / 0.53) ** 2) * ease(-0.1, 0.18, y);
    return [x, y + crown, z - 0.13 * (1 - (x / 0.53) ** 2)];
  };
  return placed(shaped, { at: [0, 1.64, -0.575], turn: [-16, 0, 0] });
});

/** A sprung seat: domed, and a little lower where one sits. */
const cushion: Form[] = box([1.04, 0.17, 1.02], 0.075, 0.03).map((form): Form =>
  placed(
    (u, v) => {
      const [x, y, z] = form(u, v);
      const narrow = 1 - 0.05 * ease(0.5, -0.5, z);
      const crease = 0.005 * noise(x * 5, y * 5, z * 5 + 3);
      const sat = -0.02 * ease(0, 0.08, y) * Math.exp(-(x * x * 7 + z * z * 7));
      return [x * narrow + crease, y + crease + sat, z + crease];
    },
    { at: [0, 0.965, 0.0] },
  ),
);

/** Piping along the lower edge of the front, where the cover is drawn over the frame. */
const seam = (y: number, lightness: number): Thread => ({
  points: Array.from({ length: 40 }, (_, nth): Vec => [-0.47 + (nth / 39) * 0.94, y, 0.522]),
  width: 0.009,
  ink: (variant) => ({ ...variant, lightness: Math.max(0, variant.lightness + lightness) }),
  opacity: 0.6,
});

export const diningChair = scene((view) => ({
  camera:
    view === "detail"
      ? { target: [0.1, 1.2, -0.1], height: 1.7, elevation: 20, azimuth: 32 }
      : { target: [0, 0.92, -0.05], height: 3.1, elevation: 14, azimuth: 32 },
  layers: [
    { parts: made([...frame, ...rest], { material: wood, ink: oiledOak, grid: 2.6 }) },
    {
      parts: made(cushion, { material: { ...cloth, fuzz: 0.22 }, ink: asVariant, grid: 3 }),
      texture: "felt",
      threads: [seam(0.905, -0.12)],
    },
  ],
  floorReach: 3,
}));
