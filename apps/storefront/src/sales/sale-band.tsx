import { ProductGrid } from "../catalogue/product-card.tsx";
import { useWords } from "../layout/locale.ts";
import { Countdown } from "./countdown.tsx";
import { leftIn, phaseOf } from "./sale-view.ts";
import { useTurn } from "./use-turn.ts";
import { saleWords } from "./sale-words.ts";
import { StockBar } from "./stock-bar.tsx";
import { useSaleStock } from "./use-sale-stock.ts";
import type { HomeOf } from "../home/home.server.ts";

/** There while a sale is on or near, and nothing in its place where there is none. */
export const SaleBand = ({ flash }: { flash: NonNullable<HomeOf["flash"]> }) => {
  const say = useWords(saleWords);
  const { sale, products } = flash;
  const { leftOf, status } = useSaleStock(sale);
  const phase = phaseOf(sale);
  useTurn(phase, status);
  const live = {
    ...sale,
    items: sale.items.map((one) => ({ ...one, available: leftOf(one.sku) })),
  };
  const quantity = sale.items.reduce((sum, one) => sum + one.quantity, 0);
  return (
    <section className="section flash-band" aria-labelledby="flash-title">
      <div className="wrap">
        <div className="section-head">
          <div>
            <p className="small soft">{say.flash}</p>
            <h2 id="flash-title">{sale.name}</h2>
          </div>
          <div className="flash-state">
            <Countdown sale={sale} />
            {phase === "running" && <StockBar available={leftIn(live)} quantity={quantity} />}
          </div>
        </div>
        <ProductGrid products={products} isFour source="flash-sale" />
      </div>
    </section>
  );
};
