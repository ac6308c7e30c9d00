import { useQuery } from "@tanstack/react-query";
import type { OrderSummary } from "@wares/contracts";
import { Link } from "react-router";
import { Status } from "../orders/order-marks.tsx";
import { numberColumn, placedColumn, totalColumn } from "../orders/common-columns.tsx";
import { ordersQuery } from "../orders/orders.queries.ts";
import type { Column } from "../shell/data-table.tsx";
import { readName } from "../shell/full-name.ts";
import { useLanguage, useWords, type Words } from "../shell/language.tsx";
import { countryName } from "../shell/say.ts";
import { TableCard } from "../shell/table-card.tsx";

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
  const columns: readonly Column<OrderSummary>[] = [
    numberColumn(text.order),
    placedColumn(text.placed, language),
    {
      key: "customer",
      name: text.customer,
      className: "k-2",
      tone: "clip third",
      cell: ({ name, country }) => (
        <>
          {readName(name)}, <span className="q">{countryName(country, language)}</span>
        </>
      ),
    },
    { key: "state", name: text.state, cell: ({ status }) => <Status status={status} /> },
    totalColumn(text.total, language),
  ];
  return (
    <TableCard
      id="latest-title"
      className="c7"
      title={text.latest}
      aside={
        <Link className="sp link" to="/orders">
          {text.all}
        </Link>
      }
      query={query}
      rowsOf={({ orders }) => orders}
      none={text.none}
      expected={8}
      table={{ className: "latest", columns, keyOf: ({ id }) => id }}
    />
  );
};
