import type { Currency } from "@wares/contracts";
import { useEffect, useRef } from "react";
import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import { useLanguage } from "../shell/language.tsx";
import { money, shortMoney } from "../shell/say.ts";
import { useTheme } from "../shell/theme-choice.tsx";

type Drawn = Readonly<{
  days: readonly string[];
  now: readonly number[];
  before: readonly number[];
  currency: Currency;
}>;

/** Now solid on a tint, the period before it dashed; the day and both sums under the pointer. */
export const SalesChart = ({ days, now, before, currency }: Drawn) => {
  const place = useRef<HTMLDivElement>(null);
  const tip = useRef<HTMLDivElement>(null);
  const { language } = useLanguage();
  const { isDark } = useTheme();
  // The words of the figures, so that a redraw happens when they change and not at every render.
  const drawn = JSON.stringify({ days, now, before, currency } satisfies Drawn);

  useEffect(() => {
    const host = place.current;
    if (!host) return;
    const data = JSON.parse(drawn) as Drawn;
    const say = (amount: number | undefined) =>
      money({ amount: amount ?? 0, currency: data.currency }, language);
    const onPoint = (index: number | null | undefined, left: number) => {
      const box = tip.current;
      if (!box) return;
      box.hidden = index === null || index === undefined;
      if (index === null || index === undefined) return;
      box.style.insetInlineStart = `${Math.min(left + 60, host.clientWidth - 150)}px`;
      box.textContent = `${data.days[index] ?? ""}  ${say(data.now[index])}  /  ${say(data.before[index])}`;
    };
    const plot = new uPlot(options(data, language, host, onPoint), dataOf(data), host);
    const resized = new ResizeObserver(() =>
      plot.setSize({ width: host.clientWidth, height: host.clientHeight }),
    );
    resized.observe(host);
    return () => {
      resized.disconnect();
      plot.destroy();
    };
  }, [drawn, language, isDark]);

  return (
    <>
      <div ref={place} className="plot" />
      <div ref={tip} className="plot-tip" hidden />
    </>
  );
};

const dataOf = ({ now, before }: Drawn): uPlot.AlignedData => [
  now.map((_, index) => index),
  [...now],
  now.map((_, index) => before[index] ?? null),
];

/** Minor units: below a dollar or a hundred yen an axis has nothing to tell apart. */
const leastShown = 100;

const options = (
  { days, currency }: Drawn,
  language: "en" | "zh",
  host: HTMLElement,
  onPoint: (index: number | null | undefined, left: number) => void,
): uPlot.Options => {
  const style = getComputedStyle(document.documentElement);
  // The canvas does not know light-dark(): the colour is asked of an element that has it.
  const colour = (token: string) => {
    host.style.color = `var(${token})`;
    const { color } = getComputedStyle(host);
    host.style.color = "";
    return color;
  };
  const font = `12px ${style.getPropertyValue("--font-text") || "sans-serif"}`;
  const [accent, faint, line] = ["--accent", "--ink-faint", "--line"].map(colour);
  const axis = { stroke: faint ?? "", font, ticks: { show: false }, gap: 6 };
  return {
    width: host.clientWidth,
    height: host.clientHeight,
    legend: { show: false },
    cursor: { y: false, points: { size: 7 }, drag: { setScale: false } },
    scales: {
      x: { time: false },
      y: { range: (_, __, max) => [0, Math.max(leastShown, max * 1.1)] },
    },
    axes: [
      {
        ...axis,
        grid: { show: false },
        size: 28,
        space: 90,
        values: (_, at) => at.map((index) => days[index] ?? ""),
      },
      {
        ...axis,
        size: 68,
        grid: { stroke: line ?? "", width: 1 },
        values: (_, at) => at.map((amount) => shortMoney(amount, currency, language)),
      },
    ],
    series: [
      {},
      {
        stroke: accent ?? "",
        width: 2,
        fill: `color-mix(in oklch, ${accent} 10%, transparent)`,
        points: { show: false },
      },
      { stroke: faint ?? "", width: 1.5, dash: [4, 4], points: { show: false } },
    ],
    hooks: { setCursor: [({ cursor }) => onPoint(cursor.idx, cursor.left ?? 0)] },
  };
};
