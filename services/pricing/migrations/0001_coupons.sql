create table coupons (
  code               text primary key check (code ~ '^[A-Z0-9-]{3,40}$'),
  percent_off        int not null check (percent_off between 1 and 100),
  minimum_subtotal   bigint not null check (minimum_subtotal >= 0),
  uses_max           int check (uses_max >= 1),
  uses_per_buyer_max int check (uses_per_buyer_max >= 1),
  -- Redemptions that are confirmed, or reserved and not yet known to be over.
  uses               int not null default 0 check (uses >= 0),
  starts_at          timestamptz not null,
  ends_at            timestamptz check (ends_at > starts_at),
  created_at         timestamptz not null default now()
);

create table redemptions (
  order_id   uuid primary key,
  code       text not null references coupons,
  buyer_id   uuid not null,
  discount   bigint not null check (discount >= 0),
  currency   char(3) not null,
  -- reserved → confirmed, expired or returned; expired → confirmed or returned; confirmed → returned.
  state      text not null check (state in ('reserved', 'confirmed', 'expired', 'returned')),
  expires_at timestamptz not null
);
create index redemptions_expiring on redemptions (code, expires_at) where state = 'reserved';
create index redemptions_by_buyer on redemptions (code, buyer_id) where state in ('reserved', 'confirmed');
