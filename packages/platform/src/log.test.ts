import { expect, test } from "vitest";
import { createLog } from "./log.ts";
import { Outage } from "./outcome.ts";

test("a database that is away is one short line, however many run into it", () => {
  const lines: string[] = [];
  const log = createLog("warn", { write: (line) => void lines.push(line) });
  const away = new Outage("The database did not answer.", { cause: new Error("disk full") });
  for (let nth = 0; nth < 50; nth++) {
    log.error(away);
    log.child({ nth }).warn({ consumer: "search", err: away }, "waiting");
  }
  expect(lines.map((line) => JSON.parse(line) as object)).toEqual([
    expect.objectContaining({ level: 50, err: { type: "Outage", message: "disk full" } }),
  ]);

  log.error({ err: new Error("a bug") }, "again");
  log.error({ err: new Error("a bug") }, "again");
  expect(lines.slice(1).every((line) => line.includes("log.test.ts"))).toBe(true);
  expect(lines).toHaveLength(3);
});
