import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { madeOnce } from "./made-once.ts";

/** The development secret: kept beside the data it seals. */
export const secretIn = (folder: string): string =>
  madeOnce(join(folder, "secret"), () => randomBytes(32).toString("base64url"));
