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

/** Where pages were not built the API runs all the same, and says so to whoever asks for a page. */
const notBuilt: Handler = async () =>
  new Response("The pages are not built. npm start builds them.", { status: 503 });

export const loadStorefront = async (api: Handler): Promise<Handler> => {
  const built = `${storefrontFolder}build/server/index.js`;
  if (!existsSync(built)) return notBuilt;
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

type Hint = Readonly<{ email: string; password: string }>;

export const loadAdmin = async (
  api: Handler,
  { hint, isSecure }: { hint: Hint | undefined; isSecure: boolean },
): Promise<Routes> => {
  const { adminPages } = await import("@wares/admin");
  const distFolder = `${adminFolder}dist`;
  return adminPages({ distFolder, call: api, secure: isSecure, ...(hint && { hint }) });
};
