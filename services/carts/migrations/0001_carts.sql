create table carts (
  buyer_id     uuid primary key,
  is_user      boolean not null,
  currency     text not null,
  coupon_code  text,
  touched_at   timestamptz not null default now(),
  -- Said to be abandoned since it was last touched.
  is_abandoned boolean not null default false
);
create index carts_gone_quiet on carts (touched_at) where not is_abandoned;

create table lines (
  buyer_id uuid not null references carts on delete cascade,
  sku      text not null,
  quantity int not null check (quantity between 1 and 99),
  added_at timestamptz not null default now(),
  primary key (buyer_id, sku)
);
