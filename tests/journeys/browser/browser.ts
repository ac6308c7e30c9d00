import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";

export type Language = "en" | "zh";
export const desk = { width: 1280, height: 900 };
export const phone = { width: 360, height: 740 };

/** No browser is an error, never a test that passes: `npm test` leaves the stage out and says so. */
export const openBrowser = (hasPictures = true): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      ...(hasPictures ? [] : ["--blink-settings=imagesEnabled=false"]),
    ],
  });

export type Visitor = Readonly<{
  context: BrowserContext;
  page: Page;
  language: Language;
  /** Addresses of the storefront in this visitor's language. */
  at: (path: string) => string;
  go: (path: string) => Promise<void>;
  /** What went wrong so far, as a page tells its console: script errors, refused by policy, missing files. */
  problems: readonly string[];
  /** Leaves out what came after the first `count`: somebody cut the line on purpose. */
  forgive: (count: number) => void;
}>;

type Options = Readonly<{
  language?: Language;
  view?: { width: number; height: number };
  theme?: "light" | "dark";
  hasScripts?: boolean;
}>;

/** Somebody with a browser of their own: no cookie of anybody else. */
export const newVisitor = async (
  browser: Browser,
  url: string,
  { language = "en", view = desk, theme = "light", hasScripts = true }: Options = {},
): Promise<Visitor> => {
  const context = await browser.newContext({
    baseURL: url,
    viewport: view,
    colorScheme: theme,
    locale: language === "zh" ? "zh-CN" : "en-US",
    reducedMotion: "reduce",
    javaScriptEnabled: hasScripts,
  });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  const problems: string[] = [];
  page.on("console", (message) => {
    if (message.type() !== "error" || isAnswer(message.text())) return;
    problems.push(`${page.url()}: ${message.text().slice(0, 300)}`);
  });
  page.on("pageerror", (error) => {
    // A question that was broken off because its asker went to another page.
    if (error.message === "signal is aborted without reason") return;
    problems.push(`${page.url()}: ${error.message.slice(0, 300)}`);
  });
  page.on("response", (response) => {
    const isFile = ["image", "script", "stylesheet", "font"].includes(
      response.request().resourceType(),
    );
    if (response.status() >= 500 || (isFile && response.status() >= 400))
      problems.push(`${page.url()}: ${response.status()} ${response.url()}`);
  });
  const at = (path: string) => `${language === "zh" ? "/zh" : ""}${path}`;
  const go = async (path: string) => {
    await page.goto(path === "/" && language === "zh" ? "/zh" : at(path));
    if (hasScripts) await awake(page);
  };
  const forgive = (count: number) => void problems.splice(count);
  return { context, page, language, at, go, problems, forgive };
};

/** A refusal (declined, signed out, not found) is an answer; Chromium calls each an error. */
const isAnswer = (text: string): boolean =>
  /the server responded with a status of 4\d\d/.test(text);

/** Before that the same presses go through plain forms, and other pages answer. */
export const awake = (page: Page) =>
  until(page, "globalThis.__reactRouterDataRouter?.state.initialized === true");

/** The back office draws its page once everything it asked for is there. */
export const awakeBackOffice = async (page: Page) => {
  await page.waitForSelector("h1");
  await page.waitForTimeout(150);
  await until(page, "!document.querySelector('[aria-busy=true], .sk')");
};

/** Playwright's own waiting evaluates inside the page, where the shop's policy rightly forbids it. */
export const until = async (page: Page, expression: string) => {
  const deadline = performance.now() + 10_000;
  while (!(await page.evaluate<boolean>(expression))) {
    if (performance.now() > deadline) throw new Error(`${page.url()} never came to ${expression}`);
    await page.waitForTimeout(25);
  }
};
