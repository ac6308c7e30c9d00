import type { Config } from "@wares/server";
import { exportOrders } from "./export/orders.ts";
import { writingTo } from "./export/output-file.ts";
import { exportProducts } from "./export/products.ts";
import { say, withShop } from "./with-shop.ts";

/** Into a file, or to standard output for a pipe. */
export const exportTo = (
  config: Config,
  what: "products" | "orders",
  path: string | undefined,
): Promise<void> =>
  withShop(config, ({ catalogue, stock, orders }) =>
    writingTo(path, process.stdout, async (write) => {
      if (what === "products") {
        const needs = { ...catalogue, stockOf: stock.availableOf };
        const { products, categories, reviews } = await exportProducts(needs, write);
        say(`${products} products in ${categories} categories, with ${reviews} reviews`);
      } else {
        const { orders: count } = await exportOrders(orders.exportOrders, write);
        say(`${count} orders`);
      }
    }),
  );
