import type { OrderId, Shipment, ShipmentId } from "@wares/contracts";
import { named, sql, type Queries } from "@wares/platform/database";

export type NewShipment = Readonly<{
  shipmentId: ShipmentId;
  orderId: OrderId;
  carrier: string;
  service: string;
  trackingNumber: string;
  shippedAt: string;
}>;

/** Answers those that were not there yet. */
export const saveShipments = async (
  tx: Queries,
  shipments: readonly NewShipment[],
): Promise<ReadonlySet<ShipmentId>> => {
  const { rows } = await tx.query<{ shipment_id: ShipmentId }>(
    named(
      "shipping.save_shipments",
      sql`
        insert into shipping.shipments
               (shipment_id, order_id, carrier, service, tracking_number, shipped_at)
        select "shipmentId", "orderId", carrier, service, "trackingNumber", "shippedAt"
          from jsonb_to_recordset(${JSON.stringify(shipments)}::jsonb)
            as one("shipmentId" uuid, "orderId" uuid, carrier text, service text,
                   "trackingNumber" text, "shippedAt" timestamptz)
            on conflict do nothing
        returning shipment_id
      `,
    ),
  );
  return new Set(rows.map(({ shipment_id }) => shipment_id));
};

/** Answers those that were still under way. */
export const markDelivered = async (
  tx: Queries,
  orders: readonly Readonly<{ orderId: OrderId; deliveredAt: string }>[],
) => {
  const { rows } = await tx.query<{ shipmentId: ShipmentId; orderId: OrderId }>(
    named(
      "shipping.mark_delivered",
      sql`
        update shipping.shipments
           set delivered_at = greatest(shipped_at, delivered."deliveredAt")
          from jsonb_to_recordset(${JSON.stringify(orders)}::jsonb)
            as delivered("orderId" uuid, "deliveredAt" timestamptz)
         where shipments.order_id = delivered."orderId" and delivered_at is null
        returning shipment_id as "shipmentId", order_id as "orderId"
      `,
    ),
  );
  return rows;
};

const shipmentsMax = 100;

export const findShipments = async (db: Queries, orderId: OrderId): Promise<Shipment[]> => {
  const { rows } = await db.query<Shipment & { deliveredAt: string | null }>(sql`
    select shipment_id as id, order_id as "orderId", carrier, service,
           tracking_number as "trackingNumber",
           case when delivered_at is null then 'InTransit' else 'Delivered' end as status,
           shipped_at as "shippedAt", delivered_at as "deliveredAt"
      from shipping.shipments
     where order_id = ${orderId}
     order by shipped_at
     limit ${shipmentsMax}
  `);
  return rows.map(({ deliveredAt, ...shipment }) => ({
    ...shipment,
    ...(deliveredAt && { deliveredAt }),
  }));
};
