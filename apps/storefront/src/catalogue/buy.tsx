import type { VariantView } from "@wares/contracts";
import { Suspense } from "react";
import { Link } from "react-router";
import { variantText } from "../cart/variant-text.ts";
import { usePath, useWords } from "../layout/locale.ts";
import { Amount, Price } from "../layout/money.tsx";
import { SaleBuy } from "../sales/later.tsx";
import { saleOf } from "../sales/sale-view.ts";
import { AddToCart } from "./add-to-cart.tsx";
import { Choices } from "./choices.tsx";
import { Delivery, Facts } from "./delivery.tsx";
import { LiveStock } from "./live-stock.tsx";
import { productWords } from "./product-words.ts";
import type { ProductPageOf } from "./product.server.ts";
import { Stars } from "./stars.tsx";
import { useLiveStock } from "./use-live-stock.ts";

type Props = { page: ProductPageOf; chosen: VariantView };

export const Buy = ({ page, chosen }: Props) => {
  const say = useWords(productWords);
  const path = usePath();
  const { product, delivery } = page;
  const stock = useLiveStock(product.variants);
  const found = saleOf(page.sales, ({ sku }) => sku === chosen.sku);
  const available = stock.availableOf(chosen);
  const usual = (
    <>
      <p className="spaced-more">
        <LiveStock
          available={available}
          what={variantText(chosen.attributes)}
          hasChanged={stock.changed.has(chosen.sku)}
        />
      </p>
      <AddToCart sku={chosen.sku} most={product.status === "Active" ? available : 0} />
    </>
  );
  return (
    <div className="buy">
      <p className="small soft">
        {say.madeBy}{" "}
        <Link to={path(`/search?brand=${encodeURIComponent(product.brand)}`)}>{product.brand}</Link>
      </p>
      <h1>{product.name}</h1>
      {product.rating && (
        <a className="rating" href="#reviews">
          <Stars one />
          <strong className="num">{product.rating.average.toFixed(1)}</strong>
          <span className="soft">{say.reviewsCount(product.rating.count)}</span>
        </a>
      )}
      <p className="price-now spaced">
        {chosen.salePrice ? (
          <Price price={chosen.price} salePrice={chosen.salePrice} />
        ) : (
          <Amount value={chosen.price} style="short" />
        )}
      </p>
      <p className="small soft">{say.taxLater}</p>
      <Choices product={product} chosen={chosen} />
      {found ? (
        <Suspense fallback={<div className="sale-pending" />}>
          <SaleBuy page={page} chosen={chosen} found={found}>
            {usual}
          </SaleBuy>
        </Suspense>
      ) : (
        usual
      )}
      {delivery && <Delivery delivery={delivery} />}
      <Facts delivery={delivery} />
    </div>
  );
};
