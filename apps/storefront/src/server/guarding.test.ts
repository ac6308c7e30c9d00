import { expect, test } from "vitest";
import { cookieJar } from "./cookies.ts";
import { localBack } from "./local-back.ts";
import { newId } from "./new-id.ts";
import { comesFromUs, securityHeaders } from "./security-headers.ts";

const origin = "https://wares.example";
const post = (headers: Record<string, string>) =>
  comesFromUs(new Request(`${origin}/cart`, { method: "POST", headers }), origin);

test("a form of another site changes nothing here", () => {
  expect(post({ origin })).toBe(true);
  expect(post({ origin: "https://evil.example" })).toBe(false);
  expect(post({ origin: "null" })).toBe(false);
  expect(post({})).toBe(false);
  expect(post({ "sec-fetch-site": "cross-site" })).toBe(false);
  expect(post({ "sec-fetch-site": "same-origin" })).toBe(true);
});

test("who only reads may come from anywhere", () => {
  expect(comesFromUs(new Request(`${origin}/`), origin)).toBe(true);
});

test.for([
  ["/account", "/account"],
  ["/zh/p/mug?sku=A#reviews", "/zh/p/mug?sku=A#reviews"],
  ["//evil.example", "/"],
  ["/\\evil.example", "/"],
  ["https://evil.example", "/"],
  ["javascript:alert(1)", "/"],
  [null, "/"],
] as const)("after a form, %s leads to %s", ([asked, goes]) => {
  expect(localBack(asked)).toBe(goes);
});

test("styles come from our files alone, and scripts by nonce", () => {
  const policy = securityHeaders("abc", true)["content-security-policy"] ?? "";
  expect(policy).toContain("script-src 'self' 'nonce-abc'");
  expect(policy).toContain("style-src 'self'");
  expect(policy).not.toContain("unsafe");
});

test("a bent cookie is no cookie", () => {
  const jar = cookieJar("wares_theme=%E0%A4%A; wares_currency=EUR; =x; y", false);
  expect(jar.get("wares_theme")).toBe("");
  expect(jar.get("wares_currency")).toBe("EUR");
  expect(jar.changes()).toEqual([]);
});

test("ids are UUIDs of version 7 and lie in the order of time", () => {
  const early = newId(new Date("2026-11-25T10:00:00Z"));
  const late = newId(new Date("2026-11-25T10:00:01Z"));
  expect(early).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(early < late).toBe(true);
  expect(newId(new Date(0))).not.toBe(newId(new Date(0)));
});
