import { curve, lerp, tone, tube, type Form, type Vec } from "./studio.ts";

export const oiledOak = tone("oiled oak", 0.66, 0.075, 68);

/** Turned and tapered: thickest below the joint, slim at the floor. */
export const turnedLeg = (foot: Vec, top: Vec, radius = 0.055): Form =>
  tube(
    (t) => lerp(foot, top, t),
    (t) => radius * (0.58 + 0.42 * Math.sin(Math.min(1, t * 1.12) * Math.PI * 0.62)),
    { blunt: 0.006, up: [0.02, 0, 1] },
  );

/** A straight rail; `flat` below 1 makes it a slat. */
export const rail = (from: Vec, to: Vec, radius: number, flat = 1): Form =>
  tube((t) => lerp(from, to, t), radius, { blunt: 0.008, flat, up: [0.01, 1, 0.02] });

/** Steamed and bent. */
export const bent = (through: readonly Vec[], radius: (t: number) => number): Form =>
  tube(curve(through), radius, { blunt: 0.005, up: [0.02, 0, 1] });
