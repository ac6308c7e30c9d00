import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { authorizationPage, eventMap, eventsPage, plan } from "./house.ts";

const { routes, readers, openApi } = await plan();
const told = eventMap(readers);

test("the pages about events and about who may call what are as the code is (npm run docs)", () => {
  expect(readFileSync("docs/events.md", "utf8")).toBe(eventsPage(told));
  expect(readFileSync("docs/authorization.md", "utf8")).toBe(authorizationPage(routes));
});

test("every event has somebody who says it, somebody who hears it, and a test", () => {
  const lonely = (of: "publishers" | "subscribers" | "tests") =>
    told.filter((one) => one[of].length === 0).map(({ name }) => name);
  expect(lonely("publishers")).toEqual([]);
  expect(lonely("subscribers")).toEqual([]);
  expect(lonely("tests")).toEqual([]);
});

test("every event is said by a real action in a journey", () => {
  const unsaid = told.filter(
    ({ tests }) => !tests.some((path) => path.startsWith("tests/journeys/events.")),
  );
  expect(unsaid.map(({ name }) => name)).toEqual([]);
});

test("every command is heard by exactly one service besides the one that counts", () => {
  const commands = told.filter(({ name }) =>
    /^(Claim|Release|Return|Capture|Cancel|Refund)[A-Z]/.test(name),
  );
  expect(commands.length).toBeGreaterThan(4);
  for (const { name, subscribers } of commands)
    expect([name, subscribers.filter((one) => one !== "analytics")]).toEqual([
      name,
      [expect.any(String)],
    ]);
});

test("the API document names every route below /api/v1, each with an operation of its own", () => {
  const documented = new Set(
    Object.entries(openApi.paths ?? {}).flatMap(([path, methods]) =>
      Object.keys(methods ?? {}).map((method) => `${method.toUpperCase()} ${path}`),
    ),
  );
  const inFastifyWords = (url: string) => url.replaceAll(/:(\w+)/g, "{$1}");
  const missing = routes
    .filter(({ url }) => url.startsWith("/api/v1/"))
    .map(({ method, url }) => `${method} ${inFastifyWords(url)}`)
    .filter((route) => !documented.has(route));
  expect(missing).toEqual([]);
  const ids = Object.values(openApi.paths ?? {}).flatMap((methods) =>
    Object.values(methods as Record<string, { operationId?: string }>).map(
      ({ operationId }) => operationId,
    ),
  );
  expect(ids.filter((id) => id === undefined)).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
});
