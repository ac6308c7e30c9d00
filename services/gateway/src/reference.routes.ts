import { randomBytes } from "node:crypto";
import type { FastifyInstance, FastifyReply } from "fastify";

/** The document and its page. The page's script is 5 MB, so it is read when the server starts, not before. */
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

  app.get(
    "/api/openapi.json",
    { schema: { hide: true }, config: { allow: "anyone" } },
    async (_request, reply) => {
      void reply.header("cache-control", "no-cache");
      return app.swagger();
    },
  );
  const { default: scalar } = await import("@scalar/fastify-api-reference");
  await app.register(scalar, {
    routePrefix: "/api/docs",
    hooks: {
      onRequest: (_request: unknown, reply: FastifyReply, done: () => void) => {
        void reply.header("content-security-policy", policy);
        done();
      },
    },
    configuration: {
      url: "/api/openapi.json",
      pageTitle: "Wares API",
      nonce,
      // Nothing is fetched from anybody else, and nothing is offered that would be.
      withDefaultFonts: false,
      telemetry: false,
      showDeveloperTools: "never",
      agent: { disabled: true },
      mcp: { disabled: true },
      hideClientButton: true,
    },
  });
};
