import {
  add,
  asVariant,
  brushedMetal,
  curve,
  ease,
  glaze,
  lathe,
  made,
  metal,
  noise,
  placed,
  scene,
  shift,
  tone,
  tube,
  type Corner,
  type Form,
  type Material,
  type Part,
  type Vec,
} from "./studio.ts";
import { timber } from "./timber.ts";
import { oak, steel } from "./tones.ts";

const seasoned = tone("seasoned iron", 0.29, 0.008, 60);
const eggWhite = tone("egg white", 0.95, 0.012, 95);
const yolk = tone("yolk", 0.78, 0.155, 75);

const outside: Corner[] = [
  [0.001, 0.0],
  [0.66, 0.0, 0.06],
  [0.74, 0.07, 0.1],
  [0.89, 0.3, 0.03],
  [0.905, 0.325, 0.012],
  [0.895, 0.34, 0.01],
];
const inside: Corner[] = [
  [0.895, 0.34, 0.01],
  [0.865, 0.325, 0.02],
  [0.7, 0.06, 0.12],
  [0.001, 0.045],
];

const enamel: Material = { ...glaze, roughness: 0.12 };

/** Turned on a lathe before it was seasoned: fine rings that catch the light, blotched by use. */
const iron: Material = {
  roughness: 0.38,
  mirror: 0.07,
  relief: (_u, v) => 0.0005 * Math.sin(v * 210),
  stain: (base, _u, _v, [x, y, z]) => {
    const by = 1 + 0.16 * noise(x * 4, y * 4, z * 4) + 0.05 * noise(x * 17, y * 17, z * 17);
    return [base[0] * by, base[1] * by, base[2] * by];
  },
};

const handleLine = curve([
  [1.12, 0.37, 0],
  [1.35, 0.43, 0],
  [1.7, 0.53, 0],
  [2.12, 0.58, 0],
]);
const tangLine = curve([
  [0.8, 0.22, 0],
  [0.92, 0.29, 0],
  [1.04, 0.345, 0],
  [1.2, 0.39, 0],
]);

/** Slim behind the ferrule, full in the palm, and cut off blunt. */
const grip = tube(handleLine, (t) => 0.068 + 0.03 * Math.sin(t * 2.6) - 0.012 * ease(0.8, 1, t), {
  flat: 0.66,
  up: [0, 1, 0],
  blunt: 0.03,
});
const ferrule = tube(
  curve([
    [1.06, 0.352, 0],
    [1.18, 0.387, 0],
  ]),
  0.076,
  { flat: 0.7, up: [0, 1, 0], blunt: 0.05 },
);

const pan = (turn: number): Part[] => {
  const spot = { turn: [0, turn, 0] as Vec };
  const put = (form: Form) => placed(form, spot);
  const tang = tube(tangLine, (t) => 0.1 - 0.052 * ease(0, 0.7, t), {
    flat: 0.5,
    up: [0, 1, 0],
    blunt: 0.01,
  });
  return [
    { form: put(lathe(outside)), material: enamel, ink: asVariant, grid: 2.8 },
    { form: put(lathe(inside)), material: iron, ink: seasoned, grid: 2.8 },
    { form: put(tang), material: enamel, ink: (t) => shift(t, { lightness: -0.02 }), grid: 2.4 },
    { form: put(ferrule), material: brushedMetal, ink: steel, grid: 2.2 },
    { form: put(grip), material: timber(0), ink: oak, grid: 2.2 },
    {
      form: put(
        placed(
          lathe([
            [0.026, 0],
            [0.026, 0.012, 0.01],
            [0.001, 0.016],
          ]),
          { at: [2.0, 0.615, 0] },
        ),
      ),
      material: metal,
      ink: steel,
      grid: 1.6,
    },
  ];
};

/** The white runs as far as it likes and is brown and crisp at its edge; the yolk stands up. */
const egg = (at: Vec): Part[] => {
  const reach = (u: number) => {
    const [x, z] = [Math.sin(u * 2 * Math.PI), Math.cos(u * 2 * Math.PI)];
    return 0.4 + 0.07 * noise(x * 1.6 + 3, z * 1.6) + 0.025 * noise(x * 5, z * 5 + 2);
  };
  const white: Form = (u, v) => {
    const [x, z] = [Math.sin(u * 2 * Math.PI), Math.cos(u * 2 * Math.PI)];
    const out = reach(u) * (1 - v);
    const high = 0.035 * ease(0, 0.18, v) + 0.03 * ease(0.3, 0.75, v);
    const ripple = 0.008 * noise(x * out * 11, z * out * 11) * ease(0, 0.2, v);
    return [at[0] + x * out, at[1] + high + ripple, at[2] + z * out];
  };
  const dome = lathe([
    [0.165, 0],
    [0.16, 0.07, 0.06],
    [0.09, 0.13, 0.09],
    [0.001, 0.132],
  ]);
  const crisp: Material = {
    ...glaze,
    roughness: 0.2,
    through: 0.12,
    stain: (base, u, v) => {
      const brown = 1 - ease(0.01, 0.07 + 0.03 * noise(u * 14, 1), v);
      return [
        base[0] * (1 - 0.4 * brown),
        base[1] * (1 - 0.62 * brown),
        base[2] * (1 - 0.8 * brown),
      ];
    },
  };
  return [
    { form: white, material: crisp, ink: eggWhite, isThin: true, grid: 2.6 },
    ...made([placed(dome, { at: add(at, [0.03, 0.045, -0.02]) })], {
      material: { ...glaze, roughness: 0.12 },
      ink: yolk,
      grid: 2,
    }),
  ];
};

export const fryingPan = scene((view) => {
  const parts = pan(-44);
  if (view === "inUse")
    return {
      camera: { target: [0.16, 0.2, 0.1], height: 2.6, elevation: 34 },
      layers: [{ parts: [...parts, ...egg([-0.08, 0.047, -0.08])] }],
    };
  return {
    camera:
      view === "detail"
        ? { target: [0.75, 0.34, 0.7], height: 1.35, elevation: 28 }
        : { target: [0.46, 0.2, 0.42], height: 3.8, elevation: 26 },
    layers: [{ parts }],
    floorReach: 3.2,
  };
});
