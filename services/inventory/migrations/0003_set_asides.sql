-- A line is taken from a place: the shop's shelf, or what was set aside for a flash sale.
alter table hold_lines add column location text not null default 'main';
alter table hold_lines drop constraint hold_lines_pkey;
alter table hold_lines add primary key (order_id, sku, location);

-- Units of a sale stand in stock at the location 'sale:<id>'.
create table set_asides (
  flash_sale_id uuid primary key,
  -- asked ⇄ agreed, when the sale was heard of; either → over, which is final.
  state         text not null check (state in ('asked', 'agreed', 'over')),
  -- SKU → units we moved there, those sold since included; SKUs that are no longer wanted stay with 0.
  aside         jsonb not null default '{}',
  -- SKU → units, as the sale said last. What was only asked for goes back to it after a while.
  agreed        jsonb not null default '{}',
  revision      int not null default 0,
  check_at      timestamptz not null default now() + interval '1 minute'
);
create index set_asides_asked on set_asides (check_at) where state = 'asked';

-- Units became free again at a sale's location: they are brought back when the sale is over. Append
-- only, so that whoever lets go of a hold waits for nobody here.
create table to_bring_back (
  position      bigint generated always as identity primary key,
  flash_sale_id uuid not null
);
