-- Lists of stock are read in the order of an index. A row that changes outside of all indexes is written on
-- its page alone, so they may not change with each unit that is sold: what is left is known to them up to
-- twenty, and who needs somebody. Of what there is less an update costs 25 µs and two records in the
-- journal more (10 and 1 without), of all else what it did.
alter table stock
  add column scarcity int generated always as (least(quantity - reserved, 20)) stored,
  add column is_low boolean generated always as
    (quantity - reserved between 1 and low_stock_threshold) stored,
  add column is_to_reorder boolean generated always as (quantity - reserved <= reorder_point) stored;
create index stock_by_scarcity on stock (scarcity, sku) where location = 'main';
create index stock_low on stock (scarcity, sku) where location = 'main' and is_low;
create index stock_to_reorder on stock (scarcity, sku) where location = 'main' and is_to_reorder;

-- What staff search is written once: beside the counters its index would be written with them.
create table stock_search (
  sku text primary key
);
insert into stock_search select sku from stock where location = 'main';
create index stock_search_by_text on stock_search using gin (lower(sku) public.gin_trgm_ops);
