-- The ledger is read by SKU, newest first: one index does both. The other cost a record in the journal
-- for each of an order's movements.
alter table movements drop constraint movements_pkey;
drop index movements_by_sku;
alter table movements add primary key (sku, position);
