import { orderStatuses } from "@wares/contracts";
import { expect, test } from "vitest";
import { sampleOrder } from "../test-support/sample-data.ts";
import { nextStep, patience } from "./next-step.ts";
import { eventName, reachedAt } from "./reached-at.ts";
import { proposedRefund, restockLines } from "./refund-sum.ts";
import { trackOf } from "./track.ts";

test("a track has walked what is behind it and has one stop at most", () => {
  for (const status of orderStatuses) {
    const { stops } = trackOf(status);
    const at = stops.indexOf("now");
    expect(stops.filter((stop) => stop === "now")).toHaveLength(1);
    expect(stops.slice(0, at).every((stop) => stop === "walked")).toBe(true);
    expect(stops.slice(at + 1).every((stop) => stop === "ahead")).toBe(true);
  }
});

test("amber waits for a person, black has arrived, hollow was cut off", () => {
  expect(trackOf("Processing", true).tone).toBe("waits");
  expect(trackOf("Processing").tone).toBe("going");
  expect(trackOf("Delivered", true).tone).toBe("arrived");
  expect(trackOf("Cancelled").tone).toBe("cut");
});

test("patience ends to the millisecond", () => {
  const updatedAt = "2026-11-24T10:00:00.000Z";
  const since = Date.parse(updatedAt);
  const at = (ms: number) => nextStep({ status: "Confirmed", updatedAt }, since + ms);
  expect(at(patience.Confirmed - 1)).toMatchObject({ what: "claims", isUrgent: false });
  expect(at(patience.Confirmed)).toMatchObject({ what: "unsettled", isUrgent: true });
});

test("an event has one name however the timeline shortens it", () => {
  expect(["OrderPaid", "order_paid", "Paid"].map(eventName)).toEqual(Array(3).fill("OrderPaid"));
  expect(eventName("Note")).toBe("Note");
  const times = reachedAt({
    createdAt: "2026-11-24T10:00:00Z",
    timeline: [{ at: "2026-11-24T11:00:00Z", kind: "Paid", by: "Shop", isInternal: false }],
  });
  expect(times).toEqual({ Pending: "2026-11-24T10:00:00Z", Paid: "2026-11-24T11:00:00Z" });
});

test("pieces propose what they cost, and never more than is left", () => {
  const order = sampleOrder(2);
  const [item] = order.items;
  expect(proposedRefund(order, { 1: 1 })).toBe(item?.unitPrice.amount);
  const mostly = { ...order, refundedTotal: { ...order.total, amount: order.total.amount - 5 } };
  expect(proposedRefund(mostly, { 1: 3 })).toBe(5);
  expect(restockLines(order, { 1: 2 })).toEqual([{ sku: item?.sku, quantity: 2 }]);
  expect(restockLines(order, { 1: 0 })).toEqual([]);
});
