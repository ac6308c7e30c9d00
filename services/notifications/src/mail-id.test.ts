import { uuidv7 } from "@wares/platform";
import { expect, test } from "vitest";
import { mailIdOf } from "./mail-id.ts";

const events = Array.from({ length: 500 }, () => uuidv7());
const templates = ["order-confirmation", "payment-received", "shipped", "welcome"];

test("an event makes one mail under each template, always the same", () => {
  const made = templates.flatMap((template) => events.map((one) => mailIdOf(one, template)));
  expect(new Set([...made, ...events]).size).toBe(events.length * (templates.length + 1));
  expect(templates.flatMap((template) => events.map((one) => mailIdOf(one, template)))).toEqual(
    made,
  );
});

test("mails are in the order of their events, under ids of version 7", () => {
  const made = events.map((one, nth) => mailIdOf(one, templates[nth % 4] ?? ""));
  expect(made).toEqual(made.toSorted());
  for (const id of made)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

// Kept in databases: a mail that was made must never be made again under another id.
test("ids are made this way for ever", () =>
  expect(mailIdOf("019abf5c-8a00-7abc-8def-0123456789ab", "order-confirmation")).toBe(
    "019abf5c-8a00-7abc-8def-012379153589",
  ));
