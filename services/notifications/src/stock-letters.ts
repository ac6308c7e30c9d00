import type { ReorderPointReached, StockLow, StockOut } from "@wares/contracts";
import type { Letter } from "./letter.ts";

// To the shop's own people, in English, with the SKU first in the subject so that a list of them sorts.

const stockLetter = (sku: string, says: string, left: string, adminUrl: string): Letter => ({
  language: "en",
  subject: `${sku}: ${says}`,
  heading: says,
  paragraphs: [left],
  facts: [["SKU", sku]],
  button: { text: "Open the stock list", url: adminUrl },
  footnote: "Said once each time the threshold is crossed.",
});

export const stockLow = ({ sku, available, threshold }: StockLow["data"], adminUrl: string) =>
  stockLetter(sku, "Low stock", `${available} left; the threshold is ${threshold}.`, adminUrl);

export const stockOut = ({ sku }: StockOut["data"], adminUrl: string) =>
  stockLetter(sku, "Sold out", "Nothing is left to sell.", adminUrl);

export const reorder = (data: ReorderPointReached["data"], adminUrl: string) =>
  stockLetter(
    data.sku,
    "Time to reorder",
    `${data.available} left; the reorder point is ${data.reorderPoint}.`,
    adminUrl,
  );
