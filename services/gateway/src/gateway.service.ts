import type { FastifyInstance, FastifyRequest } from "fastify";
import fastifyPlugin from "fastify-plugin";
import { doorOf } from "./door.requests.ts";
import { identifyRequest, type Identify, type Verdicts } from "./identify.requests.ts";
import { loopDelay } from "./loop-delay.ts";
import { rateBuckets, type Verdict } from "./rate.buckets.ts";
import { referenceRoutes } from "./reference.routes.ts";
import { slowSaleOrders, type IsInSale } from "./sale-orders.requests.ts";
import { shedding } from "./shedding.buckets.ts";

export type { Identify } from "./identify.requests.ts";
export { roomSaleOf, waitingRoomService, type SaleNeeds } from "./waiting-room.service.ts";

export type GatewayOptions = Readonly<{
  identify: Identify;
  /** Off only for the bench and for tests of other things. */
  rateLimits: boolean;
  /** The shop is reached by https alone, and browsers are told to remember that. */
  isSecure: boolean;
  /** Orders of what it names are counted more narrowly: by the waiting room. */
  isInSale?: IsInSale;
  /** The API reference at /api/docs and its document. */
  reference?: boolean;
}>;

const apiPolicy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'";
const yearSeconds = 31_536_000;

/**
 * The one public port. `door` and `identify` go to the HTTP server, which asks them before anything else is
 * done for a request; `plugin` is registered on the same server, before the services' routes.
 */
export const gateway = (options: GatewayOptions) => {
  const { identify, rateLimits, isSecure, isInSale, reference = true } = options;
  const buckets = rateLimits ? { buckets: rateBuckets() } : {};
  const verdicts: Verdicts = new WeakMap<FastifyRequest, Verdict>();
  const { delayMs, close } = loopDelay();
  const { enter, inFlight } = shedding({ delayMs, nowMs: () => performance.now() });
  const plugin = fastifyPlugin(async (app: FastifyInstance) => {
    app.addHook("onClose", close);
    app.addHook("onSend", async (request, reply) => {
      const verdict = verdicts.get(request);
      if (verdict) {
        const { name, max, windowSeconds } = verdict.limit;
        void reply.header("ratelimit-policy", `"${name}";q=${max};w=${windowSeconds}`);
        void reply.header("ratelimit", `"${name}";r=${verdict.remaining};t=${verdict.waitSeconds}`);
      }
      if (isSecure) void reply.header("strict-transport-security", `max-age=${yearSeconds}`);
      if (request.url.startsWith("/api/") && !reply.hasHeader("content-security-policy"))
        void reply.header("content-security-policy", apiPolicy);
      void reply.header("permissions-policy", "camera=(), microphone=(), geolocation=()");
    });
    if (buckets.buckets && isInSale)
      app.addHook("preHandler", slowSaleOrders(buckets.buckets, isInSale));
    if (reference) await referenceRoutes(app);
  });
  return {
    plugin,
    door: doorOf({ enter }),
    identify: identifyRequest(identify, { verdicts, ...buckets }),
    inFlight,
  };
};
