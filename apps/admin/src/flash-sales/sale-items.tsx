import { useQuery } from "@tanstack/react-query";
import { currencies } from "@wares/contracts";
import { X } from "lucide-react";
import { isDeclined } from "../api/problem.ts";
import { pricedOf } from "../products/product-draft.ts";
import { productQuery } from "../products/products.queries.ts";
import { useLanguage, useWords, type Words } from "../shell/language.tsx";
import { count, money } from "../shell/say.ts";
import { TextBox } from "../shell/text-box.tsx";
import { stockInfo } from "../stock/stock.queries.ts";
import { ItemSearch } from "./item-search.tsx";
import { priceKey, pricesOff, productKey, quantityKey, skusOf, withItem } from "./sale-draft.ts";
import { titleOf } from "./item-title.ts";
import type { SaleFormPart } from "./sale-form-part.ts";
import { saleFormWords } from "./sale-words.ts";

const words = {
  en: {
    available: (n: string) => `${n} available on the shelf.`,
    usual: (price: string) => `usually ${price}`,
    off: "Per cent off",
    offHint: "Fills in all five.",
    remove: (sku: string) => `Take out ${sku}`,
    none: "Find something below to put in.",
  },
  zh: {
    available: (n: string) => `货架上可用 ${n} 件。`,
    usual: (price: string) => `平时 ${price}`,
    off: "减免百分比",
    offHint: "填入全部五种货币。",
    remove: (sku: string) => `去掉 ${sku}`,
    none: "在下面搜索商品加入。",
  },
} satisfies Words<unknown>;

export const SaleItems = ({ form, said }: SaleFormPart) => {
  const text = useWords(words);
  const names = useWords(saleFormWords);
  const skus = skusOf(form.mine);
  const wrong = said("items");
  const put = (next: Readonly<Record<string, string>>) => {
    for (const [key, value] of Object.entries(next))
      if (form.mine[key] !== value) form.set(key, value);
  };
  return (
    <section className="card" aria-labelledby="items-title">
      <header>
        <h2 id="items-title">{names.items}</h2>
        <span className="q x sp">{skus.length} / 20</span>
      </header>
      <div className="in-b stack tight">
        {skus.length === 0 && (
          <p className={wrong ? "bad-text" : "q"} role={wrong ? "alert" : undefined}>
            {text.none}
          </p>
        )}
        {skus.map((sku) => (
          <Item key={sku} sku={sku} form={form} said={said} onPut={put} />
        ))}
        <ItemSearch
          isTaken={(sku) => skus.includes(sku)}
          onAdd={(added) => put(withItem(form.mine, added))}
        />
      </div>
    </section>
  );
};

type ItemProps = SaleFormPart &
  Readonly<{ sku: string; onPut: (next: Readonly<Record<string, string>>) => void }>;

const Item = ({ sku, form, said, onPut }: ItemProps) => {
  const text = useWords(words);
  const names = useWords(saleFormWords);
  const { language } = useLanguage();
  const { data: product } = useQuery(productQuery(form.mine[productKey(sku)] ?? ""));
  const priced = product && pricedOf(product).find((one) => one.sku === sku);
  const available = useAvailable(sku);
  const rest = skusOf(form.mine).filter((one) => one !== sku);
  return (
    <fieldset className="sale-item">
      <legend>
        {product ? titleOf(product, sku, language) : sku} <small className="m q">{sku}</small>
      </legend>
      <button
        type="button"
        className="btn g s ic"
        aria-label={text.remove(sku)}
        onClick={() => form.set("items", rest.join("\n"))}
      >
        <X className="i" aria-hidden />
      </button>
      <div className="form2 even">
        <TextBox
          label={names.quantity}
          className="in n"
          inputMode="numeric"
          maxLength={7}
          error={said(quantityKey(sku))}
          hint={available === undefined ? undefined : text.available(count(available, language))}
          value={form.mine[quantityKey(sku)] ?? ""}
          onType={(typed) => form.set(quantityKey(sku), typed)}
        />
        <TextBox
          label={text.off}
          className="in n"
          inputMode="numeric"
          maxLength={2}
          hint={text.offHint}
          value={form.mine[`off/${sku}`] ?? ""}
          placeholder="20"
          onType={(typed) => {
            form.set(`off/${sku}`, typed);
            if (priced && /^[1-9]\d?$/.test(typed))
              onPut(pricesOff(sku, priced.prices, Number(typed)));
          }}
        />
      </div>
      <div className="five">
        {currencies.map((currency) => (
          <TextBox
            key={currency}
            label={currency}
            className="in n"
            inputMode="decimal"
            maxLength={14}
            error={said(priceKey(sku, currency))}
            hint={
              priced && text.usual(money({ amount: priced.prices[currency], currency }, language))
            }
            value={form.mine[priceKey(sku, currency)] ?? ""}
            onType={(typed) => form.set(priceKey(sku, currency), typed)}
          />
        ))}
      </div>
    </fieldset>
  );
};

/** What stands on the shelf beside what other sales have set aside; a SKU nobody counted has none. */
const useAvailable = (sku: string): number | undefined => {
  const { data, error } = useQuery({
    queryKey: ["stock", "one", sku],
    queryFn: () => stockInfo(sku),
    retry: false,
  });
  return isDeclined(error, 404) ? 0 : data?.availableQuantity;
};
