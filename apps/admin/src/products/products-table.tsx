import type { StaffProductList } from "@wares/contracts";
import { Link } from "react-router";
import { useCurrency } from "../shell/currency-choice.tsx";
import { useLanguage, useWords, type Words } from "../shell/language.tsx";
import { count, moment, money } from "../shell/say.ts";
import { Thumb } from "../shell/thumb.tsx";
import type { useRows } from "../shell/use-rows.ts";
import { productStatusWords } from "./product-words.ts";

const words = {
  en: {
    products: "Products",
    product: "Product",
    sku: "SKU",
    brand: "Brand",
    category: "Category",
    status: "Status",
    variants: "Variants",
    price: "Price",
    available: "Available",
    changed: "Changed",
  },
  zh: {
    products: "商品",
    product: "商品",
    sku: "SKU",
    brand: "品牌",
    category: "分类",
    status: "状态",
    variants: "款式",
    price: "价格",
    available: "可售",
    changed: "修改于",
  },
} satisfies Words<unknown>;

type Row = StaffProductList["products"][number];

export const ProductsTable = ({
  products,
  rows,
}: {
  products: readonly Row[];
  rows: ReturnType<typeof useRows>;
}) => {
  const text = useWords(words);
  return (
    <div className="tw list" tabIndex={0} role="region" aria-label={text.products}>
      <table className="goods">
        <thead>
          <tr>
            <th>{text.product}</th>
            <th className="k-sku">{text.sku}</th>
            <th className="k-brand">{text.brand}</th>
            <th className="k-cat">{text.category}</th>
            <th className="k-status">{text.status}</th>
            <th className="n k-var">{text.variants}</th>
            <th className="n">{text.price}</th>
            <th className="n k-av">{text.available}</th>
            <th className="n k-at">{text.changed}</th>
          </tr>
        </thead>
        <tbody ref={rows.rows}>
          {products.map((product, index) => (
            <tr key={product.id} {...rows.rowProps(index)}>
              <ProductCells product={product} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

const ProductCells = ({ product }: { product: Row }) => {
  const names = useWords(productStatusWords);
  const { language } = useLanguage();
  const { currency } = useCurrency();
  const price = (table: Row["prices"]) => money({ amount: table[currency], currency }, language);
  return (
    <>
      <td>
        <Thumb url={product.pictureUrl} />
        <Link className="id" to={`/products/${product.id}`}>
          {product.name[language] ?? product.name.en}
        </Link>
      </td>
      <td className="m k-sku">{product.sku}</td>
      <td className="q k-brand">{product.brand}</td>
      <td className="q k-cat">{product.category[language] ?? product.category.en}</td>
      <td className="k-status">
        <span className={product.status === "Active" ? "dotl on" : "dotl"}>
          {names[product.status]}
        </span>
      </td>
      <td className="n q k-var">{product.variantCount}</td>
      <td className="n">
        {product.salePrices ? (
          <>
            <s className="h x">{price(product.prices)}</s> {price(product.salePrices)}
          </>
        ) : (
          price(product.prices)
        )}
      </td>
      <td className={product.available === 0 ? "n bad-text k-av" : "n k-av"}>
        {count(product.available, language)}
      </td>
      <td className="n q k-at">{moment(product.updatedAt, language)}</td>
    </>
  );
};
