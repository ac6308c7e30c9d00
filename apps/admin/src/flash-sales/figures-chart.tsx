import { useEffect, useRef } from "react";
import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import { useLanguage } from "../shell/language.tsx";
import { count } from "../shell/say.ts";
import { useTheme } from "../shell/theme-choice.tsx";

type Drawn = Readonly<{ times: readonly number[]; lines: readonly (readonly number[])[] }>;

/** Up to three lines over the last minutes; a new second moves them, and draws nothing else anew. */
export const FiguresChart = ({ times, lines }: Drawn) => {
  const place = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot>(undefined);
  const { language } = useLanguage();
  const { isDark } = useTheme();
  const data = [[...times], ...lines.map((line) => [...line])] as unknown as uPlot.AlignedData;
  const newest = useRef(data);
  newest.current = data;

  useEffect(() => {
    const host = place.current;
    if (!host) return undefined;
    const made = new uPlot(options(host, language, lines.length), newest.current, host);
    plot.current = made;
    const resized = new ResizeObserver(() =>
      made.setSize({ width: host.clientWidth, height: host.clientHeight }),
    );
    resized.observe(host);
    return () => {
      resized.disconnect();
      made.destroy();
      plot.current = undefined;
    };
  }, [language, isDark, lines.length]);
  useEffect(() => plot.current?.setData(data), [data]);
  return <div ref={place} className="plot" />;
};

const strokes = [
  { token: "--accent", width: 2, dash: [] },
  { token: "--ink", width: 1.5, dash: [4, 4] },
  { token: "--ink-faint", width: 1.5, dash: [1, 3] },
];
const leastShown = 5;

const options = (host: HTMLElement, language: "en" | "zh", lines: number): uPlot.Options => {
  // The canvas does not know light-dark(): the colour is asked of an element that has it.
  const colour = (token: string) => {
    host.style.color = `var(${token})`;
    const { color } = getComputedStyle(host);
    host.style.color = "";
    return color;
  };
  const style = getComputedStyle(document.documentElement);
  const font = `12px ${style.getPropertyValue("--font-text") || "sans-serif"}`;
  const axis = { stroke: colour("--ink-faint"), font, ticks: { show: false }, gap: 6 };
  const time = new Intl.DateTimeFormat(language === "zh" ? "zh-CN" : "en-IE", {
    timeStyle: "medium",
  });
  return {
    width: host.clientWidth,
    height: host.clientHeight,
    legend: { show: false },
    cursor: { show: false },
    scales: { y: { range: (_, __, max) => [0, Math.max(leastShown, max * 1.1)] } },
    axes: [
      {
        ...axis,
        grid: { show: false },
        size: 28,
        space: 90,
        // Whole seconds and up: finer there is nothing to tell.
        incrs: [1, 2, 5, 15, 30, 60, 120, 300],
        values: (_, at) => at.map((seconds) => time.format(seconds * 1_000)),
      },
      {
        ...axis,
        size: 52,
        grid: { stroke: colour("--line"), width: 1 },
        values: (_, at) =>
          at.map((value) => (Number.isInteger(value) ? count(value, language) : "")),
      },
    ],
    series: [
      {},
      ...strokes.slice(0, lines).map(({ token, width, dash }) => ({
        stroke: colour(token),
        width,
        dash,
        points: { show: false },
      })),
    ],
  };
};
