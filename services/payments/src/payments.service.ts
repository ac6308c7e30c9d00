import { paymentMethodTypes, type PaymentOptions } from "@wares/contracts";
import { orderKey, type Service, type Tools } from "@wares/platform";
import type { Gateway } from "./gateway.ts";
import { orderSubscriptions } from "./order.subscriptions.ts";
import { paymentCommands, type PaymentNeeds } from "./payment.commands.ts";
import { paymentDriver } from "./payment.driver.ts";
import { paymentReader } from "./payment.queries.ts";
import { recorder } from "./payment.record.commands.ts";
import type { StoredPayment } from "./payment.ts";
import { paymentRoutes } from "./payment.routes.ts";
import { webhookCommands } from "./webhook.commands.ts";

export type { PaymentNeeds } from "./payment.commands.ts";
export type { Gateway, GatewayCharge } from "./gateway.ts";
export { sandboxGateway } from "./sandbox.gateway.ts";

const kickAfterMs = 5;

/** Payments: sets money aside, takes it and gives it back. Knows orders only by what they cost. */
export const paymentsService = (
  { db, keys, now, log }: Tools,
  needs: PaymentNeeds,
  gateway: Gateway,
  testCards: PaymentOptions["testCards"],
) => {
  const record = recorder(db, log);
  const read = paymentReader(db);
  const returnUrlOf = ({ orderId, language }: StoredPayment) =>
    `${language === "en" ? "" : `/${language}`}/orders/${orderId}?key=${orderKey(keys, orderId)}`;
  const driver = paymentDriver({ db, gateway, record, keys, returnUrlOf, log });
  const webhooks = webhookCommands({ read, gateway, record, now });
  const commands = paymentCommands(db, needs, { keys, driver, read });
  const options = { gateway: gateway.name, methods: [...paymentMethodTypes], testCards };
  return {
    service: {
      name: "payments",
      routes: [{ prefix: "", plugin: paymentRoutes({ db, keys, commands, webhooks, options }) }],
      subscriptions: orderSubscriptions({
        room: driver.room,
        // What was written is not there before the batch has committed, which is just after.
        afterwards: ({ begun = [], isMoreDue }) => {
          setTimeout(() => {
            begun.forEach(driver.begin);
            if (isMoreDue) driver.kick();
          }, kickAfterMs);
        },
      }),
      work: driver.work,
    } satisfies Service,
    takeWebhook: webhooks.take,
  };
};
