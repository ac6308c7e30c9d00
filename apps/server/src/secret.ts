import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The development secret: made once, kept beside the data it seals, readable by its owner alone. */
export const secretIn = (folder: string): string => {
  const file = join(folder, "secret");
  mkdirSync(folder, { recursive: true });
  try {
    // Whoever comes second reads what the first wrote.
    writeFileSync(file, randomBytes(32).toString("base64url"), { mode: 0o600, flag: "wx" });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
  return readFileSync(file, "utf8").trim();
};
