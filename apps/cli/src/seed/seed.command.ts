import type { Config, OpenServices } from "@wares/server";
import { say, startProgress, withShop } from "../with-shop.ts";
import { seedDemo } from "./seed-demo.ts";

export const fill = async (services: OpenServices) =>
  seedDemo({
    catalogue: services.catalogue,
    importStock: services.stock.importStock,
    createCoupon: services.createCoupon,
    now: new Date(),
    progress: startProgress("Filling the demo shop", "products"),
  });

/** `wares seed`: the demo goods, also into a shop that began without them. */
export const seed = (config: Config): Promise<void> =>
  withShop(config, async (services, deliver) => {
    const { products, reviews } = await fill(services);
    await deliver();
    say(`${products.created} products and ${reviews} reviews are new.`);
  });
