import { useQuery } from "@tanstack/react-query";
import { type Language, productStatuses, type StaffProduct } from "@wares/contracts";
import { ExternalLink } from "lucide-react";
import { useState } from "react";
import { Link, useParams } from "react-router";
import { Answer } from "../shell/faces.tsx";
import { Field } from "../shell/field.tsx";
import { useLanguage, useWords, type Words } from "../shell/language.tsx";
import { Page } from "../shell/page.tsx";
import { moment } from "../shell/say.ts";
import { pictureAt } from "../shell/thumb.tsx";
import { CategorySelect } from "./category-select.tsx";
import { ConflictView } from "./conflict-view.tsx";
import { classOf, TextField } from "./form-field.tsx";
import { PriceMatrix } from "./price-matrix.tsx";
import { formWords, productStatusWords } from "./product-words.ts";
import { productQuery } from "./products.queries.ts";
import { SaveBar } from "./save-bar.tsx";
import { type ProductForm, useProductForm } from "./use-product-form.ts";

const words = {
  en: {
    products: "Products",
    product: "Product",
    version: (n: number, when: string) => `version ${n}, ${when}`,
    see: "See in shop",
    words: "Words",
    language: "Language",
    missing: "to write",
    specHint: "One “Name: value” a line.",
    sale: "Sale",
    pictures: "Pictures",
    noPictures: "None yet.",
    save: "save",
    settle: "keep mine, take theirs",
  },
  zh: {
    products: "商品",
    product: "商品",
    version: (n: number, when: string) => `第 ${n} 版，${when}`,
    see: "在店铺查看",
    words: "文字",
    language: "语言",
    missing: "待写",
    specHint: "每行一项“名称: 值”。",
    sale: "销售",
    pictures: "图片",
    noPictures: "还没有图片。",
    save: "保存",
    settle: "保留我的、采用对方的",
  },
} satisfies Words<unknown>;

export const ProductPage = () => {
  const { productId = "" } = useParams();
  const text = useWords(words);
  const query = useQuery({ ...productQuery(productId), refetchOnWindowFocus: false });
  if (query.data) return <ProductRecord key={productId} product={query.data} />;
  return (
    <Page title={text.product} crumb={<Link to="/products">{text.products}</Link>}>
      <Answer query={query} rows={10}>
        {() => null}
      </Answer>
    </Page>
  );
};

const ProductRecord = ({ product: read }: { product: StaffProduct }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const names = useWords(productStatusWords);
  const form = useProductForm(read);
  const { product } = form;
  return (
    <Page
      title={product.name[language] ?? product.name.en}
      crumb={<Link to="/products">{text.products}</Link>}
      sub={
        <>
          <span className={product.status === "Active" ? "dotl on" : "dotl"}>
            {names[product.status]}
          </span>
          <span>{text.version(product.revision, moment(product.updatedAt, language))}</span>
        </>
      }
      actions={
        product.status === "Active" && (
          <a className="btn g" href={`/p/${product.slug.en}`}>
            <ExternalLink className="i" aria-hidden />
            {text.see}
          </a>
        )
      }
      keys={[
        [["⌘S"], text.save],
        [["1", "2"], text.settle],
      ]}
    >
      <ConflictView form={form} />
      <div className="pe">
        <div className="stack">
          <WordsCard form={form} />
          <PriceMatrix form={form} />
          <Pictures product={product} />
        </div>
        <aside className="stack">
          <SaleCard form={form} />
        </aside>
      </div>
      <SaveBar form={form} />
    </Page>
  );
};

const WordsCard = ({ form }: { form: ProductForm }) => {
  const text = useWords(words);
  const { language: spoken } = useLanguage();
  const [language, setLanguage] = useState<Language>(spoken);
  const unwritten = (["name.zh", "description.zh"] as const).filter((key) => !form.mine[key]);
  return (
    <section className="card">
      <header>
        <h2>{text.words}</h2>
        <div className="seg sp" role="group" aria-label={text.language}>
          <button type="button" aria-pressed={language === "en"} onClick={() => setLanguage("en")}>
            EN
          </button>
          <button type="button" aria-pressed={language === "zh"} onClick={() => setLanguage("zh")}>
            中文{" "}
            {unwritten.length > 0 && (
              <span className="tag warn">
                {unwritten.length} {text.missing}
              </span>
            )}
          </button>
        </div>
      </header>
      <div className="in-b stack tight">
        <TextField form={form} name={`name.${language}`} />
        <TextField form={form} name={`description.${language}`} rows={5} />
        <TextField form={form} name={`attributes.${language}`} rows={6} hint={text.specHint} />
      </div>
    </section>
  );
};

const SaleCard = ({ form }: { form: ProductForm }) => {
  const text = useWords(words);
  const labels = useWords(formWords);
  const names = useWords(productStatusWords);
  return (
    <section className="card">
      <header>
        <h2>{text.sale}</h2>
      </header>
      <div className="in-b stack tight">
        <Field label={labels.status}>
          {(ids) => (
            <select
              {...ids}
              className={classOf(form, "status")}
              value={form.mine["status"]}
              onChange={(event) => form.set("status", event.currentTarget.value)}
            >
              {productStatuses.map((status) => (
                <option key={status} value={status}>
                  {names[status]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={labels.categoryId}>
          {(ids) => (
            <CategorySelect
              {...ids}
              className={classOf(form, "categoryId")}
              value={form.mine["categoryId"] ?? ""}
              onChoose={(id) => form.set("categoryId", id)}
            />
          )}
        </Field>
        <TextField form={form} name="brand" />
      </div>
    </section>
  );
};

const Pictures = ({ product: { images, name } }: { product: StaffProduct }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  return (
    <section className="card">
      <header>
        <h2>{text.pictures}</h2>
      </header>
      {images.length === 0 ? (
        <p className="in-b q">{text.noPictures}</p>
      ) : (
        <ul className="imgs in-b">
          {images
            .toSorted((one, other) => one.sortOrder - other.sortOrder)
            .map(({ id, url, altText }) => (
              <li key={id}>
                <img
                  src={pictureAt(url, 240)}
                  alt={altText[language] ?? altText.en ?? name.en}
                  loading="lazy"
                />
              </li>
            ))}
        </ul>
      )}
    </section>
  );
};
