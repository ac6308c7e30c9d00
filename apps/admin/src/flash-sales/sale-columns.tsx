import { useQuery } from "@tanstack/react-query";
import type { FlashSale, FlashSaleStatus } from "@wares/contracts";
import { Link } from "react-router";
import type { Column } from "../shell/data-table.tsx";
import { endsColumn, startsColumn } from "../shell/window-columns.ts";
import { useLanguage, useWords, type Words } from "../shell/language.tsx";
import { count } from "../shell/say.ts";
import { figuresQuery } from "./flash-sales.queries.ts";
import { saleStatusWords } from "./sale-words.ts";

const words = {
  en: {
    name: "Name",
    state: "State",
    starts: "Starts",
    ends: "Ends",
    units: "Units",
    sold: "Sold",
    limit: "Per customer",
    room: "Waiting room",
    yes: "yes",
    no: "no",
  },
  zh: {
    name: "名称",
    state: "状态",
    starts: "开始",
    ends: "结束",
    units: "数量",
    sold: "已售",
    limit: "每人限购",
    room: "等候室",
    yes: "有",
    no: "无",
  },
} satisfies Words<unknown>;

export const unitsOf = ({ items }: FlashSale) =>
  items.reduce((sum, { quantity }) => sum + quantity, 0);

export const useSaleColumns = (): readonly Column<FlashSale>[] => {
  const text = useWords(words);
  const { language } = useLanguage();
  return [
    {
      key: "name",
      name: text.name,
      isFixed: true,
      tone: "cut",
      cell: ({ id, name }) => (
        <Link to={`/flash-sales/${id}`}>{(language === "zh" && name.zh) || name.en}</Link>
      ),
    },
    {
      key: "state",
      name: text.state,
      isFixed: true,
      cell: ({ status }) => <SaleState status={status} />,
    },
    startsColumn(text.starts, language),
    endsColumn(text.ends, language),
    {
      key: "sold",
      name: text.sold,
      className: "n",
      cell: (sale) => <Sold sale={sale} />,
    },
    {
      key: "units",
      name: text.units,
      className: "n",
      cell: (sale) => count(unitsOf(sale), language),
    },
    {
      key: "limit",
      name: text.limit,
      className: "n k-per",
      tone: "q",
      cell: ({ limitPerCustomer }) => count(limitPerCustomer, language),
    },
    {
      key: "room",
      name: text.room,
      className: "k-min",
      tone: "q",
      cell: ({ hasWaitingRoom }) => (hasWaitingRoom ? text.yes : text.no),
    },
  ];
};

export const SaleState = ({ status }: { status: FlashSaleStatus }) => {
  const names = useWords(saleStatusWords);
  return <span className={status === "Running" ? "dotl on" : "dotl"}>{names[status]}</span>;
};

/** Of one that began; another has sold nothing. A page of the list asks thirty times at most. */
const Sold = ({ sale }: { sale: FlashSale }) => {
  const { language } = useLanguage();
  const { data } = useQuery({
    ...figuresQuery(sale.id),
    enabled: sale.status === "Running" || sale.status === "Over",
    refetchInterval: sale.status === "Running" && 15_000,
  });
  return <>{data ? count(data.sold, language) : "–"}</>;
};
