import { idOf } from "@wares/platform";
import { ProductId, type PriceTable, type Sku } from "@wares/contracts";

// What a world of services for tests sells, and how it is sent: no products and no carriers behind it.

export const everywhere = (amount: number): PriceTable => ({
  USD: amount,
  EUR: amount,
  GBP: amount,
  JPY: amount,
  CNY: amount,
});

export const pricedAt = (amount: number) => (sku: Sku) => ({
  productId: idOf(ProductId, sku),
  name: sku,
  attributes: {},
  prices: everywhere(amount),
  isActive: true,
  slug: sku.toLowerCase(),
});

export const method = {
  id: "standard",
  name: "Standard",
  carrier: "Post",
  service: "Parcel",
  estimatedDays: { least: 1, most: 2 },
};
