import { noise, outline, type Corner, type Form, type Vec } from "./form.ts";
import { strip } from "./strip.ts";
import { clamp } from "./tone.ts";

type FoldShape = Readonly<{
  wide: number;
  deep: number;
  /** How thick one layer of cloth is. */
  thick: number;
  layers: number;
  seed: number;
  /** How far it is out of true, in units. */
  loose?: number;
}>;

/** Cloth laid to and fro, its folds to the front; the free ends lie behind. Stands on y = 0. */
export const folded = ({ wide, deep, thick, layers, seed, loose = 0.018 }: FoldShape): Form => {
  const turns = Array.from({ length: layers }, (_, nth): Corner[] => {
    const [y, round] = [thick * (nth + 0.5), thick * 0.5];
    const [from, to] = nth % 2 === 0 ? [-deep / 2, deep / 2] : [deep / 2, -deep / 2];
    // No fold lies exactly on the one below.
    const slip = loose * 1.5 * noise(nth * 1.9, seed * 2.3);
    return [
      [from + slip, y, round],
      [to + slip, y, round],
    ];
  }).flat();
  const line = outline(turns);
  const path = (t: number): Vec => {
    const [z, y] = line(t);
    return [0, y, z];
  };
  const plain = strip(
    path,
    { wide, thick: thick * 1.02, round: thick * 0.46 },
    (t) => Math.sqrt(clamp(Math.min(t, 1 - t) * 90)),
    (t) => 1 + loose * 0.7 * noise(t * layers * 1.3, seed),
  );
  return (u, v) => {
    const [x, y, z] = plain(u, v);
    const lift = y / (thick * layers);
    const sag = loose * lift * (noise(x * 1.5 + seed, z * 1.5, seed) - 0.35 * (x / wide) ** 4 * 8);
    const wave = loose * 0.8 * noise(x * 1.9, seed * 1.7, y * 4);
    return [x, Math.max(0.002, y + sag), z + wave];
  };
};
