create table behaviours (
  position   bigint generated always as identity primary key,
  buyer_id   uuid not null,
  user_id    uuid,
  product_id uuid,
  type       text not null check (type in ('View', 'AddToCart', 'Purchase', 'Search', 'Click')),
  at         timestamptz not null,
  metadata   jsonb not null default '{}',
  check (product_id is not null or type = 'Search')
);
create index behaviours_by_buyer on behaviours (buyer_id, at desc);
create index behaviours_by_product on behaviours (product_id, at desc) where type = 'View';

-- What lay in one parcel, each product once.
create table purchases (
  order_id   uuid not null,
  product_id uuid not null,
  buyer_id   uuid not null,
  at         timestamptz not null,
  primary key (order_id, product_id)
);
create index purchases_by_product on purchases (product_id, at desc);
create index purchases_by_buyer on purchases (buyer_id, at desc);

create table products (
  product_id  uuid primary key,
  revision    int not null,
  is_active   boolean not null,
  category_id uuid not null,
  name_en     text not null,
  name_zh     text,
  -- What it is made alike by: category, brand, attributes, words of its name.
  features    text[] not null,
  skus        text[] not null,
  bought      int not null default 0,
  viewed      int not null default 0,
  created_at  timestamptz not null
);
create index products_by_category on products (category_id) where is_active;
create index products_popular on products (bought desc, viewed desc) where is_active;
create index products_new on products (created_at desc) where is_active;
create index products_by_sku on products using gin (skus);
