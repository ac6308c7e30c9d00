import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { Answer } from "../shell/faces.tsx";
import { useLanguage, useWords, type Words } from "../shell/language.tsx";
import { count, money } from "../shell/say.ts";
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

export const TopCard = ({ period }: { period: Period }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const query = useQuery(topProductsQuery(period));
  return (
    <section className="card c7" aria-labelledby="top-title">
      <header>
        <h2 id="top-title">{text.title}</h2>
      </header>
      <Answer query={query} rows={6}>
        {({ products }) =>
          products.length === 0 ? (
            <p className="in-b q">{text.none}</p>
          ) : (
            <div className="tw" tabIndex={0} role="group" aria-labelledby="top-title">
              <table>
                <thead>
                  <tr>
                    <th>{text.product}</th>
                    <th className="n">{text.units}</th>
                    <th className="n">{text.sales}</th>
                  </tr>
                </thead>
                <tbody>
                  {products.slice(0, 8).map(({ productId, name, units, gross }) => (
                    <tr key={productId}>
                      <td className="clip wide">
                        <Link to={`/products/${productId}`}>{name}</Link>
                      </td>
                      <td className="n">{count(units, language)}</td>
                      <td className="n">{money(gross, language)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Answer>
    </section>
  );
};
