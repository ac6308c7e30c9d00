import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { OpenServices } from "@wares/server";
import { fill } from "./seed.command.ts";

type Owner = Readonly<{ email: string; password: string }>;

/**
 * Fills a new shop once, and lets its owner in. The mark is set last: a filling that was cut off is
 * done again, and finds what is there already.
 */
export const seedOnce = async (services: OpenServices, owner: Owner, folder: string) => {
  await services.createOwner({ ...owner, username: "owner" });
  const mark = join(folder, "seeded");
  if (existsSync(mark)) return;
  await fill(services);
  writeFileSync(mark, "");
};
