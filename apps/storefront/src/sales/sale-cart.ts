import type { Cart, CartLine } from "@wares/contracts";
import { type Sale, saleOf } from "./sale-view.ts";

export type LineSale = {
  id: string;
  limit: number;
  hasWaitingRoom: boolean;
  problem?: "OverLimit" | "TwoSales";
};
export type SaleCartLine = CartLine & { sale?: LineSale };
export type SaleCart = Omit<Cart, "lines"> & { lines: SaleCartLine[] };

/**
 * The cart as its order would be priced now: what is in a running sale costs the sale's price, is sold from
 * what was set aside, and keeps to what one customer may have.
 */
export const cartInSales = (cart: Cart, sales: readonly Sale[]): SaleCart => {
  const lines = cart.lines.map((line) => lineInSale(line, sales));
  const joined = lines.find(({ sale }) => sale)?.sale;
  if (!joined) return { ...cart, lines };
  let units = 0;
  const judged = lines.map((line): SaleCartLine => {
    if (!line.sale) return line;
    if (line.sale.id !== joined.id) return { ...line, sale: { ...line.sale, problem: "TwoSales" } };
    units += line.quantity;
    return units > joined.limit ? { ...line, sale: { ...line.sale, problem: "OverLimit" } } : line;
  });
  const amount = judged
    .filter(({ problem }) => problem !== "NoLongerSold")
    .reduce((sum, { totalPrice }) => sum + totalPrice.amount, 0);
  return { ...cart, lines: judged, subtotal: { amount, currency: cart.currency } };
};

const lineInSale = (line: CartLine, sales: readonly Sale[]): SaleCartLine => {
  const found = saleOf(sales, ({ sku }) => sku === line.sku);
  if (found?.phase !== "running" || line.problem === "NoLongerSold") return line;
  const { sale, item } = found;
  const { problem: _, ...rest } = line;
  const { available, price } = item;
  const isShort = available < line.quantity;
  return {
    ...rest,
    unitPrice: price,
    regularPrice: line.regularPrice ?? line.unitPrice,
    totalPrice: { ...price, amount: price.amount * line.quantity },
    available,
    ...(isShort && { problem: available === 0 ? "SoldOut" : "NotEnough" }),
    sale: { id: sale.id, limit: sale.limit, hasWaitingRoom: sale.hasWaitingRoom },
  };
};
