import type { TestProject } from "vitest/node";
import { openShopProcess } from "./shop-process.ts";

declare module "vitest" {
  export interface ProvidedContext {
    shop: { url: string; databaseUrl: string; folder: string; email: string; password: string };
  }
}

/** One shop for all journeys, as a user starts it. Vitest calls this by its name. */
export const setup = async ({ provide }: TestProject) => {
  const { url, databaseUrl, folder, hint, close } = await openShopProcess();
  provide("shop", { url, databaseUrl, folder, ...hint });
  return close;
};
