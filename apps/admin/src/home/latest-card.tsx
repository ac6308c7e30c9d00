import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { Status } from "../orders/order-marks.tsx";
import { ordersQuery } from "../orders/orders.queries.ts";
import { Answer } from "../shell/faces.tsx";
import { useLanguage, useWords, type Words } from "../shell/language.tsx";
import { countryName, moment, money } from "../shell/say.ts";

const words = {
  en: {
    latest: "Latest orders",
    all: "All orders",
    order: "Order",
    placed: "Placed",
    customer: "Customer",
    state: "State",
    total: "Total",
    none: "The first order shows here as soon as it is placed.",
  },
  zh: {
    latest: "最新订单",
    all: "全部订单",
    order: "订单",
    placed: "下单",
    customer: "顾客",
    state: "状态",
    total: "总额",
    none: "第一笔订单一到就会出现在这里。",
  },
} satisfies Words<unknown>;

export const LatestCard = () => {
  const text = useWords(words);
  const { language } = useLanguage();
  const query = useQuery({ ...ordersQuery({ limit: 8 }), refetchInterval: 20_000 });
  return (
    <section className="card c7" aria-labelledby="latest-title">
      <header>
        <h2 id="latest-title">{text.latest}</h2>
        <Link className="sp link" to="/orders">
          {text.all}
        </Link>
      </header>
      <Answer query={query} rows={8}>
        {({ orders }) =>
          orders.length === 0 ? (
            <p className="in-b q">{text.none}</p>
          ) : (
            <div className="tw" tabIndex={0} role="group" aria-labelledby="latest-title">
              <table className="latest">
                <thead>
                  <tr>
                    <th>{text.order}</th>
                    <th>{text.placed}</th>
                    <th>{text.customer}</th>
                    <th>{text.state}</th>
                    <th className="n">{text.total}</th>
                  </tr>
                </thead>
                <tbody>
                  {orders.map((order) => (
                    <tr key={order.id}>
                      <td>
                        <Link className="id" to={`/orders/${order.id}`}>
                          {order.orderNumber}
                        </Link>
                      </td>
                      <td className="q num">{moment(order.createdAt, language)}</td>
                      <td className="clip third">
                        {order.name},{" "}
                        <span className="q">{countryName(order.country, language)}</span>
                      </td>
                      <td>
                        <Status status={order.status} />
                      </td>
                      <td className="n">{money(order.total, language)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Answer>
    </section>
  );
};
