import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Config } from "@wares/server";
import { builtPages } from "@wares/server/pages";
import { migrated } from "@wares/server/service-list";
import { hasStorage } from "@wares/server/storage";
import { examine, type DoctorLook } from "./doctor/doctor.ts";
import { lookAtShop, say } from "./with-shop.ts";

/** As it is: one that is missing is not made by looking for it. */
const keptSecret = (folder: string): string | undefined => {
  const file = join(folder, "secret");
  return existsSync(file) ? readFileSync(file, "utf8").trim() : undefined;
};

/** Looks, and changes nothing. */
export const doctor = async (config: Config): Promise<0 | 1> => {
  const { WARES_FOLDER, DATABASE_URL, WARES_SECRET } = config;
  const { CHROMIUM_PATH, PATH } = process.env;
  const look: Omit<DoctorLook, "database"> = {
    node: process.versions.node,
    platform: process.platform,
    arch: process.arch,
    folder: WARES_FOLDER,
    usesOwnDatabase: DATABASE_URL === undefined,
    secret: WARES_SECRET ?? keptSecret(WARES_FOLDER),
    pages: builtPages,
    path: PATH ?? "",
    ...(CHROMIUM_PATH && { chromium: CHROMIUM_PATH }),
    say,
  };
  if (!hasStorage(config)) {
    const database = "There is no shop here yet: wares start makes one";
    return (await examine({ ...look, database })).exitCode;
  }
  try {
    return await lookAtShop(config, async ({ admin, placed }) => {
      const database = { db: admin, migrated, placed, now: new Date() };
      return (await examine({ ...look, database })).exitCode;
    });
  } catch (error) {
    const database = { failure: error };
    return (await examine({ ...look, database })).exitCode;
  }
};
