import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

// Reads the tokens as they are shipped: a colour that somebody changes is checked with the next run.
const css = readFileSync(new URL("tokens.css", import.meta.url), "utf8");
const colour = String.raw`oklch\(([\d.]+)% ([\d.]+) ([\d.]+)\)`;
const declared = new RegExp(`--([a-z-]+): light-dark\\(\\s*${colour},\\s*${colour}\\s*\\)`, "g");
type Colour = { lightness: number; chroma: number; hue: number };
const colourOf = ([lightness, chroma, hue]: string[]): Colour => ({
  lightness: Number(lightness) / 100,
  chroma: Number(chroma),
  hue: (Number(hue) * Math.PI) / 180,
});
const tokens = new Map(
  [...css.matchAll(declared)].map(([, name = "", ...numbers]) => [
    name,
    { light: colourOf(numbers.slice(0, 3)), dark: colourOf(numbers.slice(3)) },
  ]),
);

// OKLCH to linear sRGB (Björn Ottosson, 2020), then WCAG 2 luminance.
const luminance = ({ lightness, chroma, hue }: Colour) => {
  const [a, b] = [chroma * Math.cos(hue), chroma * Math.sin(hue)];
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const inside = (value: number) => Math.min(1, Math.max(0, value));
  const red = inside(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
  const green = inside(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
  const blue = inside(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const contrast = (one: string, other: string, theme: "light" | "dark") => {
  const [first, second] = [tokens.get(one), tokens.get(other)];
  if (!first || !second) throw new Error(`no colour called ${first ? other : one}`);
  const values = [luminance(first[theme]), luminance(second[theme])];
  return (Math.max(...values) + 0.05) / (Math.min(...values) + 0.05);
};

const grounds = ["paper", "paper-raised", "paper-sunken", "tile"];
const read = [
  ...["ink", "ink-soft", "accent"].flatMap((text) => grounds.map((ground) => [text, ground])),
  ...["ink", "accent"].map((text) => [text, "accent-tint"]),
  ...["danger", "ink"].map((text) => [text, "danger-tint"]),
  ["danger", "paper"],
  ["danger", "paper-raised"],
  ["on-accent", "accent"],
  ["on-accent", "accent-hover"],
  ["paper", "ink"],
];
const pressed = ["paper", "paper-raised"].map((ground) => ["line-control", ground]);
const themes = ["light", "dark"] as const;
const inBoth = (pairs: string[][]) =>
  themes.flatMap((theme) =>
    pairs.map(([text = "", ground = ""]) => ({
      pair: `${text} on ${ground}, ${theme}`,
      contrast: contrast(text, ground, theme),
    })),
  );

test("black on white is 21 to 1, so the arithmetic is right", () => {
  const white = luminance({ lightness: 1, chroma: 0, hue: 0 });
  const black = luminance({ lightness: 0, chroma: 0, hue: 0 });
  expect((white + 0.05) / (black + 0.05)).toBeCloseTo(21, 1);
});

test("what is read stands out 4.5 to 1 from its ground, in either theme", () => {
  expect(inBoth(read).filter((found) => found.contrast < 4.5)).toEqual([]);
});

test("what is pressed has an edge of 3 to 1", () => {
  expect(inBoth(pressed).filter((found) => found.contrast < 3)).toEqual([]);
});
