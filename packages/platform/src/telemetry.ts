import {
  context,
  propagation,
  SpanStatusCode,
  trace,
  type Attributes,
  type Span,
} from "@opentelemetry/api";
import type { FastifyInstance, FastifyRequest } from "fastify";

// Hooks only: without an OpenTelemetry SDK in the process these cost next to nothing and go nowhere.
// `node --import ./your-tracing.mjs bin/wares.mjs start` brings one.

const tracer = trace.getTracer("wares");

/** Work as a span: its failure is noted and passed on. */
export const inSpan = <Result>(
  name: string,
  attributes: Attributes,
  work: () => Promise<Result>,
): Promise<Result> =>
  tracer.startActiveSpan(name, { attributes }, async (span) => {
    try {
      return await work();
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR, message: String(error) });
      throw error;
    } finally {
      span.end();
    }
  });

/** A span for every request, as the child of the caller's `traceparent`. */
export const traceRequests = (app: FastifyInstance): void => {
  const spans = new WeakMap<FastifyRequest, Span>();
  app.addHook("onRequest", async (request) => {
    const parent = propagation.extract(context.active(), request.headers);
    const name = `${request.method} ${request.routeOptions.url ?? "unknown"}`;
    const attributes = { "http.request.method": request.method, "url.path": request.url };
    spans.set(request, tracer.startSpan(name, { attributes }, parent));
  });
  app.addHook("onResponse", async (request, reply) => {
    const span = spans.get(request);
    span?.setAttribute("http.response.status_code", reply.statusCode);
    if (reply.statusCode >= 500) span?.setStatus({ code: SpanStatusCode.ERROR });
    span?.end();
  });
};
