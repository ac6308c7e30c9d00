/**
 * The data a page was made from, for the router in the browser: the scripts its own `ServerRouter` would
 * write. It writes them behind `html`, as parts that Preact would send out of place.
 */
export async function* dataScripts(data: AsyncIterable<Uint8Array>, nonce: string) {
  const script = (call: string) =>
    `<script nonce="${nonce}">window.__reactRouterContext.streamController.${call};</script>`;
  const decoder = new TextDecoder();
  for await (const part of data)
    yield script(`enqueue(${inScript(decoder.decode(part, { stream: true }))})`);
  yield script("close()");
}

const escapes: Record<string, string> = {
  "<": "\\u003c",
  ">": "\\u003e",
  "&": "\\u0026",
  "\u2028": "\\u2028",
  "\u2029": "\\u2029",
};
const inScript = (text: string) =>
  JSON.stringify(text).replace(/[<>&\u2028\u2029]/g, (sign) => escapes[sign] ?? "");
