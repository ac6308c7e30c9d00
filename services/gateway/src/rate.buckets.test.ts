import { expect, test } from "vitest";
import { rateBuckets } from "./rate.buckets.ts";
import { limitOf } from "./route-limits.ts";

const limit = { name: "test", max: 10, windowSeconds: 60 };

test("a bucket is full at first, empties, and fills evenly, never above its brim", () => {
  let now = 0;
  const take = rateBuckets(() => now);
  const taken = () =>
    Array.from({ length: 20 }, () => take(limit, "a")).filter((one) => one.isAllowed);
  expect(taken()).toHaveLength(10);
  expect(take(limit, "a")).toMatchObject({ isAllowed: false, remaining: 0, waitSeconds: 6 });
  now += 6_000;
  expect(taken()).toHaveLength(1);
  now += 3_600_000;
  expect(taken()).toHaveLength(10);
  expect(take(limit, "b").isAllowed).toBe(true);
});

test("a route has its limit whatever was typed to reach it", () => {
  expect(limitOf("POST", "/api/v1/auth/sessions").name).toBe("sign-in");
  expect(limitOf("PUT", "/api/v1/cart/coupon").name).toBe("coupons");
  expect(limitOf("DELETE", "/api/v1/cart/coupon").name).toBe("writes");
  expect(limitOf("GET", "/api/v1/auth/session").name).toBe("reads");
});
