create table event_counts (
  day   date not null,
  type  text not null,
  count bigint not null,
  primary key (day, type)
);

create table sales (
  day      date not null,
  currency text not null,
  orders   bigint not null default 0,
  units    bigint not null default 0,
  gross    bigint not null default 0,
  refunds  bigint not null default 0,
  primary key (day, currency)
);

create table product_sales (
  day        date not null,
  currency   text not null,
  product_id uuid not null,
  units      bigint not null,
  gross      bigint not null,
  primary key (day, currency, product_id)
);

-- Who got how far on which day; a buyer counts once.
create table reached (
  day      date not null,
  step     text not null check (step in ('Viewed', 'AddedToCart', 'Ordered', 'Paid')),
  buyer_id uuid not null,
  primary key (day, step, buyer_id)
);

create table products (
  product_id uuid primary key,
  name_en    text not null,
  name_zh    text,
  revision   int not null
);
