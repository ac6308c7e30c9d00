import { useQuery } from "@tanstack/react-query";
import type { FlashSale, FlashSaleFigures } from "@wares/contracts";
import { lazy, Suspense } from "react";
import { Answer } from "../shell/faces.tsx";
import { useLanguage, useWords, type Words } from "../shell/language.tsx";
import { count } from "../shell/say.ts";
import { figuresQuery } from "./flash-sales.queries.ts";
import { unitsOf } from "./sale-columns.tsx";
import { SoldThings } from "./sold-things.tsx";
import { type FigurePoint, useFigures } from "./use-figures.ts";

const FiguresChart = lazy(async () => ({
  default: (await import("./figures-chart.tsx")).FiguresChart,
}));

const words = {
  en: {
    figures: "Figures",
    requests: "Orders asked for",
    waiting: "In the queue",
    admitted: "Let in",
    sold: "Sold",
    paid: "Paid",
    refused: "Refused",
    available: "Left",
    of: (n: string) => `of ${n}`,
    pieces: "Every piece",
    held: "Held, not yet paid",
    goods: "Pieces since you looked",
    people: "People since you looked",
    live: "live",
    still: "not live",
    chart: (now: string) => `Over time; now ${now}`,
  },
  zh: {
    figures: "数据",
    requests: "下单请求",
    waiting: "排队中",
    admitted: "已放行",
    sold: "已售",
    paid: "已付款",
    refused: "被拒绝",
    available: "剩余",
    of: (n: string) => `共 ${n}`,
    pieces: "每一件",
    held: "已占用，未付款",
    goods: "打开页面以来的件数",
    people: "打开页面以来的人数",
    live: "实时",
    still: "非实时",
    chart: (now: string) => `随时间变化；现在 ${now}`,
  },
} satisfies Words<unknown>;

const numbers = [
  "requests",
  "waiting",
  "admitted",
  "sold",
  "paid",
  "refused",
  "available",
] as const;
type Name = (typeof numbers)[number];

/** A sale that runs, as it runs; one that is over keeps its last figures. */
export const LiveSale = ({ sale }: { sale: FlashSale }) => {
  const query = useQuery(figuresQuery(sale.id));
  const { points, latest, isLive } = useFigures(sale.id);
  return (
    <Answer query={query} rows={6}>
      {(read) => <Live sale={sale} figures={latest ?? read} points={points} isLive={isLive} />}
    </Answer>
  );
};

type Props = Readonly<{
  sale: FlashSale;
  figures: FlashSaleFigures;
  points: readonly FigurePoint[];
  isLive: boolean;
}>;

const Live = ({ sale, figures, points, isLive }: Props) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const say = (value: number) => count(value, language);
  const units = unitsOf(sale);
  return (
    <div className="stack">
      <section className="card" aria-labelledby="figures-title">
        <header>
          <h2 id="figures-title">{text.figures}</h2>
          <span className={isLive ? "dotl on sp" : "dotl sp"}>
            {isLive ? text.live : text.still}
          </span>
        </header>
        <dl className="in-b sale-figures">
          {numbers.map((name) => (
            <div key={name}>
              <dt>{text[name]}</dt>
              <dd>
                <span key={figures[name]} className="big tick" data-figure={name}>
                  {say(figures[name])}
                </span>
                {name === "sold" && <span className="q x">{text.of(say(units))}</span>}
              </dd>
            </div>
          ))}
        </dl>
      </section>
      <Pieces figures={figures} units={units} />
      <Lines title={text.goods} names={["sold", "paid"]} points={points} />
      <Lines title={text.people} names={["waiting", "admitted", "requests"]} points={points} />
      <SoldThings sale={sale} />
    </div>
  );
};

/** Paid, held and left of all that was set aside: a picture of the figures above. */
const Pieces = ({ figures, units }: { figures: FlashSaleFigures; units: number }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const held = Math.max(0, figures.sold - figures.paid);
  const width = (part: number) => ({ width: `${(Math.min(part, units) / units) * 100}%` });
  return (
    <section className="card" aria-labelledby="pieces-title">
      <header>
        <h2 id="pieces-title">{text.pieces}</h2>
        <span className="sp legend">
          <span>
            <i className="sw av" />
            {text.paid} {count(figures.paid, language)}
          </span>
          <span>
            <i className="sw hd" />
            {text.held} {count(held, language)}
          </span>
        </span>
      </header>
      <div className="in-b">
        <span className="sbar wide" aria-hidden>
          <i className="av" style={width(figures.paid)} />
          <i className="hd" style={width(held)} />
        </span>
      </div>
    </section>
  );
};

type LinesProps = Readonly<{
  title: string;
  names: readonly Name[];
  points: readonly FigurePoint[];
}>;

const Lines = ({ title, names, points }: LinesProps) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const last = points.at(-1);
  const now = names.map((name) => `${text[name]} ${count(last?.[name] ?? 0, language)}`).join(", ");
  return (
    <section className="card" aria-label={title}>
      <header>
        <h2>{title}</h2>
        <span className="sp legend">
          {names.map((name, nth) => (
            <span key={name}>
              <i className={`ln s${nth}`} />
              {text[name]}
            </span>
          ))}
        </span>
      </header>
      <div className="in-b">
        <div className="sales" role="img" aria-label={text.chart(now)}>
          <Suspense>
            <FiguresChart
              times={points.map(({ seconds }) => seconds)}
              lines={names.map((name) => points.map((point) => point[name]))}
            />
          </Suspense>
        </div>
      </div>
    </section>
  );
};
