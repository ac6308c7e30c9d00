import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { newVisitor, openBrowser, type Visitor } from "./browser.ts";
import { ourShop } from "../our-shop.ts";

/** The name it has in its own mails, so that their links and pictures are of the same origin. */
const publicUrl = (url: string) => url.replace("127.0.0.1", "localhost");

type Options = Parameters<typeof newVisitor>[2];

/**
 * A browser for one file of tests; whoever visited leaves after each test, and met no broken page. Where
 * no picture is looked at, none need be decoded: that is most of the browser's work.
 */
export const visiting = (shopUrl = () => ourShop().url, hasPictures = true) => {
  let browser: Browser;
  const inside: Visitor[] = [];
  beforeAll(async () => {
    browser = await openBrowser(hasPictures);
  });
  afterEach(async () => {
    const left = inside.splice(0);
    const problems = left.flatMap((visitor) => visitor.problems);
    await Promise.all(left.map(({ context }) => context.close()));
    expect(problems).toEqual([]);
  });
  afterAll(() => browser?.close());
  return async (options: Options = {}): Promise<Visitor> => {
    const visitor = await newVisitor(browser, publicUrl(shopUrl()), options);
    inside.push(visitor);
    return visitor;
  };
};
