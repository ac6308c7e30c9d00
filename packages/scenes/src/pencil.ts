import {
  add,
  bareClay,
  lerp,
  metal,
  minus,
  satinPlastic,
  tone,
  tube,
  unit,
  wood,
  type Ink,
  type Part,
  type Vec,
} from "./studio.ts";

const cedar = tone("cedar", 0.78, 0.06, 68);
const black = tone("graphite", 0.26, 0.005, 70);
const steel = tone("ferrule", 0.84, 0.008, 90);
const rubberPink = tone("rubber", 0.72, 0.07, 22);

const hexagon = (u: number) => {
  const turn = ((((u * 6) % 1) + 1) % 1) - 0.5;
  return 0.94 / Math.cos((turn * Math.PI) / 3.25);
};

/** Six flats, sharpened by a blade: where the cone meets the paint the edge is scalloped. */
export const pencil = (from: Vec, tip: Vec, ink: Ink, radius = 0.038): Part[] => {
  const way = unit(minus(tip, from));
  const at = (back: number) => add(tip, way, -back);
  const shaft = tube((t) => lerp(from, at(0.2), t), radius, { up: [0.2, 0, 1], blunt: 0.001 });
  const barrel: Part["form"] = (u, v) => {
    const t = lerp(from, at(0.2), v);
    return add(t, minus(shaft(u, v), t), hexagon(u));
  };
  const point = tube(
    (t) => lerp(at(0.2), at(0.045), t),
    (t) => radius * 0.97 * (1 - 0.76 * t),
    {
      up: [0.2, 0, 1],
      blunt: 0.001,
    },
  );
  const lead = tube(
    (t) => lerp(at(0.05), tip, t),
    (t) => radius * 0.26 * (1 - 0.75 * t),
    {
      up: [0.2, 0, 1],
      blunt: 0.01,
    },
  );
  return [
    { form: barrel, material: satinPlastic, ink, grid: 2 },
    { form: point, material: wood, ink: cedar, grid: 2 },
    { form: lead, material: bareClay, ink: black, grid: 1.6 },
  ];
};

/** Put in upside down: what shows is the ferrule and the rubber. */
export const rubberEnd = (from: Vec, end: Vec, ink: Ink): Part[] => {
  const way = unit(minus(end, from));
  const at = (back: number) => add(end, way, -back);
  const bar = (a: Vec, b: Vec, radius: number) =>
    tube((t) => lerp(a, b, t), radius, { up: [0.2, 0, 1], blunt: 0.03 });
  return [
    { form: bar(from, at(0.2), 0.038), material: satinPlastic, ink, grid: 2 },
    { form: bar(at(0.24), at(0.09), 0.041), material: metal, ink: steel, grid: 1.8 },
    { form: bar(at(0.13), end, 0.036), material: bareClay, ink: rubberPink, grid: 1.8 },
  ];
};
