import type { VariantView } from "@wares/contracts";
import { useEffect } from "react";
import { Link, useFetcher } from "react-router";
import { variantText } from "../cart/variant-text.ts";
import { useCartDrawer } from "../cart/cart-link.tsx";
import { Stepper } from "../cart/stepper.tsx";
import type { changeCart } from "../cart/cart.server.ts";
import { usePath, useWords } from "../layout/locale.ts";
import { Amount, Price } from "../layout/money.tsx";
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
  const available = stock.availableOf(chosen);
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
      <p className="spaced-more">
        <LiveStock
          available={available}
          what={variantText(chosen.attributes)}
          hasChanged={stock.changed.has(chosen.sku)}
        />
      </p>
      <AddToCart sku={chosen.sku} available={product.status === "Active" ? available : 0} />
      {delivery && <Delivery delivery={delivery} />}
      <Facts delivery={delivery} />
    </div>
  );
};

const AddToCart = ({ sku, available }: { sku: string; available: number }) => {
  const say = useWords(productWords);
  const path = usePath();
  const { open } = useCartDrawer();
  const fetcher = useFetcher<typeof changeCart>();
  const isAdding = fetcher.state !== "idle";
  const isDone = fetcher.state === "idle" && fetcher.data && !fetcher.data.problem;
  useEffect(() => {
    if (isDone) open();
  }, [isDone]);
  return (
    <fetcher.Form
      method="post"
      action={path("/cart")}
      onSubmit={(event) => {
        // Once scripts run one stays here; before that the answer is the cart's page.
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        form.set("stay", "1");
        if (!isAdding) void fetcher.submit(form, { method: "post", action: path("/cart") });
      }}
    >
      <input type="hidden" name="intent" value="add" />
      <input type="hidden" name="sku" value={sku} />
      <div className="buy-row">
        <Stepper label={say.howMany} value={1} most={Math.min(99, Math.max(1, available))} />
        <button
          className="button main"
          id="add-to-cart"
          disabled={available === 0}
          aria-busy={isAdding || undefined}
        >
          {available === 0 ? say.gone : isAdding ? say.adding : say.add}
        </button>
      </div>
      {fetcher.data?.problem && (
        <p className="field-error" role="alert">
          {say.failed}
        </p>
      )}
    </fetcher.Form>
  );
};
