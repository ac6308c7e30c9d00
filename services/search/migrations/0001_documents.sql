-- What can be found, as the events of other services tell it. Every process keeps an index of it in
-- memory and asks for what changed since it last looked: `changed_in` is the writing transaction, and a
-- reader goes on from the oldest one that was still running, because transactions commit out of order.
create table documents (
  product_id     uuid primary key,
  revision       int not null,
  price_revision int not null,
  status         text not null,
  words          jsonb not null,
  label          jsonb not null,
  rating_sum     int not null default 0,
  rating_count   int not null default 0,
  changed_in     xid8 not null default pg_current_xact_id()
);
create index documents_by_change on documents (changed_in);

create table stock (
  sku        text not null,
  location   text not null,
  available  int not null,
  revision   int not null,
  changed_in xid8 not null default pg_current_xact_id(),
  primary key (sku, location)
);
create index stock_by_change on stock (changed_in);

create table categories (
  category_id uuid primary key,
  path        uuid[] not null,
  slug        jsonb not null,
  name        jsonb not null,
  changed_in  xid8 not null default pg_current_xact_id()
);
create index categories_by_change on categories (changed_in);
