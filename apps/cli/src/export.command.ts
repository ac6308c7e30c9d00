import { createWriteStream } from "node:fs";
import type { Writable } from "node:stream";
import type { Config } from "@wares/server";
import { exportOrders } from "./export/orders.ts";
import { exportProducts } from "./export/products.ts";
import { say, withShop } from "./with-shop.ts";

const writerTo = (stream: Writable) => (line: string) =>
  new Promise<void>((resolve, reject) => {
    stream.write(line, (error) => (error ? reject(error) : resolve()));
  });

/** Into a file, or to standard output for a pipe. */
export const exportTo = (
  config: Config,
  what: "products" | "orders",
  path: string | undefined,
): Promise<void> =>
  withShop(config, async ({ catalogue, stock, orders }) => {
    const stream = path ? createWriteStream(path) : process.stdout;
    const write = writerTo(stream);
    if (what === "products") {
      const needs = { ...catalogue, stockOf: stock.availableOf };
      const { products, categories } = await exportProducts(needs, write);
      say(`${products} products in ${categories} categories`);
    } else {
      const { orders: count } = await exportOrders(orders.exportOrders, write);
      say(`${count} orders`);
    }
    if (path) await new Promise<void>((resolve) => void stream.end(() => resolve()));
  });
