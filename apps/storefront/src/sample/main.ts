// Shows the built pages over the sample shop, to look at them: node src/sample/main.ts [pictures] [port]
import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { join } from "node:path";
import { storefrontHandler } from "../storefront-server.ts";
import { sampleShop } from "./sample-shop.ts";

const here = join(import.meta.dirname, "../..");
const [pictures = "", port = "0"] = process.argv.slice(2);
const shop = sampleShop();
const built = join(here, "build/server/index.js");
const build = await import(built);
const answer = storefrontHandler({ build, api: shop.api, files: join(here, "build/client") });

const pictureAt = async (pathname: string) => {
  const [, name] = /^\/pictures\/([\w-]+)-\d+\.(?:avif|webp)$/.exec(pathname) ?? [];
  if (!name) return undefined;
  const bytes = await readFile(join(pictures, `${name}.webp`)).catch(() => undefined);
  return new Response(bytes ? new Uint8Array(bytes) : null, {
    status: bytes ? 200 : 404,
    headers: { "content-type": "image/webp" },
  });
};

const bodyOf = async (incoming: IncomingMessage) => {
  const parts: Buffer[] = [];
  for await (const part of incoming) parts.push(part as Buffer);
  return new Uint8Array(Buffer.concat(parts));
};

const serve = async (incoming: IncomingMessage, outgoing: ServerResponse) => {
  const url = `http://${incoming.headers.host}${incoming.url}`;
  const stop = new AbortController();
  outgoing.on("close", () => stop.abort());
  const hasBody = incoming.method !== "GET" && incoming.method !== "HEAD";
  const request = new Request(url, {
    method: incoming.method ?? "GET",
    headers: Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]),
    signal: stop.signal,
    ...(hasBody && { body: await bodyOf(incoming) }),
  });
  const { pathname } = new URL(url);
  const isApi = pathname.startsWith("/api/");
  const response =
    (await pictureAt(pathname)) ?? (isApi ? await shop.api(request) : await answer(request));
  outgoing.statusCode = response.status;
  outgoing.setHeaders(response.headers);
  for await (const part of response.body ?? []) outgoing.write(part);
  outgoing.end();
};
const server = createServer((incoming, outgoing) => void serve(incoming, outgoing));
server.listen(Number(port), "127.0.0.1", () => {
  const address = server.address();
  if (address && typeof address === "object") process.stdout.write(`${address.port}\n`);
});
