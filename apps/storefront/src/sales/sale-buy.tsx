import type { VariantView } from "@wares/contracts";
import type { ReactNode } from "react";
import { AddToCart } from "../catalogue/add-to-cart.tsx";
import type { ProductPageOf } from "../catalogue/product.server.ts";
import { RoomLink, SaleOffer } from "./sale-offer.tsx";
import type { FoundSale } from "./sale-view.ts";
import { Admission } from "./time-left.tsx";
import { useSaleStock } from "./use-sale-stock.ts";
import { useTurn } from "./use-turn.ts";

type Props = {
  page: ProductPageOf;
  chosen: VariantView;
  found: FoundSale;
  /** How one buys it as long as the sale has not begun. */
  children: ReactNode;
};

/** What a sale offers, and its way to buy: at once, after waiting one's turn, or no more. */
export const SaleBuy = ({ page, chosen, found, children }: Props) => {
  const { sale, phase } = found;
  const { leftOf, status } = useSaleStock(sale);
  useTurn(phase, status);
  const available = leftOf(chosen.sku);
  const { admittedUntil, product } = page;
  const most = product.status === "Active" ? Math.min(available, sale.limit) : 0;
  const offer = <SaleOffer {...found} available={available} />;
  if (phase === "before") {
    return (
      <div>
        {offer}
        {children}
        {sale.hasWaitingRoom && <RoomLink sale={sale} isEarly />}
      </div>
    );
  }
  const mustWait = sale.hasWaitingRoom && !admittedUntil && most > 0;
  return (
    <div>
      {offer}
      {admittedUntil && <Admission until={admittedUntil} now={sale.now} />}
      {mustWait ? (
        <RoomLink sale={sale} isEarly={false} />
      ) : (
        <AddToCart sku={chosen.sku} most={most} />
      )}
    </div>
  );
};
