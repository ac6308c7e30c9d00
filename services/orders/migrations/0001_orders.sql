-- "order" is a reserved word: schemas and tables are plural.
create table orders (
  order_id         uuid primary key,
  order_number     text not null unique,
  buyer_id         uuid not null,
  user_id          uuid,
  -- Of the request that made it, so that a retry is told apart from a clash. Null for imported history.
  request_hash     text,
  email            text not null,
  language         text not null,
  name             text not null,
  status           text not null check (status in ('Pending', 'Confirmed', 'Paid', 'Processing',
                     'Shipped', 'Delivered', 'Cancelled', 'Refunded', 'PaymentFailed')),
  currency         char(3) not null,
  subtotal         bigint not null check (subtotal >= 0),
  discount         bigint not null check (discount >= 0),
  shipping         bigint not null check (shipping >= 0),
  tax              bigint not null check (tax >= 0),
  total            bigint not null check (total >= 0),
  refunded_total   bigint not null default 0,
  coupon_code      text,
  billing_address  jsonb not null,
  shipping_address jsonb not null,
  shipping_method  jsonb not null,
  payment_method   text,
  notes            text,
  shipment         jsonb,
  cancel_reason    text,
  search_text      text not null,
  pay_before       timestamptz not null,
  revision         int not null default 1,
  -- Whole milliseconds, so that what a cursor says is exactly what is stored.
  created_at       timestamptz not null default date_trunc('milliseconds', now()),
  updated_at       timestamptz not null default date_trunc('milliseconds', now()),
  check (total = subtotal + tax + shipping - discount),
  check (refunded_total between 0 and total)
);
create index orders_by_buyer on orders (buyer_id, created_at desc, order_id desc);
create index orders_by_time on orders (created_at desc, order_id desc);
create index orders_by_status on orders (status, created_at desc, order_id desc);
create index orders_by_user on orders (user_id) where user_id is not null;
create index orders_by_text on orders using gin (search_text gin_trgm_ops);

create table order_items (
  order_id    uuid not null references orders,
  id          int not null check (id between 1 and 100),
  product_id  uuid not null,
  variant_id  uuid,
  sku         text not null,
  name        text not null,
  quantity    int not null check (quantity between 1 and 99),
  unit_price  bigint not null check (unit_price >= 0),
  total_price bigint not null check (total_price = unit_price * quantity),
  attributes  jsonb not null,
  image_url   text,
  primary key (order_id, id)
);

-- Append only, but for what an erased person wrote.
create table timeline (
  position    bigint generated always as identity primary key,
  order_id    uuid not null references orders,
  at          timestamptz not null default now(),
  kind        text not null,
  by          text not null check (by in ('Shopper', 'Staff', 'Shop')),
  by_user_id  uuid,
  text        text,
  is_internal boolean not null default false
);
create index timeline_by_order on timeline (order_id, position);

create table refunds (
  refund_id  uuid primary key,
  order_id   uuid not null references orders,
  amount     bigint not null check (amount > 0),
  reason     text not null,
  status     text not null check (status in ('Pending', 'Succeeded', 'Failed')),
  restock    jsonb not null,
  created_at timestamptz not null default now()
);
create index refunds_by_order on refunds (order_id);
