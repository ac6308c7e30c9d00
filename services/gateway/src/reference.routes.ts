import { randomBytes } from "node:crypto";
import type { FastifyInstance, FastifyReply } from "fastify";
import { referencePages } from "./reference.pages.ts";

const routePrefix = "/api/docs";
const documentUrl = "/api/openapi.json";
const open = { schema: { hide: true }, config: { allow: "anyone" } } as const;

/** The OpenAPI document, its page and the page's script. */
export const referenceRoutes = async (app: FastifyInstance): Promise<void> => {
  const nonce = randomBytes(16).toString("base64");
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    // The page writes its own styles, by element too.
    "style-src 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
  const pages = referencePages({ routePrefix, nonce, url: documentUrl, title: "Wares API" });
  const answer = (reply: FastifyReply, type: string, body: Buffer) =>
    reply
      .header("content-security-policy", policy)
      .type(`${type}; charset=utf-8`)
      // The nonce is of this start.
      .header("cache-control", "no-cache")
      .send(body);

  app.get(documentUrl, open, async (_request, reply) => {
    void reply.header("cache-control", "no-cache");
    return app.swagger();
  });
  app.get(routePrefix, open, async (_request, reply) => reply.redirect(`${routePrefix}/`, 301));
  app.get(`${routePrefix}/`, open, async (_request, reply) =>
    answer(reply, "text/html", (await pages()).page),
  );
  app.get(`${routePrefix}/js/scalar.js`, open, async (_request, reply) =>
    answer(reply, "application/javascript", (await pages()).script),
  );
};
