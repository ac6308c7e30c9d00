import { join } from "node:path";
import type { Page } from "playwright-core";

export type Shot = Readonly<{ face: string; file: string; view: string; language: string }>;

const views = [
  { name: "desk-light", width: 1280, height: 900, theme: "light" },
  { name: "desk-dark", width: 1280, height: 900, theme: "dark" },
  { name: "phone-light", width: 360, height: 740, theme: "light" },
  { name: "phone-dark", width: 360, height: 740, theme: "dark" },
] as const;
/** A list of two hundred rows says nothing more below this. */
const heightMax = 4_000;
const pictureMsMax = 8_000;

/** The same page at each size and in each theme: it follows both while it is open. */
export const shoot = async (
  page: Page,
  { name, isOverlay }: { name: string; isOverlay?: boolean },
  language: string,
  folder: string,
): Promise<readonly Shot[]> => {
  const shots: Shot[] = [];
  for (const view of views) {
    await page.setViewportSize({ width: view.width, height: view.height });
    await page.emulateMedia({ colorScheme: view.theme, reducedMotion: "reduce" });
    await loadPictures(page);
    const file = `${name}-${view.name}-${language}.png`;
    const whole = await page.evaluate<number>("document.documentElement.scrollHeight");
    // A window as tall as the page: bars that stick to its edges then stand where they belong.
    if (!isOverlay && whole > view.height)
      await page.setViewportSize({ width: view.width, height: Math.min(whole, heightMax) });
    await page.evaluate("scrollTo(0, 0)");
    await page.screenshot({ path: join(folder, file) });
    shots.push({ face: name, file, view: view.name, language });
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  return shots;
};

const loadPictures = (page: Page) =>
  page.evaluate(`(async () => {
    for (const image of document.images) image.loading = "eager";
    await Promise.race([
      Promise.allSettled([...document.images].map((image) => image.decode())),
      new Promise((done) => setTimeout(done, ${pictureMsMax})),
    ]);
  })()`);
