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

/** Glaze that stops at a height, with a wandering edge, above clay left bare. */
export const dippedTo = (height: number, wander = 0.02): Material => ({
  ...glaze,
  stain: (base, u, v, at) => {
    const [x, y, z] = at;
    const line = height + wander * noise(x * 2.3, 1.7, z * 2.3);
    const glazed = glaze.stain?.(base, u, v, at) ?? base;
    // Glaze is thin at its edge: the clay warms it before it ends.
    const thin = mix(stoneware, glazed, 0.55 + 0.45 * ease(line, line + 0.07, y));
    const bare = bareClay.stain?.(stoneware, u, v, at) ?? stoneware;
    // Outlines run from the foot over the lip: what comes late is inside, and glazed all over.
    return v > 0.5 ? glazed : mix(bare, thin, ease(line - 0.006, line + 0.006, y));
  },
});
