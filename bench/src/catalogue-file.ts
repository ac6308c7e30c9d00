import { existsSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { syntheticCatalogue } from "./synthetic-catalogue.ts";

export type CatalogueFile = Readonly<{ path: string; name: string }>;

const REAL = fileURLToPath(
  new URL("../../../shared/data/catalogue-icecat/icecat19k.jsonl.gz", import.meta.url),
);
/** As many products as the real one has. */
const SYNTHETIC_PRODUCTS = 19_406;

/** The real catalogue where it lies beside the repository, or one of our own making. */
export const catalogueFile = (folder: string, chosen: string | undefined): CatalogueFile => {
  const path = chosen ? resolve(chosen) : REAL;
  if (existsSync(path)) return { path, name: basename(path).replace(/\.jsonl(\.gz)?$/, "") };
  if (chosen) throw new Error(`There is no ${path}.`);
  const made = join(folder, "synthetic.jsonl.gz");
  writeFileSync(made, gzipSync([...syntheticCatalogue(SYNTHETIC_PRODUCTS)].join("")));
  return { path: made, name: "synthetic" };
};
