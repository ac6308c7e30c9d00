import { useEffect } from "react";
import { useFetcher } from "react-router";
import type { changeCart } from "../cart/cart.server.ts";
import { useCartDrawer } from "../cart/cart-link.tsx";
import { Stepper } from "../cart/stepper.tsx";
import { usePath, useWords } from "../layout/locale.ts";
import { productWords } from "./product-words.ts";

type Props = { sku: string; most: number };

/** `most` is what one may have of it: none where it is gone. */
export const AddToCart = ({ sku, most }: Props) => {
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
        <Stepper label={say.howMany} value={1} most={Math.min(99, Math.max(1, most))} />
        <button
          className="button main"
          id="add-to-cart"
          disabled={most === 0}
          aria-busy={isAdding || undefined}
        >
          {most === 0 ? say.gone : isAdding ? say.adding : say.add}
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
