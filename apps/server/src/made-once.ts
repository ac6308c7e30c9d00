import { randomUUID } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/**
 * A file that is made once, and readable by its owner alone. Whole or not at all: a full disk or a
 * kill would else leave an empty one, and everything would be sealed with an empty secret.
 */
export const madeOnce = (file: string, make: () => string): string => {
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${randomUUID()}`;
  try {
    writeFileSync(draft, make(), { mode: 0o600 });
    // Whoever comes second reads what the first wrote.
    linkSync(draft, file);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return readFileSync(file, "utf8").trim();
};
