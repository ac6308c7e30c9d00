import { expect, test } from "vitest";
import type { Delivered } from "./outbox.store.ts";
import { runsOfOneType } from "./subscription.ts";

/** "made a1 b1, gone a2": of each event its type, and its subject with a number. */
const said = (text: string): Delivered[] =>
  text.split(" ").map((word, nth) => {
    const [type = "", subject = ""] = word.split(":");
    const [eventId, time] = [String(nth), "2026-01-01T00:00:00.000Z"];
    return { eventId, type, subject, data: {}, time, txId: "1", position: nth };
  });
const runsOf = (text: string) =>
  runsOfOneType(said(text)).map(
    ({ type, events }) => `${type} ${events.map(({ subject }) => subject).join("")}`,
  );

test("events of one type stand together, whatever came between them", () => {
  expect(runsOf("made:a gone:a made:b gone:b made:c")).toEqual(["made abc", "gone ab"]);
});

test("the order of one subject is kept, to and fro", () => {
  expect(runsOf("made:a gone:a made:a gone:a made:b")).toEqual([
    "made ab",
    "gone a",
    "made a",
    "gone a",
  ]);
  expect(runsOf("gone:a made:a made:b gone:b")).toEqual(["gone a", "made ab", "gone b"]);
});

test("any mix keeps the order of each subject", () => {
  const words = Array.from({ length: 400 }, (_, nth) => {
    const dice = (nth * 7_919) % 1_000;
    return `${["made", "paid", "gone"][dice % 3]}:${"abcdefgh"[(dice >> 3) % 8]}`;
  });
  const events = said(words.join(" "));
  const runs = runsOfOneType(events).flatMap(({ events: run }) => run);
  expect(runs).toHaveLength(events.length);
  for (const subject of "abcdefgh") {
    const placesOf = (all: readonly Delivered[]) =>
      all.filter((event) => event.subject === subject).map(({ position }) => position);
    expect(placesOf(runs)).toEqual(placesOf(events));
  }
});
