import {
  OrderDelivered,
  OrderId,
  OrderShipped,
  parse,
  ShipmentId,
  ShipmentList,
  Sku,
} from "@wares/contracts";
import { newId } from "@wares/platform";
import { publish, transact } from "@wares/platform/database";
import { testDatabase } from "@wares/testkit/database";
import { settle, testServer, testTools } from "@wares/testkit/tools";
import { expect, test } from "vitest";
import { shippingService } from "./shipping.service.ts";

const orderId = newId(OrderId);
const shipped = OrderShipped({
  orderId,
  shipmentId: newId(ShipmentId),
  carrier: "Parcel Post",
  service: "Standard",
  trackingNumber: "PP1",
  items: [{ sku: parse(Sku, "TEAPOT-BLUE"), quantity: 1 }],
});
const delivered = OrderDelivered({ orderId });

test("an order that is shipped and delivered, said twice, is one parcel that arrived once", async () => {
  await using db = await testDatabase("shipping");
  const { service } = shippingService(testTools(db));
  await transact(db, (tx) => publish(tx, [shipped, shipped]));
  await settle(db, [service]);
  await transact(db, (tx) => publish(tx, [delivered, delivered, shipped]));
  await settle(db, [service]);

  const { rows } = await db.query(
    "select type from platform.outbox where type like 'shipping.%' order by position",
  );
  expect(rows.map(({ type }) => type)).toEqual([
    "shipping.shipment_created",
    "shipping.shipment_delivered",
  ]);

  const app = await testServer([service], () => ({ roles: ["staff"] }));
  const response = await app.inject({ url: `/api/v1/shipments?orderId=${orderId}` });
  expect(response.statusCode).toBe(401); // a role alone, without somebody who holds it
});

test("staff see the parcel; a country that is none is named", async () => {
  await using db = await testDatabase("shipping");
  const { service } = shippingService(testTools(db));
  await transact(db, (tx) => publish(tx, [shipped]));
  await settle(db, [service]);
  const userId = parse(OrderId, orderId) as never;
  const app = await testServer([service], () => ({ userId, roles: ["staff"] }));
  const list = await app.inject({ url: `/api/v1/shipments?orderId=${orderId}` });
  expect(parse(ShipmentList, list.json()).shipments).toMatchObject([
    { trackingNumber: "PP1", status: "InTransit" },
  ]);
  const methods = await app.inject({ url: "/api/v1/shipping-methods?country=XX" });
  expect(methods.json()).toMatchObject({ status: 400, field: "/country" });
});
