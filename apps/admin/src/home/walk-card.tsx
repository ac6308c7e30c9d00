import { useQuery } from "@tanstack/react-query";
import type { OrderStatus } from "@wares/contracts";
import { Link } from "react-router";
import { statusWords } from "../orders/order-words.ts";
import { ordersQuery } from "../orders/orders.queries.ts";
import { stops } from "../orders/track.ts";
import { Answer } from "../shell/faces.tsx";
import { useLanguage, useWords, type Words } from "../shell/language.tsx";
import { count } from "../shell/say.ts";

const words = {
  en: { title: "Orders by state", all: "All orders" },
  zh: { title: "订单状态", all: "全部订单" },
} satisfies Words<unknown>;

const outs = ["PaymentFailed", "Cancelled", "Refunded"] as const satisfies readonly OrderStatus[];

/** The track of all orders at once. */
export const WalkCard = () => {
  const text = useWords(words);
  const names = useWords(statusWords);
  const { language } = useLanguage();
  const query = useQuery({ ...ordersQuery({ limit: 8 }), refetchInterval: 20_000 });
  const at = (status: OrderStatus) => `/orders?status=${status}`;
  return (
    <section className="card c12" aria-labelledby="walk-title">
      <header>
        <h2 id="walk-title">{text.title}</h2>
        <Link className="sp link" to="/orders">
          {text.all}
        </Link>
      </header>
      <div className="in-b">
        <Answer query={query} rows={2}>
          {({ counts }) => (
            <ol className="walk">
              {stops.map((stop) => (
                <li key={stop} className={stop === "Delivered" ? "end" : undefined}>
                  <Link to={at(stop)}>
                    <span className="bar" />
                    <span className="mid">{count(counts[stop] ?? 0, language)}</span>
                    <span className="lbl">{names[stop]}</span>
                  </Link>
                </li>
              ))}
              <li className="outs">
                <ul>
                  {outs.map((status) => (
                    <li key={status}>
                      <Link to={at(status)}>{names[status]}</Link>
                      <b className="n">{count(counts[status] ?? 0, language)}</b>
                    </li>
                  ))}
                </ul>
              </li>
            </ol>
          )}
        </Answer>
      </div>
    </section>
  );
};
