import type { Coupon } from "@wares/contracts";
import { expect, test } from "vitest";
import { stateOf } from "./coupon-state.ts";

const now = Date.parse("2026-11-25T12:00:00Z");
const coupon: Coupon = {
  code: "SAVE10",
  percentOff: 10,
  minimumSubtotal: 0,
  uses: 4,
  usesMax: 5,
  isOn: true,
  revision: 1,
  startsAt: "2026-11-01T00:00:00Z",
  endsAt: "2026-12-01T00:00:00Z",
};

test.each([
  ["On", {}],
  ["UsedUp", { uses: 5 }],
  ["ToCome", { startsAt: "2026-11-26T00:00:00Z" }],
  ["Over", { endsAt: "2026-11-25T12:00:00Z" }],
  ["Off", { isOn: false, uses: 5 }],
] as const)("%s", (state, change) => expect(stateOf({ ...coupon, ...change }, now)).toBe(state));
