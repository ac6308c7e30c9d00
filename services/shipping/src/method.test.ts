import { countries, currencies, languages } from "@wares/contracts";
import { expect, test } from "vitest";
import { methodsFor } from "./method.ts";

const question = { country: "IE", currency: "EUR", language: "en", subtotal: 3_998 } as const;
const standard = (change = {}) => methodsFor({ ...question, ...change })[0];

test("every country is reached, in every currency and language", () => {
  for (const country of countries)
    for (const currency of currencies)
      for (const language of languages) {
        const methods = methodsFor({ country, currency, language, subtotal: 0 });
        expect(methods.map(({ id }) => id)).toEqual(["standard", "express"]);
        for (const { cost, name, estimatedDays } of methods) {
          expect(cost).toMatchObject({ currency });
          expect(cost.amount).toBeGreaterThan(0);
          expect(name).not.toBe("");
          expect(estimatedDays.least).toBeLessThanOrEqual(estimatedDays.most);
        }
      }
});

test("standard is free from an amount on, to the cent", () => {
  expect(standard({ subtotal: 6_999 })?.cost.amount).toBe(590);
  expect(standard({ subtotal: 7_000 })?.cost.amount).toBe(0);
});

test("far away costs more, takes longer and is never free", () => {
  const far = standard({ country: "NZ", subtotal: 100_000 });
  expect(far?.cost.amount).toBe(1_800);
  expect(far?.estimatedDays.most).toBe(14);
});

test("express is never free", () =>
  expect(methodsFor({ ...question, subtotal: 100_000 })[1]?.cost.amount).toBe(1_290));
