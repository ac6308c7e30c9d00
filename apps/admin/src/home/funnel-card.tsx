import { useQuery } from "@tanstack/react-query";
import type { Funnel } from "@wares/contracts";
import { Answer } from "../shell/faces.tsx";
import { useLanguage, useWords, type Words } from "../shell/language.tsx";
import { count } from "../shell/say.ts";
import { funnelQuery, type Period } from "./home.queries.ts";

const words = {
  en: {
    title: "From looking to paying",
    buyers: "distinct people in the period",
    Viewed: "Looked at a product",
    AddedToCart: "Put one in the cart",
    Ordered: "Ordered",
    Paid: "Paid",
  },
  zh: {
    title: "从浏览到付款",
    buyers: "本期去重人数",
    Viewed: "浏览商品",
    AddedToCart: "加入购物车",
    Ordered: "下单",
    Paid: "付款",
  },
} satisfies Words<unknown>;

export const FunnelCard = ({ period }: { period: Period }) => {
  const text = useWords(words);
  const query = useQuery(funnelQuery(period));
  return (
    <section className="card c5" aria-labelledby="funnel-title">
      <header>
        <h2 id="funnel-title">{text.title}</h2>
        <span className="sp hide-s">{text.buyers}</span>
      </header>
      <div className="in-b">
        <Answer query={query} rows={4}>
          {({ steps }) => <Steps steps={steps} />}
        </Answer>
      </div>
    </section>
  );
};

const Steps = ({ steps }: { steps: Funnel["steps"] }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const widest = Math.max(1, ...steps.map(({ buyers }) => buyers));
  return (
    <ol className="funnel">
      {steps.map(({ step, buyers }, index) => {
        const before = steps[index - 1]?.buyers;
        // Looking is counted of those who agreed to it, buying of all: more than the whole is no share.
        const share =
          before && buyers <= before ? `${Math.round((1000 * buyers) / before) / 10} %` : "";
        return (
          <li key={step}>
            <span>{text[step]}</span>
            <b className="n">{count(buyers, language)}</b>
            <span className="n q x">{share}</span>
            <i style={{ width: `${(100 * buyers) / widest}%` }} aria-hidden />
          </li>
        );
      })}
    </ol>
  );
};
