import { context, propagation, trace } from "@opentelemetry/api";
import { expect, test } from "vitest";
import { httpServer } from "./http.ts";
import { inSpan } from "./telemetry.ts";

// A recorder of our own in the place of an SDK: what the hooks tell is all there is to see.
const spans: { name: string; parent?: string; isEnded: boolean; failed?: boolean }[] = [];
const recorder = {
  getTracer: () => ({
    startSpan: (name: string, _options: unknown, at = context.active()) => {
      const parent = trace.getSpanContext(at)?.traceId;
      const span = { name, ...(parent && { parent }), isEnded: false, failed: false };
      spans.push(span);
      return {
        setAttribute: () => {},
        setStatus: () => (span.failed = true),
        end: () => (span.isEnded = true),
      };
    },
    startActiveSpan: (name: string, options: unknown, work: (span: unknown) => unknown) =>
      work(recorder.getTracer().startSpan(name, options)),
  }),
};
trace.setGlobalTracerProvider(recorder as never);
propagation.setGlobalPropagator({
  inject: () => {},
  fields: () => ["traceparent"],
  extract: (at, carrier: Record<string, string>) => {
    const [, traceId = "", spanId = ""] = (carrier["traceparent"] ?? "").split("-");
    return traceId ? trace.setSpanContext(at, { traceId, spanId, traceFlags: 1 }) : at;
  },
});

test("a request is a span under its caller's, and ends with its answer", async () => {
  const app = await httpServer({ identify: async () => ({ roles: [] }) });
  app.get("/cups/:id", { schema: {}, config: { allow: "anyone" } }, async () => ({}));
  const traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
  await app.inject({ url: "/cups/7", headers: { traceparent } });
  expect(spans.at(-1)).toMatchObject({
    name: "GET /cups/:id",
    parent: "0af7651916cd43dd8448eb211c80319c",
    isEnded: true,
  });
});

test("work that fails ends its span as failed, and fails", async () => {
  await expect(inSpan("work", {}, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(spans.at(-1)).toEqual({ name: "work", isEnded: true, failed: true });
});
