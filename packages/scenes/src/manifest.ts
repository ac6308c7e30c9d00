import { mkdir, readFile, rename, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const shopFolder = fileURLToPath(new URL("../../demo-shop/pictures", import.meta.url));

/** Picture file to the fingerprint of what drew it. */
export type Manifest = Record<string, string>;

const manifestFile = join(shopFolder, "manifest.json");

/**
 * Read line by line and not as JSON: after a merge of two branches that both drew, the file holds the lines of both
 * between git's markers. What they disagree on is left out, and so drawn again.
 */
export const readManifest = async (): Promise<Manifest> => {
  const manifest: Manifest = {};
  const disputed = new Set<string>();
  for (const [, name = "", print = ""] of (await textOf(manifestFile)).matchAll(entry)) {
    if (manifest[name] !== undefined && manifest[name] !== print) disputed.add(name);
    manifest[name] = print;
  }
  for (const name of disputed) delete manifest[name];
  return manifest;
};

const entry = /^ *"([\w-]+)": "([0-9a-f]{20})",?$/gm;

const textOf = async (file: string): Promise<string> => {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return "";
    throw error;
  }
};

/** Sorted, one picture a line: two branches that draw different forms can be merged. */
export const writeManifest = (manifest: Manifest): Promise<void> =>
  writeWhole(
    manifestFile,
    json(Object.fromEntries(Object.entries(manifest).toSorted(([a], [b]) => (a < b ? -1 : 1)))),
  );

export const writeForms = (forms: object): Promise<void> =>
  writeWhole(join(shopFolder, "forms.json"), json(forms));

/** As the formatter leaves it: a list of words stays on its line. */
const json = (value: object) =>
  `${JSON.stringify(value, null, 2)}\n`.replaceAll(
    /\[\s+([^\]{}]*?)\s+\]/g,
    (_, words: string) => `[${words.replaceAll(/\s+/g, " ")}]`,
  );

/** Whole or not at all: a stopped run must not leave half a picture under a good name. */
export const writeWhole = async (file: string, content: string | Buffer): Promise<void> => {
  await mkdir(join(file, ".."), { recursive: true });
  await writeFile(`${file}.part`, content);
  await rename(`${file}.part`, file);
};

export const bytesOf = async (file: string): Promise<number> => {
  try {
    return (await stat(file)).size;
  } catch {
    return 0;
  }
};
