import { useQuery } from "@tanstack/react-query";
import type { SalesByDay } from "@wares/contracts";
import { lazy, Suspense } from "react";
import { Answer } from "../shell/faces.tsx";
import { useLanguage, useWords, type Words } from "../shell/language.tsx";
import { count, dayName, money, percentChange } from "../shell/say.ts";
import { type Period, salesQuery } from "./home.queries.ts";

const SalesChart = lazy(async () => ({ default: (await import("./sales-chart.tsx")).SalesChart }));

const words = {
  en: {
    sales: "Sales today",
    weekBefore: (amount: string) => `the whole of this day last week: ${amount}`,
    now: "This period",
    before: "The one before",
    inAll: "In all",
    orders: "Orders",
    average: "Average order",
    refunds: "Refunded",
    chart: (now: string, before: string) =>
      `Sales by day: ${now} in all, ${before} in the period before`,
  },
  zh: {
    sales: "今日销售",
    weekBefore: (amount: string) => `上周同日全天：${amount}`,
    now: "本期",
    before: "上一期",
    inAll: "合计",
    orders: "订单",
    average: "客单价",
    refunds: "退款",
    chart: (now: string, before: string) => `每日销售额：本期合计 ${now}，上一期 ${before}`,
  },
} satisfies Words<unknown>;

export const SalesCard = ({ periods }: { periods: { now: Period; before: Period } }) => {
  const text = useWords(words);
  const query = useQuery({ ...salesQuery(periods.now), refetchInterval: 15_000 });
  const { data: before } = useQuery({ ...salesQuery(periods.before), staleTime: 10 * 60_000 });
  return (
    <section className="card c8 grow" aria-labelledby="sales-title">
      <header>
        <h2 id="sales-title">{text.sales}</h2>
        <span className="sp legend">
          <span>
            <i className="ln" />
            {text.now}
          </span>
          <span>
            <i className="ln then" />
            {text.before}
          </span>
        </span>
      </header>
      <div className="in-b">
        <Answer query={query} rows={6}>
          {(sales) => <Figures sales={sales} before={before} />}
        </Answer>
      </div>
    </section>
  );
};

const Figures = ({ sales, before }: { sales: SalesByDay; before: SalesByDay | undefined }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const { currency, days, total } = sales;
  const say = (amount: number) => money({ amount, currency }, language);
  const today = days.at(-1)?.gross ?? 0;
  const lastWeek = days.at(-8)?.gross;
  return (
    <>
      <div className="row w base">
        <span key={today} className="big huge tick" aria-live="off">
          {say(today)}
        </span>
        {lastWeek !== undefined && <span className="q">{text.weekBefore(say(lastWeek))}</span>}
      </div>
      <div
        className="sales"
        role="img"
        aria-label={text.chart(
          say(total.gross.amount),
          before ? say(before.total.gross.amount) : "–",
        )}
      >
        <Suspense>
          <SalesChart
            days={days.map(({ day }) => dayName(day, language))}
            now={days.map(({ gross }) => gross)}
            before={before?.days.map(({ gross }) => gross) ?? []}
            currency={currency}
          />
        </Suspense>
      </div>
      <dl className="stats">
        <Figure
          name={text.inAll}
          value={say(total.gross.amount)}
          now={total.gross.amount}
          before={before?.total.gross.amount}
        />
        <Figure
          name={text.orders}
          value={count(total.orders, language)}
          now={total.orders}
          before={before?.total.orders}
        />
        <Figure
          name={text.average}
          value={say(total.averageOrder.amount)}
          now={total.averageOrder.amount}
          before={before?.total.averageOrder.amount}
        />
        <Figure
          name={text.refunds}
          value={say(total.refunds.amount)}
          now={total.refunds.amount}
          before={before?.total.refunds.amount}
          isBadWhenUp
        />
      </dl>
    </>
  );
};

const Figure = ({
  name,
  value,
  now,
  before,
  isBadWhenUp = false,
}: {
  name: string;
  value: string;
  now: number;
  before: number | undefined;
  isBadWhenUp?: boolean;
}) => {
  const change = before === undefined ? undefined : percentChange(now, before);
  const isGood = before !== undefined && now > before && !isBadWhenUp;
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <span className="mid">{value}</span>
        {change && <span className={isGood ? "up" : "down"}>{change}</span>}
      </dd>
    </div>
  );
};
