import { renderToString } from "react-dom/server";
import { type EntryContext, ServerRouter } from "react-router";
import { Nonce } from "./layout/nonce.ts";
import { dataScripts } from "./renderer/data-scripts.ts";

// The server that mounts these pages fills what they ask through, by this key.
export { visitContext } from "./server/visit.ts";

export const streamTimeout = 10_000;

// oxlint-disable-next-line import/no-default-export -- the framework looks for the default export
export default function render(
  request: Request,
  status: number,
  headers: Headers,
  { serverHandoffStream, ...routerContext }: EntryContext,
) {
  const nonce = request.headers.get("wares-nonce") ?? "";
  const page = renderToString(
    <Nonce value={nonce}>
      <ServerRouter context={routerContext} url={request.url} nonce={nonce} />
    </Nonce>,
  );
  headers.set("content-type", "text/html; charset=utf-8");
  const start = encoder.encode(`<!DOCTYPE html>${page.slice(0, -end.length)}`);
  const bytes = bytesFrom(start, serverHandoffStream, nonce);
  const body = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { done, value } = await bytes.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: async () => void (await bytes.return()),
  });
  return new Response(body, { status, headers });
}

const encoder = new TextEncoder();
const end = "</body></html>";

/** The page at once, and what its scripts go on from as it comes. */
async function* bytesFrom(
  start: Uint8Array,
  data: EntryContext["serverHandoffStream"],
  nonce: string,
) {
  yield start;
  for await (const script of data ? dataScripts(data, nonce) : []) yield encoder.encode(script);
  yield encoder.encode(end);
}
