create table flash_sales (
  flash_sale_id      uuid primary key,
  -- Of the request that scheduled it, so that a retry is told apart from a clash.
  request_hash       text not null,
  name               jsonb not null,
  starts_at          timestamptz not null,
  ends_at            timestamptz not null check (ends_at > starts_at),
  limit_per_customer int not null check (limit_per_customer between 1 and 99),
  has_waiting_room   boolean not null,
  cancelled_at       timestamptz,
  -- When it was said that it is over or cancelled: once.
  ended_at           timestamptz,
  revision           int not null default 1,
  -- Whole milliseconds, so that what a cursor says is exactly what is stored.
  created_at         timestamptz not null default date_trunc('milliseconds', now())
);
create index flash_sales_by_time on flash_sales (created_at desc, flash_sale_id desc);
create index flash_sales_not_ended on flash_sales (ends_at) where ended_at is null;

create table flash_sale_items (
  flash_sale_id uuid not null references flash_sales,
  sku           text not null,
  position      int not null,
  product_id    uuid not null,
  sale_prices   jsonb not null,
  quantity      int not null check (quantity > 0),
  primary key (flash_sale_id, sku)
);
create index flash_sale_items_by_sku on flash_sale_items (sku);

-- One row per order that takes part. It does not reference the sale: every order would lock that row.
create table flash_sale_parts (
  order_id      uuid primary key,
  flash_sale_id uuid not null,
  buyer_id      uuid not null,
  -- Whom its units are counted for, as in flash_sale_customers.
  customers     text[] not null,
  units         int not null check (units > 0),
  -- reserved → confirmed, left or expired; left → reserved again; all of them → confirmed → paid; returned is final.
  state         text not null check (state in ('reserved', 'left', 'expired', 'confirmed', 'paid', 'returned')),
  is_counted    boolean not null default true,
  expires_at    timestamptz not null
);
create index flash_sale_parts_by_sale on flash_sale_parts (flash_sale_id);
create index flash_sale_parts_expiring on flash_sale_parts (expires_at) where state = 'reserved';

-- A customer is a keyed hash of a buyer's id, and another one of the e-mail address: both are counted.
create table flash_sale_customers (
  flash_sale_id uuid not null,
  customer      text not null,
  taken         int not null,
  taken_max     int not null,
  primary key (flash_sale_id, customer),
  -- Nobody gets more than their portion, even if the code that thinks so is wrong.
  constraint flash_sale_limit check (taken between 0 and taken_max)
);

-- What processes counted, added up once a second by each.
create table flash_sale_tallies (
  flash_sale_id uuid primary key,
  requests      bigint not null,
  refused       bigint not null
);
