import {
  asVariant,
  brushedMetal,
  curve,
  ease,
  lathe,
  made,
  metal,
  mix,
  noise,
  placed,
  scene,
  tube,
  type Form,
  type Material,
  type Part,
  type Vec,
} from "./studio.ts";
import { timber } from "./timber.ts";
import { brass, steel } from "./tones.ts";

const lie = 0.088;
const [heel, tip] = [0.16, 2.0];

/** The edge curves up to the point, the spine drops late to meet it: made to rock. */
const edgeAt = (t: number) => 0.29 - 0.38 * t ** 3.2;
const spineAt = (t: number) => -0.17 + 0.085 * ease(0.45, 1, t) - 0.005 * t;
const bladeFace: Form = (u, v) => {
  const t = 1 - (1 - u) ** 1.4;
  const x = heel + (tip - heel) * t + 0.02 * (1 - v) * (1 - t);
  const [edge, spine] = [edgeAt(t), spineAt(t)];
  const narrow = ease(0, 0.02, 1 - t);
  const z = edge + (spine - edge) * v * narrow;
  // Ground thin towards the edge, and rounded over at the spine.
  const ground = 0.012 * ease(0, 0.1, v) + 0.016 * ease(0.08, 0.9, v) - 0.02 * ease(0.965, 1, v);
  return [x, lie - 0.012 + ground * (1 - 0.5 * t), z];
};

/** Soft iron around a hard core: where they meet, a line wanders along the edge. */
const clad: Material = {
  ...brushedMetal,
  roughness: 0.24,
  mirror: 0.7,
  relief: (_u, v, [x]) => 0.03 * Math.sin(Math.PI * v ** 0.8) + 0.012 * noise(x * 1.1, 3),
  stain: (base, _u, v, [x]) => {
    const line = 0.27 + 0.03 * noise(x * 3.1, 1) + 0.016 * noise(x * 9, 5);
    const above = ease(line - 0.006, line + 0.014, v);
    const cloud = 1 + 0.05 * noise(x * 5, v * 6) * above;
    const iron = mix(base, [0.42, 0.42, 0.42], 0.3 * above);
    const seam = 1 - 0.35 * Math.exp(-(((v - line) / 0.008) ** 2));
    const honed = 1 + 0.25 * (1 - ease(0.03, 0.05, v));
    const by = cloud * seam * honed;
    return [iron[0] * by, iron[1] * by, iron[2] * by];
  },
};

const gripLine = curve([
  [0.02, lie, -0.055],
  [-0.3, lie, -0.045],
  [-0.66, lie, -0.035],
  [-0.98, lie, 0.0],
  [-1.1, lie, 0.035],
]);
const grip = tube(gripLine, (t) => 0.108 - 0.014 * Math.sin(t * 5.2) + 0.02 * ease(0.7, 1, t), {
  flat: 0.72,
  up: [0, 1, 0],
  blunt: 0.025,
});
const bolster = tube(
  curve([
    [0.0, lie, -0.055],
    [0.1, lie, -0.05],
    [0.26, lie - 0.004, -0.045],
  ]),
  (t) => 0.113 + 0.012 * t - 0.032 * ease(0.4, 1, t),
  { flat: 0.74, up: [0, 1, 0], blunt: 0.03 },
);

const rivets: Form[] = [-0.2, -0.52, -0.84].map((x, nth) =>
  placed(
    lathe([
      [0.036, -0.01],
      [0.034, 0.008, 0.006],
      [0.001, 0.01],
    ]),
    { at: [x, lie + [0.067, 0.07, 0.087][nth]!, -0.045 + 0.012 * nth] },
  ),
);

/** The knife alone, at rest on the floor: other scenes lay it where they need it. */
export const knifeParts = (at: Vec, turn: number, grain = timber(0)): Part[] => {
  const put = (form: Form) => placed(form, { at, turn: [0, turn, 0] });
  return [
    { form: put(bladeFace), material: clad, ink: steel, isThin: true, grid: 2 },
    { form: put(grip), material: { ...grain, roughness: 0.4 }, ink: asVariant, grid: 2 },
    { form: put(bolster), material: { ...metal, roughness: 0.2 }, ink: steel, grid: 1.8 },
    ...made(rivets.map(put), { material: metal, ink: brass, grid: 1.5 }),
  ];
};

export const chefKnife = scene((view) => ({
  camera:
    view === "detail"
      ? { target: [0.08, 0.05, -0.05], height: 1.5, elevation: 40 }
      : { target: [0.17, 0.02, -0.24], height: 3.5, elevation: 46 },
  layers: [{ parts: knifeParts([-0.04, 0, 0], 40) }],
}));
