import { OrderDelivered, OrderShipped, ShipmentCreated, ShipmentDelivered } from "@wares/contracts";
import { on, type Service, type Tools } from "@wares/platform";
import { publish } from "@wares/platform/database";
import { methodsFor } from "./method.ts";
import { shipmentRoutes } from "./shipment.routes.ts";
import { markDelivered, saveShipments } from "./shipment.store.ts";

/** Shipping: how parcels travel, what that costs, and which are under way. */
export const shippingService = ({ db }: Tools) => ({
  service: {
    name: "shipping",
    routes: [{ prefix: "", plugin: shipmentRoutes(db) }],
    subscriptions: [
      on(OrderShipped, async (events, tx) => {
        const shipments = events.map(({ data, time }) => ({ ...data, shippedAt: time }));
        const fresh = new Set(await saveShipments(tx, shipments));
        await publish(
          tx,
          shipments
            // `delete` says yes once: the same parcel twice in one batch is one parcel.
            .filter(({ shipmentId }) => fresh.delete(shipmentId))
            .map(({ shipmentId, orderId, carrier, service, trackingNumber }) =>
              ShipmentCreated({ shipmentId, orderId, carrier, service, trackingNumber }),
            ),
        );
      }),
      on(OrderDelivered, async (events, tx) => {
        const arrived = await markDelivered(
          tx,
          events.map(({ data: { orderId }, time }) => ({ orderId, deliveredAt: time })),
        );
        await publish(tx, arrived.map(ShipmentDelivered));
      }),
    ],
  } satisfies Service,
  methodsFor,
});
