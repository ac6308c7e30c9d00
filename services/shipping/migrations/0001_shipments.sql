create table shipments (
  shipment_id     uuid primary key,
  order_id        uuid not null,
  carrier         text not null,
  service         text not null,
  tracking_number text not null,
  shipped_at      timestamptz not null,
  delivered_at    timestamptz,
  check (delivered_at >= shipped_at)
);
create index shipments_by_order on shipments (order_id);
