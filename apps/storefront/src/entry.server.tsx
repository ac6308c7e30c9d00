import { PassThrough } from "node:stream";
import { createReadableStreamFromReadable } from "@react-router/node";
import { isbot } from "isbot";
import { renderToPipeableStream, type RenderToPipeableStreamOptions } from "react-dom/server";
import { type EntryContext, ServerRouter } from "react-router";
import { Nonce } from "./layout/nonce.ts";

// The server that mounts these pages fills what they ask through, by this key.
export { visitContext } from "./server/visit.ts";

export const streamTimeout = 10_000;

// oxlint-disable-next-line import/no-default-export -- the framework looks for the default export
export default function render(
  request: Request,
  status: number,
  headers: Headers,
  routerContext: EntryContext,
) {
  const nonce = request.headers.get("wares-nonce") ?? "";
  // Crawlers get the whole page at once; people get it as it is made.
  const ready: keyof RenderToPipeableStreamOptions = isbot(request.headers.get("user-agent"))
    ? "onAllReady"
    : "onShellReady";
  return new Promise<Response>((resolve, reject) => {
    const page = (
      <Nonce value={nonce}>
        <ServerRouter context={routerContext} url={request.url} nonce={nonce} />
      </Nonce>
    );
    const { pipe, abort } = renderToPipeableStream(page, {
      nonce,
      [ready]: () => {
        const body = new PassThrough();
        headers.set("content-type", "text/html; charset=utf-8");
        pipe(body);
        clearTimeout(tooLate);
        resolve(new Response(createReadableStreamFromReadable(body), { status, headers }));
      },
      onShellError: reject,
    });
    const tooLate = setTimeout(() => abort(), streamTimeout + 1_000);
  });
}
