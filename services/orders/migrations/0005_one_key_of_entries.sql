-- The timeline is read by order alone: one index does both.
alter table timeline drop constraint timeline_pkey;
drop index timeline_by_order;
alter table timeline add primary key (order_id, position);
