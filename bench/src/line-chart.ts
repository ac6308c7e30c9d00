import { niceTicks, spreadOut } from "./chart-scale.ts";

export type Line = Readonly<{
  label: string;
  points: readonly Readonly<{ x: number; y: number }>[];
}>;
/** A level to compare with, straight across. */
export type Level = Readonly<{ label: string; y: number }>;
export type Chart = Readonly<{
  title: string;
  subtitle: string;
  xLabel: string;
  yLabel: string;
  lines: readonly Line[];
  levels: readonly Level[];
}>;

const [WIDTH, HEIGHT] = [760, 420];
const [LEFT, RIGHT, TOP, BOTTOM] = [78, 220, 72, 56];
const LABEL_GAP = 17;
const LIGHT = ["#0b62c4", "#b3470c", "#197a4b", "#8a3ab9"] as const;
const DARK = ["#6cb0ff", "#ff9d5c", "#5fd39a", "#cf9bf2"] as const;
const COLOURS = LIGHT.length;

// Spelled out, for not everything that draws SVG knows custom properties.
const coloured = (colours: readonly string[]) =>
  colours
    .map(
      (one, nth) =>
        `.c${nth} .line { stroke: ${one} } .c${nth} .dot, .name.c${nth} { fill: ${one} }`,
    )
    .join("\n  ");

const style = `
  text { font: 13px system-ui, sans-serif; fill: #3a3f45 }
  .title { font-size: 17px; font-weight: 600; fill: #16191d }
  .back { fill: #ffffff } .grid { stroke: #e3e6ea } .axis { stroke: #8a9199 }
  .line { fill: none; stroke-width: 2.5 } .level { stroke: #8a9199; stroke-width: 1.5; stroke-dasharray: 6 5 }
  ${coloured(LIGHT)}
  @media (prefers-color-scheme: dark) {
  text { fill: #c3c9d1 } .title { fill: #f0f3f6 } .back { fill: #14171b } .grid { stroke: #2b3138 } .axis { stroke: #78818b }
  ${coloured(DARK)}
  }`;

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
const at = (value: number) => value.toFixed(1);

/** A picture that stands alone: light or dark as its reader's page is, with nothing to load. */
export const lineChart = ({ title, subtitle, xLabel, yLabel, lines, levels }: Chart): string => {
  const xs = [...new Set(lines.flatMap(({ points }) => points.map(({ x }) => x)))].toSorted(
    (one, other) => one - other,
  );
  const ys = [
    ...lines.flatMap(({ points }) => points.map(({ y }) => y)),
    ...levels.map(({ y }) => y),
  ];
  const ticks = niceTicks(Math.max(...ys));
  const top = ticks.at(-1) ?? 1;
  const [width, height] = [WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM];
  // Numbers of clients double from one to the next: each has the same room.
  const xOf = (x: number) => LEFT + ((xs.indexOf(x) + 0.5) / xs.length) * width;
  const yOf = (y: number) => TOP + height * (1 - y / top);

  const grid = ticks.map(
    (tick) =>
      `<line class="grid" x1="${LEFT}" x2="${LEFT + width}" y1="${at(yOf(tick))}" y2="${at(yOf(tick))}"/>` +
      `<text x="${LEFT - 10}" y="${at(yOf(tick) + 4)}" text-anchor="end">${tick.toLocaleString("en")}</text>`,
  );
  const names = xs.map(
    (x) => `<text x="${at(xOf(x))}" y="${HEIGHT - BOTTOM + 20}" text-anchor="middle">${x}</text>`,
  );
  const across = levels.map(
    ({ y }) =>
      `<line class="level" x1="${LEFT}" x2="${LEFT + width}" y1="${at(yOf(y))}" y2="${at(yOf(y))}"/>`,
  );
  const drawn = lines.map(({ points }, nth) => {
    const path = points.map(({ x, y }) => `${at(xOf(x))},${at(yOf(y))}`).join(" ");
    const dots = points.map(
      ({ x, y }) => `<circle class="dot" cx="${at(xOf(x))}" cy="${at(yOf(y))}" r="4"/>`,
    );
    return `<g class="c${nth % COLOURS}"><polyline class="line" points="${path}"/>${dots.join("")}</g>`;
  });
  const labels = [
    ...lines.map(({ label, points }, nth) => ({ label, y: points.at(-1)?.y ?? 0, nth })),
    ...levels.map(({ label, y }) => ({ label, y, nth: undefined })),
  ].toSorted((one, other) => other.y - one.y);
  const places = spreadOut(
    labels.map(({ y }) => yOf(y) + 4),
    LABEL_GAP,
  );
  const named = labels.map(({ label, nth }, place) => {
    const words = nth === undefined ? "<text" : `<text class="name c${nth % COLOURS}"`;
    return `${words} x="${LEFT + width + 10}" y="${at(places[place] ?? 0)}">${escaped(label)}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escaped(title)}">
<style>${style}</style>
<rect class="back" width="${WIDTH}" height="${HEIGHT}" rx="8"/>
<text class="title" x="20" y="30">${escaped(title)}</text>
<text x="20" y="50">${escaped(subtitle)}</text>
${grid.join("\n")}
<line class="axis" x1="${LEFT}" x2="${LEFT + width}" y1="${TOP + height}" y2="${TOP + height}"/>
${names.join("\n")}
<text x="${LEFT + width / 2}" y="${HEIGHT - 14}" text-anchor="middle">${escaped(xLabel)}</text>
<text transform="translate(18 ${TOP + height / 2}) rotate(-90)" text-anchor="middle">${escaped(yLabel)}</text>
${[...across, ...drawn, ...named].join("\n")}
</svg>
`;
};
