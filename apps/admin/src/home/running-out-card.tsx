import { useQuery } from "@tanstack/react-query";
import type { InventoryInfo } from "@wares/contracts";
import { Link } from "react-router";
import type { Column } from "../shell/data-table.tsx";
import { useLanguage, useWords, type Words } from "../shell/language.tsx";
import { count } from "../shell/say.ts";
import { TableCard } from "../shell/table-card.tsx";
import { NeedTag, StockBar } from "../stock/stock-bar.tsx";
import { stockQuery } from "../stock/stock.queries.ts";

const words = {
  en: {
    title: "About to run out",
    stock: "Stock",
    sku: "SKU",
    bar: "Available, held",
    need: "Needs",
    calm: "Everything is above its reorder point.",
  },
  zh: {
    title: "即将售罄",
    stock: "库存",
    sku: "SKU",
    bar: "可售与占用",
    need: "提醒",
    calm: "全部高于补货点。",
  },
} satisfies Words<unknown>;

export const RunningOutCard = () => {
  const text = useWords(words);
  const { language } = useLanguage();
  const query = useQuery({
    ...stockQuery({ attention: "Reorder", limit: 8 }),
    refetchInterval: 30_000,
  });
  const columns: readonly Column<InventoryInfo>[] = [
    {
      key: "sku",
      name: text.sku,
      tone: "clip half",
      cell: ({ sku }) => (
        <Link
          className="m"
          to={`/stock?query=${encodeURIComponent(sku)}&sku=${encodeURIComponent(sku)}`}
        >
          {sku}
        </Link>
      ),
    },
    {
      key: "bar",
      name: text.bar,
      className: "n",
      cell: (info) => (
        <>
          {count(info.availableQuantity, language)} <StockBar info={info} />
        </>
      ),
    },
    { key: "need", name: text.need, className: "n", cell: (info) => <NeedTag info={info} /> },
  ];
  return (
    <TableCard
      id="out-title"
      className="c5"
      title={text.title}
      aside={
        <Link className="sp link" to="/stock?attention=Reorder">
          {text.stock}
        </Link>
      }
      query={query}
      rowsOf={({ stock }) => stock}
      none={text.calm}
      expected={8}
      table={{
        className: "lowt",
        columns,
        keyOf: ({ sku, location }) => `${sku}/${location}`,
      }}
    />
  );
};
