import { mkdir, readFile, rename, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const shopFolder = fileURLToPath(new URL("../../demo-shop/pictures", import.meta.url));

/** Picture file to the fingerprint of what drew it. */
export type Manifest = Record<string, string>;

const manifestFile = join(shopFolder, "manifest.json");

export const readManifest = async (): Promise<Manifest> => {
  try {
    return JSON.parse(await readFile(manifestFile, "utf8")) as Manifest;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return {};
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

const json = (value: object) => `${JSON.stringify(value, null, 2)}\n`;

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
