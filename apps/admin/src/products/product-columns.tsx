import type { StaffProductList } from "@wares/contracts";
import { Link } from "react-router";
import type { Column } from "../shell/data-table.tsx";
import { useCurrency } from "../shell/currency-choice.tsx";
import { useLanguage, useWords, type Words } from "../shell/language.tsx";
import { count, moment, money } from "../shell/say.ts";
import { Thumb } from "../shell/thumb.tsx";
import { productStatusWords } from "./product-words.ts";

const words = {
  en: {
    product: "Product",
    sku: "SKU",
    brand: "Brand",
    category: "Category",
    status: "Status",
    variants: "Variants",
    price: "Price",
    available: "Available",
    added: "Added",
    changed: "Changed",
  },
  zh: {
    product: "商品",
    sku: "SKU",
    brand: "品牌",
    category: "分类",
    status: "状态",
    variants: "款式",
    price: "价格",
    available: "可售",
    added: "添加于",
    changed: "修改于",
  },
} satisfies Words<unknown>;

type Row = StaffProductList["products"][number];

export const useProductColumns = (): readonly Column<Row>[] => [
  ...useNameColumns(),
  ...useFigureColumns(),
];

const useNameColumns = (): readonly Column<Row>[] => {
  const text = useWords(words);
  const names = useWords(productStatusWords);
  const { language } = useLanguage();
  return [
    {
      key: "product",
      name: text.product,
      className: "k-name",
      isFixed: true,
      cell: ({ id, name, pictureUrl }) => (
        <>
          <Thumb url={pictureUrl} />
          <Link className="id" to={`/products/${id}`}>
            {name[language] ?? name.en}
          </Link>
        </>
      ),
    },
    { key: "sku", name: text.sku, className: "k-sku", tone: "m cut", cell: ({ sku }) => sku },
    {
      key: "brand",
      name: text.brand,
      className: "k-brand",
      tone: "q cut",
      cell: ({ brand }) => brand,
    },
    {
      key: "category",
      name: text.category,
      className: "k-cat",
      tone: "q cut",
      cell: ({ category }) => category[language] ?? category.en,
    },
    {
      key: "status",
      name: text.status,
      className: "k-status",
      cell: ({ status }) => (
        <span className={status === "Active" ? "dotl on" : "dotl"}>{names[status]}</span>
      ),
    },
  ];
};

const useFigureColumns = (): readonly Column<Row>[] => {
  const text = useWords(words);
  const { language } = useLanguage();
  return [
    {
      key: "variants",
      name: text.variants,
      className: "n k-var",
      tone: "q",
      cell: ({ variantCount }) => variantCount,
    },
    {
      key: "price",
      name: text.price,
      className: "n",
      cell: (product) => <PriceNow product={product} />,
    },
    {
      key: "available",
      name: text.available,
      className: "n k-av",
      tone: ({ available }) => (available === 0 ? "bad-text" : ""),
      cell: ({ available }) => count(available, language),
    },
    {
      key: "added",
      name: text.added,
      className: "n k-added",
      tone: "q",
      sort: { up: "Oldest", down: "Newest", first: "down" },
      cell: ({ createdAt }) => moment(createdAt, language),
    },
    {
      key: "changed",
      name: text.changed,
      className: "n k-at",
      tone: "q",
      sort: { down: "Changed" },
      cell: ({ updatedAt }) => moment(updatedAt, language),
    },
  ];
};

const PriceNow = ({ product: { prices, salePrices } }: { product: Row }) => {
  const { language } = useLanguage();
  const { currency } = useCurrency();
  const price = (table: Row["prices"]) => money({ amount: table[currency], currency }, language);
  if (!salePrices) return price(prices);
  return (
    <>
      <s className="h x">{price(prices)}</s> {price(salePrices)}
    </>
  );
};
