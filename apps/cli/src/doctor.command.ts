import { existsSync } from "node:fs";
import type { Config } from "@wares/server";
import { builtPages } from "@wares/server/pages";
import { migrated } from "@wares/server/service-list";
import { secretIn } from "@wares/server/secret";
import { examine, type DoctorLook } from "./doctor/doctor.ts";
import { say, withShop } from "./with-shop.ts";

export const doctor = async (config: Config): Promise<0 | 1> => {
  const { WARES_FOLDER, DATABASE_URL, WARES_SECRET } = config;
  const { CHROMIUM_PATH, PATH } = process.env;
  const look: Omit<DoctorLook, "database"> = {
    node: process.versions.node,
    platform: process.platform,
    arch: process.arch,
    folder: WARES_FOLDER,
    usesOwnDatabase: DATABASE_URL === undefined,
    secret: WARES_SECRET ?? (existsSync(WARES_FOLDER) ? secretIn(WARES_FOLDER) : undefined),
    pages: builtPages,
    path: PATH ?? "",
    ...(CHROMIUM_PATH && { chromium: CHROMIUM_PATH }),
    say,
  };
  if (!DATABASE_URL && !existsSync(WARES_FOLDER)) {
    const database = "There is no shop here yet: wares start makes one";
    return (await examine({ ...look, database })).exitCode;
  }
  try {
    return await withShop(config, async ({ admin, placed }) => {
      const database = { db: admin, migrated, placed, now: new Date() };
      return (await examine({ ...look, database })).exitCode;
    });
  } catch (error) {
    const database = { failure: error };
    return (await examine({ ...look, database })).exitCode;
  }
};
