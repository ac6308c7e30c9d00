-- The tree of categories. `path` holds the ids from the root to the row itself: "in it and below it"
-- is `path @> array[id]`, without recursion. A category never moves.
create table categories (
  category_id uuid primary key,
  parent_id   uuid references categories,
  level       int not null check (level between 0 and 9),
  path        uuid[] not null,
  slug        jsonb not null,
  name        jsonb not null,
  description jsonb not null,
  sort_order  int not null,
  created_at  timestamptz not null default now()
);
create unique index categories_by_slug on categories ((slug ->> 'en'));
create index categories_by_slug_zh on categories ((slug ->> 'zh'));
create index categories_by_path on categories using gin (path);

-- The truth about a product, all languages and currencies. `label` is what a card shows, made from
-- the rest at every write so that a list reads nothing else.
create table products (
  product_id   uuid primary key,
  revision     int not null check (revision > 0),
  status       text not null check (status in ('Draft', 'Active', 'Inactive', 'Discontinued')),
  category_id  uuid not null references categories,
  sku          text not null,
  brand        text not null,
  slug         jsonb not null,
  name         jsonb not null,
  description  jsonb not null,
  attributes   jsonb not null,
  prices       jsonb not null,
  sale_prices  jsonb,
  variants     jsonb not null,
  images       jsonb not null,
  label        jsonb not null,
  is_on_sale   boolean not null,
  -- What an import last said of it: the same again changes nothing.
  fingerprint  text,
  rating_sum   int not null default 0,
  rating_count int not null default 0,
  -- Five imagined opinions of 3.5, so that one delighted shopper does not lead the list.
  rating_score float8 not null generated always as ((rating_sum + 17.5) / (rating_count + 5)) stored,
  staff_text   text not null,
  created_at   timestamptz not null,
  updated_at   timestamptz not null default now()
);
create index products_by_age on products (created_at desc, product_id desc);
create index active_products_by_age on products (created_at desc, product_id desc) where status = 'Active';
create index active_products_by_rating on products (rating_score desc, product_id desc) where status = 'Active';
create index active_products_on_sale on products (created_at desc, product_id desc)
 where status = 'Active' and is_on_sale;
create index products_by_category on products (category_id, created_at desc, product_id desc);
create index products_by_staff_text on products using gin (staff_text public.gin_trgm_ops);

-- Every address a product has, each once per language.
create table slugs (
  slug       text not null,
  language   text not null check (language in ('en', 'zh')),
  product_id uuid not null references products on delete cascade,
  primary key (slug, language)
);
create index slugs_by_product on slugs (product_id);

-- Every SKU belongs to one product. What pricing asks of it lies here, beside it.
create table skus (
  -- By bytes, so that SKUs of one stem lie together in the index.
  sku         text collate "C" primary key,
  product_id  uuid not null references products on delete cascade,
  variant_id  uuid,
  -- A product with variants has an SKU of its own that nobody can buy.
  is_sold     boolean not null,
  attributes  jsonb not null,
  prices      jsonb not null,
  sale_prices jsonb,
  image_url   text
);
create index skus_by_product on skus (product_id);

create table reviews (
  review_id  uuid primary key,
  product_id uuid not null references products,
  user_id    uuid,
  rating     int not null check (rating between 1 and 5),
  title      text not null,
  text       text not null,
  language   text not null,
  author     text not null,
  created_at timestamptz not null,
  unique (product_id, user_id)
);
create index reviews_by_age on reviews (product_id, created_at desc, review_id desc);
create index reviews_by_rating on reviews (product_id, rating);
create index reviews_by_user on reviews (user_id);
