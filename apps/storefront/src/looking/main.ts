// Looks at every page as people do, and says what is wrong with it:
// node src/looking/main.ts http://127.0.0.1:PORT folder [part of a face's name]
import { mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { type Browser, chromium, type Page } from "playwright-core";
import { type Face, faces } from "./faces.ts";
import { useWithScripts } from "./with-scripts.ts";
import { buyWithoutScripts } from "./without-scripts.ts";

const [base = "", folder = "screens", wanted = ""] = process.argv.slice(2);
const axeFile = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const axe = await readFile(axeFile, "utf8");
const views = [
  { width: 1280, theme: "light" },
  { width: 360, theme: "dark" },
  { width: 360, theme: "light" },
  { width: 1280, theme: "dark" },
] as const;
type View = (typeof views)[number];

const say = (text: string) => process.stdout.write(`${text}\n`);

type Axe = { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };

const look = async (browser: Browser, face: Face, view: View) => {
  const { width, theme } = view;
  const height = width < 600 ? 740 : 900;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: theme,
    locale: face.path.startsWith("/zh") ? "zh-CN" : "en-US",
    bypassCSP: true,
  });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on("console", (message) => {
    const isOurs = !message.text().includes("status of 404");
    if (message.type() === "error" && isOurs) problems.push(message.text().slice(0, 300));
  });
  page.on("pageerror", (error) => problems.push(error.message.slice(0, 300)));
  const weights = weighing(page);
  await page.addInitScript(() => {
    const shifts = globalThis as { shifted?: number };
    shifts.shifted = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) {
        shifts.shifted = (shifts.shifted ?? 0) + entry.value;
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto(base + face.path, { waitUntil: "load" });
  // Before that the same presses go through plain forms, and other pages answer.
  await page.waitForFunction(() => "__reactRouterDataRouter" in globalThis);
  await page.waitForTimeout(500);
  const shift = await page.evaluate(() => (globalThis as { shifted?: number }).shifted ?? 0);
  await face.act?.(page);
  await page.waitForTimeout(300);
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: Axe }).axe.run(),
  );
  for (const { id, nodes } of violations) {
    problems.push(
      `axe ${id}: ${nodes
        .slice(0, 2)
        .map(({ html }) => html.slice(0, 140))
        .join(" | ")}`,
    );
  }
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  if (sideways > 0) problems.push(`scrolls sideways by ${sideways}`);
  await loadAll(page);
  const name = `${face.name}-${width < 600 ? "phone" : "desktop"}-${theme}`;
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: !face.isOverlay });
  const { script, styles } = await weights();
  say(`${name}: script ${script} kB, styles ${styles} kB, shift ${shift.toFixed(4)}`);
  for (const problem of problems) say(`    ${problem}`);
  await context.close();
};

/** What the wire carried, compressed. */
const weighing = (page: Page) => {
  const sizes: Promise<{ type: string; bytes: number }>[] = [];
  page.on("requestfinished", (request) => {
    const type = request.resourceType();
    if (type !== "script" && type !== "stylesheet") return;
    sizes.push(request.sizes().then(({ responseBodySize }) => ({ type, bytes: responseBodySize })));
  });
  return async () => {
    const all = await Promise.all(sizes);
    const sum = (wanted: string) =>
      all.filter(({ type }) => type === wanted).reduce((total, { bytes }) => total + bytes, 0);
    return {
      script: (sum("script") / 1024).toFixed(1),
      styles: (sum("stylesheet") / 1024).toFixed(1),
    };
  };
};

const loadAll = (page: Page) =>
  page.evaluate(async () => {
    for (const image of document.images) image.loading = "eager";
    await Promise.race([
      Promise.allSettled([...document.images].map((image) => image.decode())),
      new Promise((done) => setTimeout(done, 8_000)),
    ]);
  });

await mkdir(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
});
if ("without-scripts".includes(wanted)) {
  for (const language of ["", "/zh"] as const) {
    say(`without scripts ${language}: ${await buyWithoutScripts(browser, base, language)}`);
  }
}
if ("with-scripts".includes(wanted)) {
  await useWithScripts(browser, base);
  say("with scripts: all of it");
}
for (const face of faces.filter(({ name }) => name.includes(wanted))) {
  for (const view of views) await look(browser, face, view);
}
await browser.close();
