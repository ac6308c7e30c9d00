import { OrderPath, ShipmentList, ShippingMethods, ShippingQuery } from "@wares/contracts";
import type { Queries } from "@wares/platform/database";
import { answers, type Routes } from "@wares/platform/http";
import { methodsFor } from "./method.ts";
import { findShipments } from "./shipment.store.ts";

export const shipmentRoutes =
  (db: Queries): Routes =>
  async (app) => {
    app.get(
      "/shipping-methods",
      { schema: schemas.methods, config: { allow: "anyone" } },
      async ({ query }) => ({ methods: [...methodsFor(query)] }),
    );

    app.get(
      "/shipments",
      { schema: schemas.shipments, config: { allow: "staff" } },
      async ({ query: { orderId } }) => ({ shipments: await findShipments(db, orderId) }),
    );
  };

const schemas = {
  methods: {
    operationId: "listShippingMethods",
    tags: ["shipping"],
    querystring: ShippingQuery,
    response: answers({ 200: ShippingMethods }),
  },
  shipments: {
    operationId: "listShipments",
    tags: ["shipping"],
    querystring: OrderPath,
    response: answers({ 200: ShipmentList }),
  },
};
