import { noise } from "./form.ts";
import { wood, type Material } from "./material.ts";
import { clamp, type Rgb } from "./tone.ts";

const streaked = (base: Rgb, by: number): Rgb => [base[0] * by, base[1] * by, base[2] * by];

/**
 * Sanded and oiled, the grain along one axis of the room. Calmer than a chair leg: what is small is cut
 * from quiet wood, or its rings would look as wide as a trunk's.
 */
export const timber = (along: 0 | 1 | 2, seed = 0): Material => ({
  ...wood,
  roughness: 0.45,
  stain: (base, _u, _v, at) => {
    const far = at[along] + seed * 3.7;
    const [a, b] = [at[(along + 1) % 3]! + seed, at[(along + 2) % 3]! - seed];
    const drift = noise(a * 1.4, far * 0.6, b * 1.4);
    const ring = Math.sin((a * 11 + b * 7 + drift * 5) * 2.4);
    const pore = noise(a * 80, far * 5, b * 80);
    const fleck = clamp(noise(a * 36, far * 2.2, b * 36) - 0.45) * -0.35;
    return streaked(base, 1 + 0.06 * ring + 0.07 * pore + 0.07 * drift + fleck);
  },
});
