import { useQuery } from "@tanstack/react-query";
import type { TopProducts } from "@wares/contracts";
import { Link } from "react-router";
import type { Static } from "typebox";
import type { Column } from "../shell/data-table.tsx";
import { useLanguage, useWords, type Words } from "../shell/language.tsx";
import { count, money } from "../shell/say.ts";
import { TableCard } from "../shell/table-card.tsx";
import { type Period, topProductsQuery } from "./home.queries.ts";

const words = {
  en: {
    title: "Sells best",
    product: "Product",
    units: "Pieces",
    sales: "Sales",
    none: "Nothing was sold in this period.",
  },
  zh: {
    title: "畅销商品",
    product: "商品",
    units: "件数",
    sales: "销售额",
    none: "本期没有销售。",
  },
} satisfies Words<unknown>;

type Sold = Static<typeof TopProducts>["products"][number];

export const TopCard = ({ period }: { period: Period }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const query = useQuery(topProductsQuery(period));
  const columns: readonly Column<Sold>[] = [
    {
      key: "product",
      name: text.product,
      tone: "clip wide",
      cell: ({ productId, name }) => <Link to={`/products/${productId}`}>{name}</Link>,
    },
    {
      key: "units",
      name: text.units,
      className: "n",
      cell: ({ units }) => count(units, language),
    },
    {
      key: "sales",
      name: text.sales,
      className: "n",
      cell: ({ gross }) => money(gross, language),
    },
  ];
  return (
    <TableCard
      id="top-title"
      className="c7"
      title={text.title}
      query={query}
      rowsOf={({ products }) => products.slice(0, 8)}
      none={text.none}
      expected={6}
      table={{ className: "top-table", columns, keyOf: ({ productId }) => productId }}
    />
  );
};
