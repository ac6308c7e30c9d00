import { expect, test } from "vitest";
import { rushWaits, slowestOf } from "./rush-waits.ts";

const about = (ms: number) => expect.closeTo(ms, -1);

test("a no counts from when it was due; what we had not sent and what was turned away before are told apart", () => {
  const waits = rushWaits();
  waits.shed({ dueAt: 0, writtenAt: 0, answeredAt: 40 });
  waits.no({ pressedAt: 0, dueAt: 1_040, writtenAt: 1_140, answeredAt: 1_340 });
  expect(waits.read()).toMatchObject({
    noMs: about(300),
    medianMs: about(300),
    lateMs: about(100),
    latePercent: about(33),
    wholeMs: about(1_340),
    shed: 1,
    shedMs: about(40),
  });
});

test("where nobody lost, nobody waited", () => {
  expect(rushWaits().read()).toMatchObject({ noMs: 0, latePercent: 0, wholeMs: 0, shed: 0 });
});

test("our own stall is told", async () => {
  const waits = rushWaits();
  await new Promise((next) => setTimeout(next, 20));
  for (const end = performance.now() + 120; performance.now() < end;);
  await new Promise((next) => setTimeout(next, 20));
  expect(waits.read().loopMs).toBeGreaterThan(80);
});

test("of many sales the slowest count, and all that were turned away", () => {
  const one = rushWaits();
  const other = rushWaits();
  one.no({ pressedAt: 0, dueAt: 0, writtenAt: 0, answeredAt: 50 });
  other.no({ pressedAt: 0, dueAt: 0, writtenAt: 0, answeredAt: 500 });
  for (const { shed } of [one, other]) shed({ dueAt: 0, writtenAt: 0, answeredAt: 1 });
  expect(slowestOf([one.read(), other.read()])).toMatchObject({ noMs: about(500), shed: 2 });
});
