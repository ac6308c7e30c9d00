import { readFile } from "node:fs/promises";
import { extname, join, normalize, sep } from "node:path";
import { brotliCompress, constants, gzip } from "node:zlib";
import { promisify } from "node:util";

const types: Record<string, string> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".woff2": "font/woff2",
  ".svg": "image/svg+xml",
  ".webp": "image/webp",
  ".avif": "image/avif",
  ".ico": "image/x-icon",
  ".txt": "text/plain; charset=utf-8",
};
const compressible = new Set([".js", ".css", ".svg", ".txt"]);
const squeeze = {
  br: (bytes: Buffer) =>
    promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
  gzip: (bytes: Buffer) => promisify(gzip)(bytes, { level: 9 }),
};
type Coding = keyof typeof squeeze;

/** The files of the build: their names carry their content's hash, so each is squeezed once and kept. */
export const builtFiles = (directory: string) => {
  const kept = new Map<string, Promise<Buffer>>();
  const content = (path: string, coding: Coding | undefined) => {
    const key = `${coding ?? ""}:${path}`;
    const known = kept.get(key);
    if (known) return known;
    const reading = readFile(path).then((bytes) => (coding ? squeeze[coding](bytes) : bytes));
    kept.set(key, reading);
    reading.catch(() => kept.delete(key));
    return reading;
  };
  return async (request: Request): Promise<Response | undefined> => {
    const { pathname } = new URL(request.url);
    const type = types[extname(pathname)];
    if (!type || (request.method !== "GET" && request.method !== "HEAD")) return undefined;
    const path = normalize(join(directory, pathname));
    if (!path.startsWith(normalize(directory) + sep)) return undefined;
    const coding = compressible.has(extname(path)) ? acceptedBy(request) : undefined;
    const bytes = await content(path, coding).catch(() => undefined);
    if (!bytes) return undefined;
    const isHashed = pathname.startsWith("/assets/");
    const headers = {
      "content-type": type,
      "cache-control": isHashed ? "public, max-age=31536000, immutable" : "public, max-age=3600",
      "x-content-type-options": "nosniff",
      vary: "accept-encoding",
      ...(coding && { "content-encoding": coding }),
    };
    return new Response(request.method === "HEAD" ? null : new Uint8Array(bytes), { headers });
  };
};

const acceptedBy = (request: Request): Coding | undefined => {
  const accepted = request.headers.get("accept-encoding") ?? "";
  if (/\bbr\b/.test(accepted)) return "br";
  return /\bgzip\b/.test(accepted) ? "gzip" : undefined;
};
