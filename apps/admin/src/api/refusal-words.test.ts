import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { Declined } from "./problem.ts";
import { refusalWords } from "./refusal-words.ts";

/** Answers to shoppers alone: no page of the back office asks what could be refused so. */
const ofShoppers = [
  "orders.quote_changed",
  "inventory.sold_out",
  "inventory.held_otherwise",
  "inventory.hold_over",
  "products.reviewed_already",
  "products.not_reviewable",
  "pricing.not_sold",
  "pricing.too_large",
  "pricing.not_shipped_there",
  "pricing.no_such_shipping",
  "pricing.coupon_not_valid",
  "pricing.coupon_used_up",
  "pricing.redeemed_otherwise",
  "pricing.flash_sale_not_running",
  "pricing.flash_sale_sold_out",
  "pricing.flash_sale_limit",
  "pricing.flash_sale_limit_reached",
  "pricing.one_flash_sale_per_order",
  "pricing.flash_sale_joined_otherwise",
];

test.each(["orders", "inventory", "products", "pricing"])(
  "whatever %s refuses staff is said in Chinese too",
  (service) => {
    const url = new URL(`../../../../services/${service}/src/refusals.ts`, import.meta.url);
    const names = [...readFileSync(url, "utf8").matchAll(/refusal: "([\w.]+)"/g)].map(
      ([, name = ""]) => name,
    );
    expect(names.length).toBeGreaterThan(3);
    const unsaid = names.filter((name) => !refusalWords[name] && !ofShoppers.includes(name));
    expect(unsaid).toEqual([]);
  },
);

test("a refusal without words keeps the shop's own", () => {
  const problem = { type: "orders.moonstruck", title: "The moon is full.", status: 409 };
  expect(new Declined(problem).message).toBe("The moon is full.");
});
