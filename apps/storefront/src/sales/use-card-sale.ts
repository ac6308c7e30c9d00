import { useRouteLoaderData } from "react-router";
import type { FrameOf } from "../layout/frame.server.ts";
import { saleOf } from "./sale-view.ts";

/** The open sale that a product's card speaks of, and what is left of it in all. */
export const useCardSale = (productId: string) => {
  const frame = useRouteLoaderData("root") as FrameOf | undefined;
  const isOf = (item: { productId: string }) => item.productId === productId;
  const found = saleOf(frame?.sales ?? [], isOf);
  if (!found) return undefined;
  const items = found.sale.items.filter(isOf);
  const lowest = items.toSorted((one, other) => one.price.amount - other.price.amount)[0];
  const left = items.reduce((sum, { available }) => sum + available, 0);
  return { ...found, price: (lowest ?? found.item).price, left };
};
export type CardSale = NonNullable<ReturnType<typeof useCardSale>>;
