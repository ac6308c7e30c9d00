import { useMutation, useQueryClient } from "@tanstack/react-query";
import {
  type CategoryId,
  currencies,
  type NewProductRequest,
  type ProductId,
  type Sku,
} from "@wares/contracts";
import { type FormEvent, useState } from "react";
import { Link, useNavigate } from "react-router";
import { newId } from "../api/new-id.ts";
import { isDeclined } from "../api/problem.ts";
import { Field } from "../shell/field.tsx";
import { TextBox } from "../shell/text-box.tsx";
import { useWords, type Words } from "../shell/language.tsx";
import { Page } from "../shell/page.tsx";
import { amountOf } from "../shell/say.ts";
import { CategorySelect } from "./category-select.tsx";
import { formWords } from "./product-words.ts";
import { createProduct, productsKey } from "./products.queries.ts";

const words = {
  en: {
    title: "New product",
    products: "Products",
    words: "Words",
    prices: "Prices",
    sku: "SKU",
    skuHint: "Left empty, one is made.",
    choose: "Choose…",
    create: "Create draft",
    draft: "It stays a draft, seen by staff alone, until its status says Active.",
  },
  zh: {
    title: "新增商品",
    products: "商品",
    words: "文字",
    prices: "价格",
    sku: "SKU",
    skuHint: "留空则自动生成。",
    choose: "请选择……",
    create: "创建草稿",
    draft: "在状态改为在售之前，仅员工可见。",
  },
} satisfies Words<unknown>;

const textFields = ["name.en", "name.zh", "description.en", "description.zh", "brand"] as const;

/** A simple product, sold under its own SKU; the rest is written on its page. */
export const NewProductPage = () => {
  const text = useWords(words);
  const [form, setForm] = useState<Form>({});
  const [wasTried, setWasTried] = useState(false);
  const set = (key: string, value: string) => setForm((now) => ({ ...now, [key]: value }));
  const { mutate, error, isPending } = useCreation(form);
  const missing = missingIn(form);
  const blamed = isDeclined(error)
    ? error.problem.field?.split("/").slice(1, 3).join(".")
    : undefined;
  const labels = useWords(formWords);
  const said = (key: string): string | undefined => {
    if (blamed === key) return error?.message;
    if (!wasTried || !missing.includes(key)) return undefined;
    return key.startsWith("prices.") ? labels.notPrice : labels.missing;
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setWasTried(true);
    if (missing.length === 0 && !isPending) mutate();
  };
  const isShown = blamed !== undefined && (blamed in form || blamed === "sku");
  return (
    <Page title={text.title} crumb={<Link to="/products">{text.products}</Link>}>
      <form className="stack narrow" onSubmit={submit} noValidate>
        <NewWords form={form} set={set} said={said} />
        <NewPrices form={form} set={set} said={said} />
        {error && !isShown && (
          <p className="note bad" role="alert">
            {error.message}
          </p>
        )}
        <p className="row w">
          <button type="submit" className="btn p" aria-disabled={isPending}>
            {text.create}
          </button>
          <span className="q x">{text.draft}</span>
        </p>
      </form>
    </Page>
  );
};

const useCreation = (form: Form) => {
  const navigate = useNavigate();
  const client = useQueryClient();
  // Made once: asked twice, there is one product.
  const [id] = useState(() => newId() as ProductId);
  return useMutation({
    mutationFn: () => createProduct(requestOf(id, form)),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: productsKey });
      await navigate(`/products/${id}`);
    },
  });
};

type Part = Readonly<{
  form: Form;
  set: (key: string, value: string) => void;
  said: (key: string) => string | undefined;
}>;

const NewWords = ({ form, set, said }: Part) => {
  const text = useWords(words);
  const labels = useWords(formWords);
  return (
    <section className="card">
      <header>
        <h2>{text.words}</h2>
      </header>
      <div className="in-b stack tight">
        {textFields.map((key) => (
          <TextBox
            key={key}
            label={labels[key]}
            error={said(key)}
            maxLength={key.startsWith("description") ? 20_000 : 300}
            value={form[key] ?? ""}
            onType={(typed) => set(key, typed)}
          />
        ))}
        <Field label={labels.categoryId} error={said("categoryId")}>
          {(ids) => (
            <CategorySelect
              {...ids}
              className="in"
              any={text.choose}
              value={form["categoryId"] ?? ""}
              onChoose={(chosen) => set("categoryId", chosen)}
            />
          )}
        </Field>
        <TextBox
          label={text.sku}
          hint={text.skuHint}
          error={said("sku")}
          className="in m"
          maxLength={64}
          value={form["sku"] ?? ""}
          onType={(typed) => set("sku", typed)}
        />
      </div>
    </section>
  );
};

const NewPrices = ({ form, set, said }: Part) => {
  const text = useWords(words);
  return (
    <section className="card">
      <header>
        <h2>{text.prices}</h2>
      </header>
      <div className="in-b five">
        {currencies.map((currency) => (
          <TextBox
            key={currency}
            label={currency}
            error={said(`prices.${currency}`)}
            className="in n"
            inputMode="decimal"
            value={form[`prices.${currency}`] ?? ""}
            onType={(typed) => set(`prices.${currency}`, typed)}
          />
        ))}
      </div>
    </section>
  );
};

type Form = Readonly<Record<string, string>>;

const missingIn = (form: Form): readonly string[] => [
  ...["name.en", "categoryId"].filter((key) => !form[key]?.trim()),
  ...currencies
    .filter((currency) => amountOf(form[`prices.${currency}`] ?? "", currency) === undefined)
    .map((currency) => `prices.${currency}`),
];

const requestOf = (id: ProductId, form: Form): NewProductRequest => {
  const price = (currency: (typeof currencies)[number]) =>
    amountOf(form[`prices.${currency}`] ?? "", currency) ?? 0;
  const localized = (name: string) => {
    const zh = form[`${name}.zh`]?.trim();
    return { en: form[`${name}.en`]?.trim() ?? "", ...(zh && { zh }) };
  };
  const sku = form["sku"]?.trim();
  return {
    id,
    ...(sku && { sku: sku as Sku }),
    status: "Draft",
    name: localized("name"),
    description: localized("description"),
    brand: form["brand"]?.trim() ?? "",
    categoryId: form["categoryId"] as CategoryId,
    attributes: { en: {} },
    images: [],
    prices: {
      USD: price("USD"),
      EUR: price("EUR"),
      GBP: price("GBP"),
      JPY: price("JPY"),
      CNY: price("CNY"),
    },
    variants: [],
  };
};
