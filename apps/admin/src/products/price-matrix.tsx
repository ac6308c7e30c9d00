import { currencies } from "@wares/contracts";
import { useLanguage, useWords, type Words } from "../shell/language.tsx";
import { classOf, useMistakeWords } from "./form-field.tsx";
import { priceKey, pricedOf, saleKey } from "./product-draft.ts";
import { formWords } from "./product-words.ts";
import type { ProductForm } from "./use-product-form.ts";

const words = {
  en: {
    prices: "Prices",
    hint: "price above, sale price below; leave the sale empty for none",
    variant: "Variant",
    cell: (what: string, sku: string, currency: string) => `${what} of ${sku} in ${currency}`,
  },
  zh: {
    prices: "价格",
    hint: "上为价格，下为促销价；没有促销请留空",
    variant: "款式",
    cell: (what: string, sku: string, currency: string) => `${sku} 的${what}，${currency}`,
  },
} satisfies Words<unknown>;

/** Every SKU in every currency, and beneath each price its sale price. */
export const PriceMatrix = ({ form }: { form: ProductForm }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const named = new Map<string, string>(
    form.product.variants.map(({ sku, attributes }) => [
      sku,
      Object.values(attributes[language] ?? attributes.en).join(", "),
    ]),
  );
  const mistakes = Object.keys(form.mistakes).filter((key) => /^(price|sale)\//.test(key));
  const say = useMistakeWords();
  const [first] = mistakes;
  return (
    <section className="card" aria-labelledby="prices-title">
      <header>
        <h2 id="prices-title">{text.prices}</h2>
        <span className="q x hide-s">{text.hint}</span>
      </header>
      <div className="tw" tabIndex={0} role="group" aria-labelledby="prices-title">
        <table className="prices">
          <thead>
            <tr>
              <th>{text.variant}</th>
              {currencies.map((currency) => (
                <th key={currency} className="n">
                  {currency}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {pricedOf(form.product).map(({ sku }) => (
              <tr key={sku}>
                <th scope="row">
                  {named.get(sku) || form.product.name.en}
                  <small className="m">{sku}</small>
                </th>
                {currencies.map((currency) => (
                  <td key={currency} className="n">
                    <PriceInput form={form} sku={sku} currency={currency} kind="price" />
                    <PriceInput form={form} sku={sku} currency={currency} kind="sale" />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {first && (
        <p className="bad-text x in-b" role="alert">
          {first.split("/").slice(1).join(" ")}: {say(form.mistakes[first])}
        </p>
      )}
    </section>
  );
};

const PriceInput = ({
  form,
  sku,
  currency,
  kind,
}: {
  form: ProductForm;
  sku: string;
  currency: (typeof currencies)[number];
  kind: "price" | "sale";
}) => {
  const text = useWords(words);
  const names = useWords(formWords);
  const key = kind === "price" ? priceKey(sku, currency) : saleKey(sku, currency);
  return (
    <input
      className={`${classOf(form, key)} n ${kind}`}
      inputMode="decimal"
      aria-label={text.cell(names[kind], sku, currency)}
      aria-invalid={form.mistakes[key] !== undefined}
      value={form.mine[key] ?? ""}
      placeholder={kind === "sale" ? "–" : ""}
      onChange={(event) => form.set(key, event.currentTarget.value)}
    />
  );
};
