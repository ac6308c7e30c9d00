import type { OrderItem } from "@wares/contracts";
import { Link } from "react-router";
import type { Static } from "typebox";
import { variantText } from "../cart/variant-text.ts";
import { Icon } from "../layout/icon.tsx";
import { usePath, useWords } from "../layout/locale.ts";
import { Amount } from "../layout/money.tsx";
import { Picture } from "../layout/picture.tsx";
import type { CheckoutView } from "./checkout-view.ts";
import { checkoutWords } from "./checkout-words.ts";
import { Coupon } from "./coupon.tsx";
import { Sums } from "./sums.tsx";

/** Beside the steps on a desk; folded on top on a phone. It never moves. */
export const Summary = ({ view }: { view: CheckoutView }) => {
  const say = useWords(checkoutWords);
  const path = usePath();
  const { quote } = view;
  const count = quote.items.reduce((sum, { quantity }) => sum + quantity, 0);
  return (
    <>
      <aside className="summary phone" aria-label={say.yourOrder}>
        <details>
          <summary>
            <span className="row">
              <Icon name="cart" small />
              {say.things(count)}
              <Icon name="down" small className="icon-turns" />
            </span>
            <strong className="num">
              <Amount value={quote.total} />
            </strong>
          </summary>
          <div className="summary-body">
            <Items items={quote.items} />
            <Sums of={quote} couponCode={quote.coupon?.code} taxIncluded={quote.taxIncluded} />
            <Coupon view={view} id="code-phone" />
          </div>
        </details>
      </aside>
      <aside className="summary desk" aria-labelledby="sum-title">
        <div className="summary-body">
          <div className="between">
            <h2 id="sum-title">{say.yourOrder}</h2>
            <Link className="small" to={path("/cart")}>
              {say.change}
            </Link>
          </div>
          <Items items={quote.items} />
          <Sums of={quote} couponCode={quote.coupon?.code} taxIncluded={quote.taxIncluded} />
          <Coupon view={view} id="code" />
        </div>
      </aside>
    </>
  );
};

export const Items = ({ items }: { items: Static<typeof OrderItem>[] }) => {
  const say = useWords(checkoutWords);
  return (
    <ul className="lines bare-list">
      {items.map(({ id, name, quantity, attributes, imageUrl, totalPrice, flashSaleId }) => (
        <li key={id} className="line-item">
          <span className="picture">
            <Picture
              picture={imageUrl ? { url: imageUrl, altText: "" } : undefined}
              name={name}
              sizes="64px"
              isDecoration
            />
          </span>
          <div>
            <span className="name">
              {quantity > 1 && `${quantity} × `}
              {name}
            </span>
            <p className="soft">{variantText(attributes)}</p>
            {flashSaleId && <p className="sale-mark">{say.flash}</p>}
          </div>
          <span className="price">
            <Amount value={totalPrice} style="short" />
          </span>
        </li>
      ))}
    </ul>
  );
};
