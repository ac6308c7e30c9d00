import { env } from "node:process";
import { inject } from "vitest";
import type { OpenShop } from "./shop.setup.ts";

/** The one that this worker's journeys have to themselves while they run; other files came before them. */
export const ourShop = (): OpenShop => {
  const shops = inject("shops");
  const shop = shops[(Number(env["VITEST_POOL_ID"]) - 1) % shops.length];
  if (!shop) throw new Error("no shop is open for this worker");
  return shop;
};
