import { uuidv7 } from "@wares/platform";
import { setTimeout as pause } from "node:timers/promises";
import { countPaid } from "./audit.store.ts";
import { runClosedLoop } from "./closed-loop.ts";
import type { Ground, Measure, Measured } from "./ground.ts";
import type { Send } from "./load.ts";
import { prepareOrders, settle, skusOf } from "./order-loads.ts";
import { makeBaskets, placeOrder } from "./orders.ts";
import { random } from "./random.ts";
import { outcomeFrom, shopClient, type ShopClient } from "./shop-client.ts";

const CLIENTS = 32;
const SKUS = 400;
const BASKETS = 300;
const DRAIN_SECONDS_MAX = 180;
const LOOK_MS = 500;
const group = "Orders paid (POST /orders, POST /payments, then Paid without anyone waiting)";

/** Orders with their payment, from the first request until the last of them is Paid. */
export const measurePaid: Measure = async (ground): Promise<Measured> => {
  const skus = await skusOf(ground, SKUS);
  const buyers = await prepareOrders(ground, skus, makeBaskets(skus, BASKETS));
  await settle(ground);
  const dice = random(3_000);
  const payable: string[] = [];
  const client = shopClient(ground.shop.origin, CLIENTS);
  const buy: Send = async () => {
    const token = dice.pick(buyers.tokens);
    const { orderId, outcome } = await placeOrder(
      client,
      ground.book,
      dice.pick(buyers.quoted),
      token,
    );
    if (outcome !== "ok") return `order ${outcome}`;
    const paying = await pay(client, orderId, token);
    if (paying === "ok") payable.push(orderId);
    return paying;
  };
  try {
    const beganAt = Date.now();
    const { tally } = await runClosedLoop(
      { clients: CLIENTS, seconds: ground.seconds, warmUpSeconds: 0 },
      buy,
    );
    const { paid, lastPaidAt, drainedSeconds } = await untilPaid(ground, payable, beganAt);
    const seconds = (lastPaidAt - beganAt) / 1000;
    const failures = [...tally.failures].map(([kind, count]) => `${count} ${kind}`).join(", ");
    const remark = [
      `${paid} orders in ${seconds.toFixed(1)} s, ${CLIENTS} clients for the first ${ground.seconds} s`,
      failures,
    ];
    ground.say(`  paid: ${remark.filter(Boolean).join(", ")}`);
    return {
      figures: [
        {
          group,
          key: "orders_paid_per_s",
          label: "paid, first request to last Paid",
          value: paid / seconds,
          unit: "/s",
          remark: remark.filter(Boolean).join(", "),
        },
        {
          group,
          key: "orders_paid_drain_s",
          label: "last Paid after the last request",
          value: drainedSeconds,
          unit: "s",
        },
      ],
      faults:
        paid === payable.length
          ? []
          : [
              `paid: ${payable.length} payments were accepted, ${paid} orders are Paid after ${DRAIN_SECONDS_MAX} s`,
            ],
    };
  } finally {
    await client.close();
  }
};

const pay = async (client: ShopClient, orderId: string, token: string) => {
  const request = { paymentId: uuidv7(), orderId, method: "CreditCard", token: "tok_visa" };
  const answer = await client.post("/api/v1/payments", JSON.stringify(request), token);
  return answer.status === 202 ? "ok" : `payment ${outcomeFrom(answer)}`;
};

/** Looks at the rows, seldom: a page per order would be the larger load. The rows tell the time. */
const untilPaid = async ({ db }: Ground, payable: readonly string[], beganAt: number) => {
  const sentAllAt = Date.now();
  const endsAt = sentAllAt + DRAIN_SECONDS_MAX * 1000;
  for (;;) {
    const { paid, lastAt } = await countPaid(db, payable);
    if (paid >= payable.length || Date.now() > endsAt) {
      const lastPaidAt = Math.max(lastAt, beganAt + 1);
      return { paid, lastPaidAt, drainedSeconds: Math.max(0, (lastPaidAt - sentAllAt) / 1000) };
    }
    await pause(LOOK_MS);
  }
};
