import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ShopPicture } from "./pictures.ts";

const sources = dirname(fileURLToPath(import.meta.url));

/** Palettes and lists change with every new form: only the colour a picture uses counts, not its file. */
const namesOnly = new Set(["tones.ts"]);

/** All that decides how a picture looks: the scene's file, the engine it imports, the encoder, its tone and view. */
export const fingerprintOf = ({ form, view, tone }: ShopPicture): string =>
  createHash("sha256")
    .update(sourceHash(`${form.name}.ts`))
    .update(sourceHash("rasterise.ts"))
    .update(JSON.stringify([view, tone.lightness, tone.chroma, tone.hue]))
    .digest("hex")
    .slice(0, 20);

const known = new Map<string, string>();

const sourceHash = (file: string): string => {
  const hash = known.get(file) ?? hashOf(file);
  known.set(file, hash);
  return hash;
};

const hashOf = (file: string): string => {
  const hash = createHash("sha256");
  for (const name of [...importedBy(file)].toSorted())
    if (!namesOnly.has(name)) hash.update(name).update(textOf(name));
  return hash.digest("hex");
};

const importedBy = (file: string, seen = new Set<string>()): Set<string> => {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, name = ""] of textOf(file).matchAll(/from "\.\/([a-z-]+\.ts)"/g))
    importedBy(name, seen);
  return seen;
};

const textOf = (file: string) => readFileSync(join(sources, file), "utf8");
