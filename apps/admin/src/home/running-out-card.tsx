import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { Answer } from "../shell/faces.tsx";
import { useLanguage, useWords, type Words } from "../shell/language.tsx";
import { count } from "../shell/say.ts";
import { NeedTag, StockBar } from "../stock/stock-bar.tsx";
import { stockQuery } from "../stock/stock.queries.ts";

const words = {
  en: {
    title: "About to run out",
    stock: "Stock",
    sku: "SKU",
    bar: "Available, held",
    need: "Needs",
    calm: "Everything is above its reorder point.",
  },
  zh: {
    title: "即将售罄",
    stock: "库存",
    sku: "SKU",
    bar: "可售与占用",
    need: "提醒",
    calm: "全部高于补货点。",
  },
} satisfies Words<unknown>;

export const RunningOutCard = () => {
  const text = useWords(words);
  const { language } = useLanguage();
  const query = useQuery({
    ...stockQuery({ attention: "Reorder", limit: 8 }),
    refetchInterval: 30_000,
  });
  return (
    <section className="card c5" aria-labelledby="out-title">
      <header>
        <h2 id="out-title">{text.title}</h2>
        <Link className="sp link" to="/stock?attention=Reorder">
          {text.stock}
        </Link>
      </header>
      <Answer query={query} rows={8}>
        {({ stock }) =>
          stock.length === 0 ? (
            <p className="in-b q">{text.calm}</p>
          ) : (
            <div className="tw" tabIndex={0} role="group" aria-labelledby="out-title">
              <table className="lowt">
                <thead>
                  <tr>
                    <th>{text.sku}</th>
                    <th className="n">{text.bar}</th>
                    <th className="n">{text.need}</th>
                  </tr>
                </thead>
                <tbody>
                  {stock.map((info) => (
                    <tr key={`${info.sku}/${info.location}`}>
                      <td className="clip half">
                        <Link
                          className="m"
                          to={`/stock?query=${encodeURIComponent(info.sku)}&sku=${encodeURIComponent(info.sku)}`}
                        >
                          {info.sku}
                        </Link>
                      </td>
                      <td className="n">
                        {count(info.availableQuantity, language)} <StockBar info={info} />
                      </td>
                      <td className="n">
                        <NeedTag info={info} />
                      </td>
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
