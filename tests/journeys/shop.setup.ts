import type { TestProject } from "vitest/node";
import { openShopProcess, type ShopProcess } from "./shop-process.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** One for each worker. */
    shops: readonly OpenShop[];
  }
}

export type OpenShop = Readonly<{
  url: string;
  databaseUrl: string;
  folder: string;
  email: string;
  password: string;
}>;

/** As many shops as there are journeys at a time, each as a user starts it. Vitest calls this by its name. */
export const setup = async ({ config, provide }: TestProject) => {
  // The first one builds the pages where they changed; the others find them.
  const shops = [await openShopProcess()];
  const close = async () => void (await Promise.all(shops.map((shop) => shop.close())));
  try {
    const others = Array.from({ length: config.maxWorkers - 1 }, async () => {
      shops.push(await openShopProcess());
    });
    await Promise.all(others);
  } catch (error) {
    await close();
    throw error;
  }
  provide("shops", shops.map(known));
  return close;
};

const known = ({ url, databaseUrl, folder, hint }: ShopProcess): OpenShop => ({
  url,
  databaseUrl,
  folder,
  ...hint,
});
