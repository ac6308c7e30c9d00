import {
  closed,
  Payment,
  PaymentList,
  PaymentOptions,
  PaymentPath,
  PaymentsQuery,
  PayRequest,
} from "@wares/contracts";
import { Refused, type Keys } from "@wares/platform";
import type { Queries } from "@wares/platform/database";
import { answers, orderRights, type Routes } from "@wares/platform/http";
import Type from "typebox";
import type { PaymentCommands } from "./payment.commands.ts";
import { findPayments } from "./payment.store.ts";
import { paymentView } from "./payment.view.ts";
import { refusals } from "./refusals.ts";
import type { Webhooks } from "./webhook.commands.ts";

type Needs = Readonly<{
  db: Queries;
  keys: Keys;
  commands: PaymentCommands;
  webhooks: Webhooks;
  options: PaymentOptions;
}>;

export const paymentRoutes =
  ({ db, keys, commands, webhooks, options }: Needs): Routes =>
  async (app) => {
    const anyone = { allow: "anyone" } as const;

    app.get("/payment-options", { schema: schemas.options, config: anyone }, async () => options);

    app.post("/payments", { schema: schemas.pay, config: anyone }, async (request, reply) => {
      const payment = await commands.pay(request.body, request.principal);
      return reply.code(202).send(paymentView(payment, options.gateway));
    });

    app.get("/payments", { schema: schemas.list, config: anyone }, async (request) => {
      const { orderId, key } = request.query;
      const payments = await findPayments(db, { orderIds: [orderId] });
      const readable = payments.filter(
        ({ buyerId }) =>
          orderRights({ principal: request.principal, key }, { orderId, buyerId }, keys).mayRead,
      );
      return { payments: readable.map((payment) => paymentView(payment, options.gateway)) };
    });

    app.get("/payments/:paymentId", { schema: schemas.find, config: anyone }, async (request) => {
      const [payment] = await findPayments(db, { paymentIds: [request.params.paymentId] });
      const { key } = request.query;
      if (!payment || !orderRights({ principal: request.principal, key }, payment, keys).mayRead)
        throw new Refused(refusals.notFound);
      return paymentView(payment, options.gateway);
    });

    await app.register(webhookRoutes(webhooks));
  };

/** The body is kept as it came: a signature is over bytes, not over what they mean. */
const webhookRoutes =
  (webhooks: Webhooks): Routes =>
  async (app) => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser(
      "application/json",
      { parseAs: "string", bodyLimit: 64 * 1024 },
      (_request, body, done) => done(null, body),
    );
    app.post(
      "/payments/webhooks/sandbox",
      { schema: schemas.webhook, config: { allow: "anyone" } },
      async (request) => {
        const signature = request.headers["sandbox-signature"];
        await webhooks.take(request.body, typeof signature === "string" ? signature : "");
        return {};
      },
    );
  };

const tags = ["payments"];
const Key = Type.Object({ key: PaymentsQuery.properties.key }, closed);
const schemas = {
  options: {
    operationId: "findPaymentOptions",
    tags,
    response: answers({ 200: PaymentOptions }),
  },
  pay: { operationId: "pay", tags, body: PayRequest, response: answers({ 202: Payment }) },
  list: {
    operationId: "listPayments",
    tags,
    querystring: PaymentsQuery,
    response: answers({ 200: PaymentList }),
  },
  find: {
    operationId: "findPayment",
    tags,
    params: PaymentPath,
    querystring: Key,
    response: answers({ 200: Payment }),
  },
  webhook: {
    operationId: "takeSandboxWebhook",
    tags,
    body: Type.String({ maxLength: 64 * 1024 }),
    response: answers({ 200: Type.Object({}) }),
  },
};
