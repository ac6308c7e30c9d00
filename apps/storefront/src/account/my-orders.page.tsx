import { OrderList, type OrderSummary } from "@wares/contracts";
import { Link } from "react-router";
import { fullDay } from "../layout/dates.ts";
import { useLanguage, usePath, useWords } from "../layout/locale.ts";
import { Amount } from "../layout/money.tsx";
import { titleOf } from "../layout/page-meta.ts";
import { Picture } from "../layout/picture.tsx";
import { visitContext } from "../server/visit.ts";
import type { Route } from "./+types/my-orders.page.ts";
import { accountWords } from "./account-words.ts";
import { whenSignedIn } from "./needs-sign-in.ts";
import { pageAddress } from "../server/page-address.ts";

export const loader = ({ request, context }: Route.LoaderArgs) => {
  const visit = context.get(visitContext);
  const after = pageAddress(request).searchParams.get("after") ?? undefined;
  const query = { after, limit: 20 };
  return whenSignedIn(request, visit, () =>
    visit.ask({ path: "orders", query, schema: OrderList }),
  );
};

export const meta: Route.MetaFunction = ({ location }) =>
  titleOf(location, { en: "Your orders", zh: "我的订单" }, { isPrivate: true });

export default function MyOrdersPage({ loaderData: { orders, next } }: Route.ComponentProps) {
  const say = useWords(accountWords);
  const path = usePath();
  if (orders.length === 0) {
    return (
      <div>
        <p>{say.noOrders}</p>
        <Link className="button spaced" to={path("/search?sort=Newest")}>
          {say.seeNew}
        </Link>
      </div>
    );
  }
  return (
    <>
      <ul className="bare-list">
        {orders.map((order) => (
          <li key={order.id}>
            <OrderRow order={order} />
          </li>
        ))}
      </ul>
      {next && (
        <p className="pages">
          <Link to={`?after=${encodeURIComponent(next)}`}>{say.older}</Link>
        </p>
      )}
    </>
  );
}

const OrderRow = ({ order }: { order: OrderSummary }) => {
  const say = useWords(accountWords);
  const path = usePath();
  const language = useLanguage();
  const { imageUrl, firstItem, itemCount, orderNumber, createdAt, status, total } = order;
  return (
    <Link className="order-row" to={path(`/orders/${order.id}`)}>
      <span className="picture">
        <Picture
          picture={imageUrl ? { url: imageUrl, altText: "" } : undefined}
          name={firstItem}
          sizes="64px"
          isDecoration
        />
      </span>
      <strong>
        {firstItem}
        {itemCount > 1 && ` ${say.more(itemCount - 1)}`}
      </strong>
      <span className="price end">
        <Amount value={total} />
      </span>
      <span className="soft">
        {orderNumber}, {fullDay(createdAt, language)}
      </span>
      <span className="end">{say.status[status]}</span>
    </Link>
  );
};
