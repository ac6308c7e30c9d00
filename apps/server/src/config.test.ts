import { expect, test } from "vitest";
import { readConfig } from "./config.ts";

test("nothing set is a shop on one's own machine", () =>
  expect(readConfig({})).toMatchObject({ PORT: 3000, HOST: "127.0.0.1", RATE_LIMITS: "on" }));

test("what is set is read as what it is", () =>
  expect(readConfig({ PORT: "8080", SMTP_URL: "", UNRELATED: "x" })).toMatchObject({ PORT: 8080 }));

test.for([
  [{ PORT: "many" }, "PORT"],
  [{ DATABASE_URL: "mysql://here" }, "DATABASE_URL"],
  [{ WARES_SECRET: "short" }, "WARES_SECRET"],
  [{ RATE_LIMITS: "maybe" }, "RATE_LIMITS"],
] as const)("%j is a mistake, by its name", ([env, name]) =>
  expect(() => readConfig(env)).toThrow(name),
);
