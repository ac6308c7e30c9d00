import type { Money } from "@wares/contracts";

export type SaleItem = {
  sku: string;
  productId: string;
  price: Money;
  available: number;
  quantity: number;
};
/** An open flash sale in the reader's language and currency. */
export type Sale = {
  id: string;
  name: string;
  startsAt: string;
  endsAt: string;
  limit: number;
  hasWaitingRoom: boolean;
  items: SaleItem[];
  /** The shop's clock when this was read. */
  now: string;
};

export type SalePhase = "before" | "running" | "over";

export const phaseAt = ({ startsAt, endsAt }: Sale, now: number): SalePhase =>
  now < Date.parse(startsAt) ? "before" : now < Date.parse(endsAt) ? "running" : "over";
export const phaseOf = (sale: Sale): SalePhase => phaseAt(sale, Date.parse(sale.now));

export type FoundSale = { sale: Sale; item: SaleItem; phase: SalePhase };

/** The sale one is in first: a running one before one that is to come, and of those the next. */
export const saleOf = (
  sales: readonly Sale[],
  isMeant: (item: SaleItem) => boolean,
): FoundSale | undefined => {
  const found = sales.flatMap((sale) => {
    const item = sale.items.find(isMeant);
    return item ? [{ sale, item, phase: phaseOf(sale) }] : [];
  });
  const open = found.filter(({ phase }) => phase !== "over");
  return open.toSorted((one, other) => one.sale.startsAt.localeCompare(other.sale.startsAt))[0];
};

export const leftIn = ({ items }: Sale) => items.reduce((sum, { available }) => sum + available, 0);

type Sold = { sku: string; available: number; price: Money; salePrice?: Money | undefined };

/** While a sale of it runs a variant costs the sale's price, and only what was set aside is sold. */
export const inSale = <Variant extends Sold>(
  variant: Variant,
  sales: readonly Sale[],
): Variant | (Variant & { salePrice: Money }) => {
  const found = saleOf(sales, ({ sku }) => sku === variant.sku);
  if (found?.phase !== "running") return variant;
  return { ...variant, salePrice: found.item.price, available: found.item.available };
};
