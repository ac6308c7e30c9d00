import type { Order } from "@wares/contracts";
import { Link } from "react-router";
import { useLanguage, useWords, type Words } from "../shell/language.tsx";
import { Thumb } from "../shell/thumb.tsx";
import { money } from "../shell/say.ts";

const words = {
  en: {
    pieces: (n: number) => `${n} ${n === 1 ? "piece" : "pieces"}`,
    product: "Product",
    sku: "SKU",
    price: "Price",
    count: "Pieces",
    total: "Total",
    lines: "Lines",
    discount: "Discount",
    shipping: "Shipping",
    tax: "Tax",
    refunded: "Refunded",
    keep: "We keep",
    method: "Delivery",
    days: (least: number, most: number) => `${least}–${most} days`,
    tracking: "Tracking",
  },
  zh: {
    pieces: (n: number) => `共 ${n} 件`,
    product: "商品",
    sku: "SKU",
    price: "单价",
    count: "件数",
    total: "合计",
    lines: "商品小计",
    discount: "优惠",
    shipping: "运费",
    tax: "税",
    refunded: "已退款",
    keep: "实收",
    method: "配送",
    days: (least: number, most: number) => `${least}–${most} 天`,
    tracking: "运单号",
  },
} satisfies Words<unknown>;

export const OrderLines = ({ order }: { order: Order }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const pieces = order.items.reduce((sum, { quantity }) => sum + quantity, 0);
  return (
    <section className="card" aria-labelledby="lines-title">
      <header>
        <h2 id="lines-title">{text.pieces(pieces)}</h2>
        <span className="sp">{order.shippingMethod.name}</span>
      </header>
      <div className="tw" tabIndex={0} role="group" aria-labelledby="lines-title">
        <table className="lines">
          <thead>
            <tr>
              <th>{text.product}</th>
              <th>{text.sku}</th>
              <th className="n">{text.price}</th>
              <th className="n">{text.count}</th>
              <th className="n">{text.total}</th>
            </tr>
          </thead>
          <tbody>
            {order.items.map((item) => (
              <tr key={item.id}>
                <td>
                  <Thumb url={item.imageUrl} isLarge />
                  <span className="two">
                    <Link className="b" to={`/products/${item.productId}`}>
                      {item.name}
                    </Link>
                    <small>{Object.values(item.attributes).slice(0, 4).join(", ")}</small>
                  </span>
                </td>
                <td className="m">{item.sku}</td>
                <td className="n">{money(item.unitPrice, language)}</td>
                <td className="n">{item.quantity}</td>
                <td className="n">{money(item.totalPrice, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <hr />
      <Totals order={order} />
    </section>
  );
};

const Totals = ({ order }: { order: Order }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const say = (amount: number) => money({ amount, currency: order.total.currency }, language);
  const { least, most } = order.shippingMethod.estimatedDays;
  return (
    <div className="money">
      <dl className="kv">
        <dt>{text.lines}</dt>
        <dd>{say(order.subtotal.amount)}</dd>
        {order.discount.amount > 0 && (
          <>
            <dt>
              {text.discount} {order.couponCode && <span className="tag">{order.couponCode}</span>}
            </dt>
            <dd>−{say(order.discount.amount)}</dd>
          </>
        )}
        <dt>
          {text.shipping}, {order.shippingMethod.name}
        </dt>
        <dd>{say(order.shipping.amount)}</dd>
        <dt>{text.tax}</dt>
        <dd>{say(order.tax.amount)}</dd>
        <dt className="sum">{text.total}</dt>
        <dd className="sum">{say(order.total.amount)}</dd>
      </dl>
      <dl className="kv">
        <dt>{text.refunded}</dt>
        <dd>{say(order.refundedTotal.amount)}</dd>
        <dt>{text.keep}</dt>
        <dd>{say(order.total.amount - order.refundedTotal.amount)}</dd>
        <dt>{text.method}</dt>
        <dd>{text.days(least, most)}</dd>
        {order.shipment && (
          <>
            <dt>{text.tracking}</dt>
            <dd className="m">
              {order.shipment.carrier} {order.shipment.trackingNumber}
            </dd>
          </>
        )}
      </dl>
    </div>
  );
};
