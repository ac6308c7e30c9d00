import { existsSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Refused } from "@wares/platform";
import { noSuchPage, type Routes } from "@wares/platform/http";
import { remoteHeader, sendResponse, toRequest } from "./in-process.ts";

const formBytesMax = 64 * 1024;
export const storefrontFolder = fileURLToPath(new URL("../../storefront/", import.meta.url));
export const adminFolder = fileURLToPath(new URL("../../admin/", import.meta.url));

type Handler = (request: Request) => Promise<Response>;

/** The storefront answers whatever nobody else does. */
export const storefrontRoutes =
  (handler: Handler, originOf: (host: string) => string): Routes =>
  async (app) => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser(
      "*",
      { parseAs: "buffer", bodyLimit: formBytesMax },
      (_request, body, done) => done(null, body),
    );
    app.route({
      method: ["GET", "HEAD", "POST"],
      url: "/*",
      schema: { hide: true },
      config: { allow: "anyone" },
      handler: async (request, reply) => {
        // Who calls the API reads problems, not pages.
        if (request.url.startsWith("/api/")) throw new Refused(noSuchPage);
        const response = await handler(toRequest(request, originOf(request.host)));
        return sendResponse(response, reply);
      },
    });
  };

/** Loaded only where it was built: the API runs without its pages. */
export const loadStorefront = async (api: Handler): Promise<Handler | undefined> => {
  const built = `${storefrontFolder}build/server/index.js`;
  if (!existsSync(built)) return undefined;
  const [{ storefrontHandler }, build] = await Promise.all([
    import("@wares/storefront"),
    import(pathToFileURL(built).href),
  ]);
  return storefrontHandler({
    build,
    api,
    files: `${storefrontFolder}build/client`,
    forward: ["traceparent", "user-agent", "accept-language", remoteHeader],
  });
};

export const loadAdmin = async (
  api: Handler,
  hint: { email: string; password: string } | undefined,
): Promise<Routes | undefined> => {
  const distFolder = `${adminFolder}dist`;
  if (!existsSync(`${distFolder}/index.html`)) return undefined;
  const { adminPages } = await import("@wares/admin");
  return adminPages({ distFolder, call: api, secure: false, ...(hint && { hint }) });
};
