import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import type { Language, Visitor } from "./browser.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const views = [
  { width: 1280, height: 900, theme: "light" },
  { width: 1280, height: 900, theme: "dark" },
  { width: 360, height: 740, theme: "light" },
  { width: 360, height: 740, theme: "dark" },
] as const;

/** Words differ between languages, colours do not: the second one is seen once in each theme and size. */
const viewsOf = (language: Language) => (language === "en" ? views : [views[1], views[2]]);

/** A theme changes colours alone: the rest was asked at this size in the other theme. */
const colourRules = ["color-contrast", "link-in-text-block"];

type Violation = { id: string; nodes: { html: string; failureSummary: string }[] };

/** What people who see, hear or move otherwise would stumble over, at each size and in each theme. */
export const troublesOf = async (
  page: Page,
  face: string,
  language: Language,
): Promise<readonly string[]> => {
  const troubles: string[] = [];
  await page.evaluate(axe);
  const seen = new Set<number>();
  for (const { theme, ...size } of viewsOf(language)) {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    const where = `${face}, ${size.width} px, ${theme}`;
    // Preloading is for rules of moving pictures and sound, of which there are none.
    const rules = seen.has(size.width) ? { runOnly: colourRules } : {};
    seen.add(size.width);
    const { violations } = await page.evaluate<{ violations: Violation[] }>(
      `axe.run(${JSON.stringify({ resultTypes: ["violations"], preload: false, ...rules })})`,
    );
    for (const { id, nodes } of violations)
      troubles.push(
        `${where}: ${id}: ${nodes
          .slice(0, 2)
          .map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary}`)
          .join(" | ")}`,
      );
    const sideways = await page.evaluate<number>(
      "document.documentElement.scrollWidth - document.documentElement.clientWidth",
    );
    if (language === "zh") {
      const stopped = await page.evaluate<string[]>(stoppedHeadings);
      if (stopped.length > 0)
        troubles.push(`${where}: a heading ends in a stop: ${stopped.join()}`);
    }
    if (sideways > 0) troubles.push(`${where}: scrolls sideways by ${sideways} px`);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  return troubles;
};

type Faces = AsyncIterable<Readonly<{ name: string }>>;

/** The same of every face that a visitor is led past. `cutOff` is one on purpose: its complaint of it is no news. */
export const troublesAlong = async (
  visitor: Visitor,
  faces: Faces,
  cutOff?: string,
): Promise<readonly string[]> => {
  const troubles: string[] = [];
  let told = visitor.problems.length;
  for await (const { name } of faces) {
    troubles.push(...(await troublesOf(visitor.page, name, visitor.language)));
    if (name === cutOff) visitor.forgive(told);
    told = visitor.problems.length;
  }
  return troubles;
};

/** A Chinese heading carries no full stop: it would come to stand alone on a line. Notices are sentences. */
const stoppedHeadings = `[...document.querySelectorAll("h1, h2, h3")]
  .filter((heading) => !heading.closest(".notice") && heading.textContent.trim().endsWith("。"))
  .map((heading) => heading.textContent)`;

/** What the wire carried for a page, compressed. Read it once the page is still. */
export const weighing = (page: Page) => {
  const sizes: Promise<{ type: string; bytes: number }>[] = [];
  page.on("requestfinished", (request) => {
    const type = request.resourceType();
    if (type === "script" || type === "stylesheet")
      sizes.push(
        request.sizes().then(({ responseBodySize }) => ({ type, bytes: responseBodySize })),
      );
  });
  return async () => {
    const all = await Promise.all(sizes);
    const kilobytes = (wanted: string) =>
      all.filter(({ type }) => type === wanted).reduce((sum, { bytes }) => sum + bytes, 0) / 1_000;
    return { script: kilobytes("script"), styles: kilobytes("stylesheet") };
  };
};

/** To be run before the page does: adds up what moves without anybody having pressed anything. */
export const countShifts = `
  globalThis.shifted = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) globalThis.shifted += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
`;

/** To be run before the page does: lists what was sent with the page and is thrown away as it wakes. */
export const listLost = `
  globalThis.lost = [];
  new MutationObserver((changes) => {
    for (const { nodeType, tagName, outerHTML } of changes.flatMap(({ removedNodes }) => [...removedNodes]))
      if (nodeType === 1 && tagName !== "SCRIPT" && tagName !== "LINK") globalThis.lost.push(outerHTML.slice(0, 160));
  }).observe(document, { subtree: true, childList: true });
`;
