import { tube, type Form, type Vec } from "./form.ts";
import type { Ink, Thread } from "./studio.ts";

/** Carries a point of a dial that lies in x and y and looks along z to where its clock stands. */
export type Put = (p: Vec) => Vec;

const onDial = (turn: number, radius: number, lift: number): Vec => {
  const angle = (turn * Math.PI) / 180;
  return [Math.sin(angle) * radius, Math.cos(angle) * radius, lift];
};

type Marks = {
  radius: number;
  long: number;
  width: number;
  ink: Ink;
  every: number;
  skip?: number;
};

/** Printed strokes, one `every` so many degrees, from `radius` inwards; those that fall on `skip` are left out. */
export const dialMarks = (put: Put, { radius, long, width, ink, every, skip }: Marks): Thread[] =>
  Array.from({ length: Math.round(360 / every) }, (_, nth) => nth * every)
    .filter((turn) => skip === undefined || turn % skip !== 0)
    .map((turn) => ({
      points: [put(onDial(turn, radius, 0)), put(onDial(turn, radius - long, 0))],
      width,
      ink,
    }));

type Hand = {
  turn: number;
  long: number;
  tail: number;
  width: number;
  lift: number;
  slim?: number;
};

/** A flat hand from its tail over the axle to its tip, `lift` above the dial so that it throws a shadow. */
export const hand = (put: Put, { turn, long, tail, width, lift, slim = 0.55 }: Hand): Form => {
  const [from, to] = [onDial(turn, -tail, lift), onDial(turn, long, lift)];
  const bar = tube(
    (t) => [from[0] + (to[0] - from[0]) * t, from[1] + (to[1] - from[1]) * t, lift],
    (t) => (width / 2) * (1 - (1 - slim) * t),
    { flat: 0.3, blunt: 0.012 },
  );
  return (u, v) => put(bar(u, v));
};
