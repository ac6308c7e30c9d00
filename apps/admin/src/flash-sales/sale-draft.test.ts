import type { PriceTable, ProductId, Sku } from "@wares/contracts";
import type { Draft } from "../shell/conflict.ts";
import { describe, expect, test } from "vitest";
import {
  blamedField,
  draftOf,
  emptySale,
  mistakesIn,
  priceKey,
  quantityKey,
  saleChange,
  skusOf,
  withItem,
} from "./sale-draft.ts";

const prices: PriceTable = { USD: 2_800, EUR: 2_599, GBP: 2_200, JPY: 4_205, CNY: 19_900 };
const mug = { sku: "MUG-OAT" as Sku, productId: "p" as ProductId, prices };
const now = Date.parse("2026-11-25T09:10:00Z");
const draft: Draft = { ...withItem(emptySale(now), mug), "name.en": "Mugs for a moment" };

describe("a sale's form", () => {
  test("starts with the next hour, and a thing at a fifth off in every currency", () => {
    const { startsAt, endsAt, items } = saleChange(draft);
    expect([startsAt, endsAt]).toEqual(["2026-11-25T10:00:00.000Z", "2026-11-25T11:00:00.000Z"]);
    expect(items).toEqual([
      {
        sku: "MUG-OAT",
        quantity: 10,
        salePrices: { USD: 2_240, EUR: 2_079, GBP: 1_760, JPY: 3_364, CNY: 15_920 },
      },
    ]);
    expect(mistakesIn(draft)).toEqual({});
  });

  test("takes a thing once, however often it is added", () =>
    expect(skusOf(withItem(draft, mug))).toEqual(["MUG-OAT"]));

  test.each([
    ["name.en", " ", "missing"],
    ["startsAt", "", "time"],
    ["endsAt", draft["startsAt"] ?? "", "order"],
    ["limitPerCustomer", "100", "portion"],
    [quantityKey("MUG-OAT"), "0", "count"],
    [priceKey("MUG-OAT", "JPY"), "33.50", "price"],
    ["items", "", "items"],
  ])("says what is wrong with %s: %j", (key, typed, mistake) =>
    expect(mistakesIn({ ...draft, [key]: typed })).toEqual({ [key]: mistake }),
  );

  test("says again what was read", () => {
    const change = saleChange(draft);
    const sale = {
      ...change,
      id: "01970000-0000-7000-8000-000000000001",
      status: "Scheduled",
      revision: 1,
      createdAt: change.startsAt,
      items: change.items.map((item) => ({ ...item, productId: mug.productId })),
    };
    expect(draftOf(sale as Parameters<typeof draftOf>[0])).toEqual(draft);
  });

  test.each([
    ["/startsAt", "startsAt"],
    ["/name/zh", "name.zh"],
    ["/items/0/quantity", quantityKey("MUG-OAT")],
    ["/items/0/sku", quantityKey("MUG-OAT")],
    ["/items/0/salePrices/EUR", priceKey("MUG-OAT", "EUR")],
    ["/items/7/sku", "items"],
    [undefined, undefined],
  ])("finds the field that %s points at", (pointer, field) =>
    expect(blamedField(draft, pointer)).toBe(field),
  );
});
