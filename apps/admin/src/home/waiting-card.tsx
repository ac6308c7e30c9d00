import { useQueries } from "@tanstack/react-query";
import type { OrderStatus, OrderSummary } from "@wares/contracts";
import { CircleAlert, CreditCard, PackageOpen, Truck } from "lucide-react";
import { Link } from "react-router";
import { useNextWords } from "../orders/order-marks.tsx";
import { ordersQuery } from "../orders/orders.queries.ts";
import { Answer } from "../shell/faces.tsx";
import { readName } from "../shell/full-name.ts";
import { useLanguage, useWords, type Words } from "../shell/language.tsx";
import { countUpTo, money } from "../shell/say.ts";

const words = {
  en: {
    waiting: "Waiting for a person",
    calm: "Nothing waits. Orders that need somebody show here.",
    Paid: "Pick",
    Processing: "Ship",
    PaymentFailed: "Look",
  },
  zh: {
    waiting: "等待人工处理",
    calm: "没有待处理的。需要人处理的订单会显示在这里。",
    Paid: "备货",
    Processing: "发货",
    PaymentFailed: "查看",
  },
} satisfies Words<unknown>;

const waiting = ["PaymentFailed", "Paid", "Processing"] as const satisfies readonly OrderStatus[];
const icons = { Paid: PackageOpen, Processing: Truck, PaymentFailed: CreditCard };
const shownMax = 7;

/** A list with a verb on each line, not a badge. */
export const WaitingCard = () => {
  const text = useWords(words);
  const { language } = useLanguage();
  const query = useQueries({
    queries: waiting.map((status) => ({
      ...ordersQuery({ status, limit: shownMax }),
      refetchInterval: 20_000,
    })),
    combine: (results) => ({
      data: results.every(({ data }) => data)
        ? results.flatMap(({ data }) => data?.orders ?? [])
        : undefined,
      max: results[0]?.data?.countedMax ?? Infinity,
      total: results.reduce((sum, { data }) => sum + (data?.totalCount ?? 0), 0),
      error: results.find(({ error }) => error)?.error ?? null,
      refetch: async () => {
        await Promise.all(results.map(({ refetch }) => refetch()));
      },
    }),
  });
  return (
    <section className="card c4" aria-labelledby="waiting-title">
      <header>
        <h2 id="waiting-title">{text.waiting}</h2>
        <span className="sp">{countUpTo(query.total, query.max, language)}</span>
      </header>
      <Answer query={query} rows={5}>
        {(orders) =>
          orders.length === 0 ? (
            <p className="in-b q">{text.calm}</p>
          ) : (
            <ul className="need">
              {spread(orders).map((order) => (
                <Line key={order.id} order={order} />
              ))}
            </ul>
          )
        }
      </Answer>
    </section>
  );
};

/** A few of each kind: a hundred orders to pick must not hide the one payment that failed. */
export const spread = (orders: readonly OrderSummary[]): readonly OrderSummary[] => {
  const piles = waiting.map((status) => orders.filter((order) => order.status === status));
  const turns = Array.from({ length: shownMax }, (_, turn) =>
    piles.flatMap((pile) => pile.slice(turn, turn + 1)),
  );
  return turns
    .flat()
    .slice(0, shownMax)
    .toSorted((one, other) => rank(one) - rank(other));
};
const rank = ({ status }: OrderSummary) => waiting.findIndex((known) => known === status);

const Line = ({ order }: { order: OrderSummary }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const { words: next, isUrgent } = useNextWords()(order);
  const status = waiting.find((known) => known === order.status) ?? "Paid";
  const Icon = isUrgent ? CircleAlert : icons[status];
  const isWarning = isUrgent || status === "PaymentFailed";
  return (
    <li className={isWarning ? "warn" : undefined}>
      <Icon className="i" aria-hidden />
      <span>
        <b>
          {order.orderNumber}, {readName(order.name)}
        </b>
        <small>
          {next}, {money(order.total, language)}
        </small>
      </span>
      <Link
        className="btn s"
        to={`/orders/${order.id}`}
        aria-label={`${text[status]}: ${order.orderNumber}`}
      >
        {text[status]}
      </Link>
    </li>
  );
};
