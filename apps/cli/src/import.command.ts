import type { Config, OpenServices } from "@wares/server";
import { importOrderFile } from "./import/orders.ts";
import { importProductFile } from "./import/products.ts";
import type { ExitCode } from "./report.ts";
import { say, startProgress, withShop } from "./with-shop.ts";

const goods = ({ catalogue, stock }: OpenServices) => ({
  exportCategories: catalogue.exportCategories,
  importCategories: catalogue.importCategories,
  importProducts: catalogue.importProducts,
  importReviews: catalogue.importReviews,
  soldSkusOf: catalogue.soldSkusOf,
  importStock: stock.importStock,
});

export const importProducts = (config: Config, path: string, stock: number): Promise<ExitCode> =>
  withShop(config, async (services, deliver) => {
    const now = new Date();
    const options = { path, stock, now, say, progress: startProgress };
    const { exitCode } = await importProductFile(goods(services), options);
    await deliver();
    return exitCode;
  });

export const importOrders = (config: Config, path: string, stock: number): Promise<ExitCode> =>
  withShop(config, async (services, deliver) => {
    const { importHistory } = services.orders;
    const needs = { ...goods(services), importHistory };
    const { exitCode } = await importOrderFile(needs, {
      path,
      stock,
      say,
      progress: startProgress,
    });
    await deliver();
    return exitCode;
  });
