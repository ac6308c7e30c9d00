import { parentPort, workerData } from "node:worker_threads";
import scalar from "@scalar/fastify-api-reference";
import fastify from "fastify";

// Draws the API reference in a thread of its own, which then ends: the module is 5 MB of text, kept as its own
// source and as a string within, of two bytes a letter each. That were 19 MB for a page hardly anybody opens.

const { routePrefix, nonce, url, title } = workerData as Readonly<Record<string, string>>;
const app = fastify();
await app.register(scalar, {
  routePrefix: routePrefix as `/${string}`,
  configuration: {
    url: url ?? "",
    pageTitle: title ?? "",
    nonce: nonce ?? "",
    // Nothing is fetched from anybody else, and nothing is offered that would be.
    withDefaultFonts: false,
    telemetry: false,
    showDeveloperTools: "never",
    agent: { disabled: true },
    mcp: { disabled: true },
    hideClientButton: true,
  },
});
const page = await app.inject(`${routePrefix}/`);
const script = await app.inject(`${routePrefix}/js/scalar.js`);
if (page.statusCode !== 200 || script.statusCode !== 200)
  throw new Error(`the reference answers ${page.statusCode} and ${script.statusCode}`);
parentPort?.postMessage({ page: page.rawPayload, script: script.rawPayload });
