import { expect, test } from "vitest";
import { dataScripts } from "./data-scripts.ts";

/** Runs the scripts as a browser would, and says what arrived. */
const arrived = (page: string) => {
  let text = "";
  let isClosed = false;
  const streamController = {
    enqueue: (part: string) => (text += part),
    close: () => (isClosed = true),
  };
  for (const [, script = ""] of page.matchAll(/<script nonce="once">(.*?)<\/script>/gs))
    // oxlint-disable-next-line typescript/no-implied-eval -- what is tested is a script
    new Function("window", script)({ __reactRouterContext: { streamController } });
  return { text, isClosed };
};

const written = async (parts: Uint8Array[]) => {
  let page = "";
  for await (const script of dataScripts(oneByOne(parts), "once")) page += script;
  return page;
};

async function* oneByOne(parts: Uint8Array[]) {
  yield* parts;
}

test("what a page was made from arrives, wherever its bytes were cut", async () => {
  const text = '{"name":"杯 “Skerry”\u2028"}';
  const bytes = new TextEncoder().encode(text);
  for (const cut of bytes.keys()) {
    const page = await written([bytes.subarray(0, cut), bytes.subarray(cut)]);
    expect(arrived(page)).toEqual({ text, isClosed: true });
  }
});

test("a name that looks like markup stays a name", async () => {
  const text = "</script><script>alert(1)</script><!--";
  const page = await written([new TextEncoder().encode(text)]);
  expect(page.match(/<\/?script|<!--/g)).toHaveLength(4);
  expect(arrived(page).text).toBe(text);
});
