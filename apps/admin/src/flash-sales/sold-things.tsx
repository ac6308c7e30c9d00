import { useQuery } from "@tanstack/react-query";
import type { FlashSale } from "@wares/contracts";
import { Link } from "react-router";
import { productQuery } from "../products/products.queries.ts";
import { type Column, DataTable } from "../shell/data-table.tsx";
import { useLanguage, useWords, type Words } from "../shell/language.tsx";
import { count, money } from "../shell/say.ts";
import { titleOf } from "./item-title.ts";
import { saleFormWords } from "./sale-words.ts";

const words = {
  en: { thing: "Thing", limit: (n: string) => `at most ${n} per customer` },
  zh: { thing: "商品", limit: (n: string) => `每人限购 ${n} 件` },
} satisfies Words<unknown>;

type Item = FlashSale["items"][number];

/** What the sale is of; each leads to its product. */
export const SoldThings = ({ sale }: { sale: FlashSale }) => {
  const text = useWords(words);
  const names = useWords(saleFormWords);
  const { language } = useLanguage();
  const columns: readonly Column<Item>[] = [
    { key: "thing", name: text.thing, tone: "cut", cell: (item) => <Thing item={item} /> },
    {
      key: "price",
      name: names.price,
      className: "n",
      cell: ({ salePrices }) => money({ amount: salePrices.USD, currency: "USD" }, language),
    },
    {
      key: "quantity",
      name: names.quantity,
      className: "n",
      cell: ({ quantity }) => count(quantity, language),
    },
  ];
  return (
    <section className="card" aria-labelledby="things-title">
      <header>
        <h2 id="things-title">{names.items}</h2>
        <span className="q x sp">{text.limit(count(sale.limitPerCustomer, language))}</span>
      </header>
      <DataTable
        className="things"
        labelledBy="things-title"
        columns={columns}
        items={sale.items}
        keyOf={({ sku }) => sku}
      />
    </section>
  );
};

const Thing = ({ item: { sku, productId } }: { item: Item }) => {
  const { language } = useLanguage();
  const { data } = useQuery(productQuery(productId));
  return <Link to={`/products/${productId}`}>{data ? titleOf(data, sku, language) : sku}</Link>;
};
