import type { InventoryInfo } from "@wares/contracts";

export type Figures = Pick<
  InventoryInfo,
  "quantity" | "reservedQuantity" | "availableQuantity" | "reorderPoint" | "lowStockThreshold"
>;
export type Shares = Readonly<{ available: number; held: number; reorderAt: number }>;

/** One bar: available, held, and a mark where to reorder, as parts of the fullest it shows. */
export const sharesOf = (info: Figures): Shares => {
  const full = Math.max(1, info.quantity, info.reorderPoint * 3);
  const share = (units: number) => Math.min(100, Math.max(0, (100 * units) / full));
  return {
    available: share(info.availableQuantity),
    held: share(Math.min(info.reservedQuantity, info.quantity)),
    reorderAt: share(info.reorderPoint),
  };
};

export type Need = "Out" | "Low" | "Reorder" | "None";

export const needOf = ({ availableQuantity, lowStockThreshold, reorderPoint }: Figures): Need => {
  if (availableQuantity <= 0) return "Out";
  if (availableQuantity <= lowStockThreshold) return "Low";
  return availableQuantity <= reorderPoint ? "Reorder" : "None";
};
