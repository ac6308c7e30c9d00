import { Link } from "react-router";
import { ProductGrid } from "../catalogue/product-card.tsx";
import { HeroScene } from "../home/hero-scene.tsx";
import { inLanguage, useLanguage, usePath, useWords } from "../layout/locale.ts";
import { titleOf } from "../layout/page-meta.ts";
import { Amount } from "../layout/money.tsx";
import { Notice } from "../layout/notice.tsx";
import { visitContext } from "../server/visit.ts";
import type { Route } from "./+types/cart.page.ts";
import { CartLines } from "./cart-lines.tsx";
import { cartSaleWords } from "./cart-sale-words.ts";
import { cartWords } from "./cart-words.ts";
import { changeCart, loadCart } from "./cart.server.ts";

export const loader = ({ request, context }: Route.LoaderArgs) =>
  loadCart(request, context.get(visitContext));
export const action = ({ request, context }: Route.ActionArgs) =>
  changeCart(request, context.get(visitContext));

export const meta: Route.MetaFunction = ({ location }) =>
  titleOf(location, { en: "Cart", zh: "购物车" }, { isPrivate: true });

export default function CartPage({ loaderData, actionData }: Route.ComponentProps) {
  const say = useWords(cartWords);
  const sale = useWords(cartSaleWords);
  const { cart, withThese, roomOfSale, saleTrouble } = loaderData;
  return (
    <div className="wrap">
      {actionData?.problem && <Notice tone="error" title={say[actionData.problem]} />}
      {saleTrouble && <Notice tone="error" title={sale.saleTroubles[saleTrouble]} />}
      {cart.lines.length === 0 ? <EmptyCart /> : <FullCart cart={cart} roomOfSale={roomOfSale} />}
      {withThese.length > 0 && (
        <section className="section" aria-labelledby="with-title">
          <div className="section-head">
            <h2 id="with-title">{say.withThese}</h2>
          </div>
          <ProductGrid products={withThese} isFour source="cart" />
        </section>
      )}
    </div>
  );
}

const EmptyCart = () => {
  const say = useWords(cartWords);
  return (
    <section className="hero quiet">
      <div className="hero-words">
        <h1>{say.emptyTitle}</h1>
        <p>{say.emptyText}</p>
        <Link className="button main" to={usePath()("/search?sort=Newest")}>
          {say.seeNew}
        </Link>
      </div>
      <HeroScene isCleared />
    </section>
  );
};

type FullProps = Pick<Route.ComponentProps["loaderData"], "cart" | "roomOfSale">;

const FullCart = ({ cart, roomOfSale }: FullProps) => {
  const say = useWords(cartWords);
  const sale = useWords(cartSaleWords);
  const language = useLanguage();
  const isBlocked = cart.lines.some(({ problem, sale }) => problem ?? sale?.problem);
  return (
    <div className="checkout">
      <div>
        <h1>{say.title}</h1>
        <CartLines lines={cart.lines} />
      </div>
      <aside className="summary cart-summary" aria-label={say.subtotal}>
        <div className="summary-body">
          <dl className="sums">
            <dt>{say.things(cart.itemCount)}</dt>
            <dd />
            <dt className="total">{say.subtotal}</dt>
            <dd className="total">
              <Amount value={cart.subtotal} />
            </dd>
          </dl>
          <p className="small soft spaced-little">{say.later}</p>
          {cart.couponCode && <p className="small">{say.code(cart.couponCode)}</p>}
          {isBlocked ? (
            <p className="small spaced-little" role="status">
              <strong>{say.blocked}</strong>
            </p>
          ) : roomOfSale ? (
            <div className="stack spaced">
              <p className="small">
                <strong>{sale.roomTitle}</strong> {sale.roomText}
              </p>
              <Link
                className="button main wide"
                to={inLanguage(language, `/sale/${roomOfSale}/wait`)}
              >
                {sale.room}
              </Link>
            </div>
          ) : (
            <Link className="button main wide spaced" to={inLanguage(language, "/checkout")}>
              {say.checkout}
            </Link>
          )}
        </div>
      </aside>
    </div>
  );
};
