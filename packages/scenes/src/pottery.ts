import { bareClay, ease, glaze, mix, noise, type Form, type Material, type Rgb } from "./studio.ts";

/** Thrown by hand: a hair out of true. */
export const thrown =
  (form: Form): Form =>
  (u, v) => {
    const [x, y, z] = form(u, v);
    const by = 1 + 0.009 * noise(x * 1.5, y * 2, z * 1.5);
    return [x * by, y, z * by];
  };

const stoneware: Rgb = [0.47, 0.33, 0.225];

/** Iron in the clay melts through: freckles, soft and few. Read askew, or the noise would set them in rows. */
const specked = (base: Rgb, x: number, y: number, z: number): Rgb => {
  const [a, b, c] = [0.8 * x + 0.6 * y, 0.8 * y - 0.5 * x + 0.33 * z, 0.94 * z - 0.34 * x];
  const speck = ease(0.56, 0.95, noise(a * 36, b * 36, c * 36 + 7));
  return mix(base, [base[0] * 0.5, base[1] * 0.42, base[2] * 0.34], 0.6 * speck);
};

/** Glaze that stops at a height, with a wandering edge, above clay left bare. */
export const dippedTo = (height: number, wander = 0.02, isSpecked = true): Material => ({
  ...glaze,
  stain: (base, u, v, at) => {
    const [x, y, z] = at;
    const line = height + wander * noise(x * 2.3, 1.7, z * 2.3);
    const plain = glaze.stain?.(base, u, v, at) ?? base;
    const glazed = isSpecked ? specked(plain, x, y, z) : plain;
    // Glaze is thin at its edge: the clay warms it before it ends.
    const thin = mix(stoneware, glazed, 0.55 + 0.45 * ease(line, line + 0.07, y));
    const bare = bareClay.stain?.(stoneware, u, v, at) ?? stoneware;
    // Outlines run from the foot over the lip: what comes late is inside, and glazed all over.
    return v > 0.5 ? glazed : mix(bare, thin, ease(line - 0.006, line + 0.006, y));
  },
});

/** Clay without glaze, as the foot of a pot shows it. */
export const rawFoot: Material = {
  ...bareClay,
  stain: (_base, u, v, at) => bareClay.stain?.(stoneware, u, v, at) ?? stoneware,
};
