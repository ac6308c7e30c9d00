import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import type { PriceTable, ProductId, Sku, StaffProduct } from "@wares/contracts";
import { useState } from "react";
import { pricedOf } from "../products/product-draft.ts";
import { productQuery, productsQuery } from "../products/products.queries.ts";
import { useLanguage, useWords, type Words } from "../shell/language.tsx";
import { money } from "../shell/say.ts";
import { TextBox } from "../shell/text-box.tsx";
import { titleOf } from "./item-title.ts";

const words = {
  en: {
    find: "Find a product",
    hint: "By name, brand or SKU.",
    nothing: "Nothing like that is sold.",
    add: (name: string) => `Add ${name}`,
    added: "In the sale",
  },
  zh: {
    find: "查找商品",
    hint: "按名称、品牌或 SKU。",
    nothing: "没有在售的这类商品。",
    add: (name: string) => `加入${name}`,
    added: "已加入",
  },
} satisfies Words<unknown>;

type Added = Readonly<{ sku: Sku; productId: ProductId; prices: PriceTable }>;
type Props = Readonly<{ isTaken: (sku: string) => boolean; onAdd: (added: Added) => void }>;

const shown = 5;

/** Products by the words one remembers; of the one pressed, everything that has a price. */
export const ItemSearch = ({ isTaken, onAdd }: Props) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const [typed, setTyped] = useState("");
  const [openId, setOpenId] = useState<string>();
  const [query] = useDebouncedValue(typed.trim(), 200);
  const { data } = useQuery({
    ...productsQuery({ query, status: "Active", limit: shown }),
    enabled: query !== "",
  });
  const found = query === "" ? [] : (data?.products ?? []);
  return (
    <div className="stack tight" role="search">
      <TextBox
        label={text.find}
        hint={text.hint}
        type="search"
        maxLength={200}
        value={typed}
        onType={setTyped}
        onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
      />
      {query !== "" && data && found.length === 0 && <p className="q">{text.nothing}</p>}
      <ul className="found-items">
        {found.map((product) => (
          <li key={product.id}>
            <button
              type="button"
              className="btn g"
              aria-expanded={openId === product.id}
              onClick={() => setOpenId(openId === product.id ? undefined : product.id)}
            >
              {(language === "zh" && product.name.zh) || product.name.en}
              <small className="q">{product.brand}</small>
            </button>
            {openId === product.id && (
              <Variants productId={product.id} isTaken={isTaken} onAdd={onAdd} />
            )}
          </li>
        ))}
      </ul>
    </div>
  );
};

const Variants = ({ productId, ...doors }: Props & Readonly<{ productId: string }>) => {
  const { data } = useQuery(productQuery(productId));
  if (!data) return null;
  return (
    <ul>
      {pricedOf(data).map(({ sku, prices }) => (
        <li key={sku} className="row w">
          <Variant product={data} sku={sku} prices={prices} {...doors} />
        </li>
      ))}
    </ul>
  );
};

type VariantProps = Props & Readonly<{ product: StaffProduct; sku: Sku; prices: PriceTable }>;

const Variant = ({ product, sku, prices, isTaken, onAdd }: VariantProps) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const name = titleOf(product, sku, language);
  return (
    <>
      <span>{name}</span>
      <small className="m q">{sku}</small>
      <span className="q num">{money({ amount: prices.USD, currency: "USD" }, language)}</span>
      {isTaken(sku) ? (
        <span className="q sp">{text.added}</span>
      ) : (
        <button
          type="button"
          className="btn s sp"
          onClick={() => onAdd({ sku, productId: product.id, prices })}
        >
          {text.add(name)}
        </button>
      )}
    </>
  );
};
