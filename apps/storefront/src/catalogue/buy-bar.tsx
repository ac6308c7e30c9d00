import type { ProductView, VariantView } from "@wares/contracts";
import { variantText } from "../cart/variant-text.ts";
import { useWords } from "../layout/locale.ts";
import { Amount } from "../layout/money.tsx";
import { productWords } from "./product-words.ts";

/** On a phone the way to buy stays in reach; it stands aside while the real button is seen. */
export const BuyBar = ({ product, chosen }: { product: ProductView; chosen: VariantView }) => {
  const say = useWords(productWords);
  if (product.status !== "Active" || chosen.available === 0) return null;
  return (
    <div className="buy-bar section">
      <span className="small">
        <strong className="num">
          <Amount value={chosen.salePrice ?? chosen.price} style="short" />
        </strong>
        <br />
        <span className="soft">{variantText(chosen.attributes)}</span>
      </span>
      <a className="button main" href="#add-to-cart">
        {say.add}
      </a>
    </div>
  );
};
