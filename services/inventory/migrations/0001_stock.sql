create table stock (
  sku                 text not null,
  location            text not null default 'main',
  quantity            int not null default 0 check (quantity between 0 and 2000000000),
  reserved            int not null default 0 check (reserved >= 0),
  low_stock_threshold int not null default 5 check (low_stock_threshold >= 0),
  reorder_point       int not null default 10 check (reorder_point >= 0),
  -- Grows by one with every change of the counters; 0 means never stocked.
  revision            int not null default 0,
  updated_at          timestamptz not null default now(),
  primary key (sku, location),
  -- Nothing oversells, even if the code that thinks so is wrong.
  check (reserved <= quantity)
);

create table holds (
  order_id   uuid primary key,
  -- held → claimed, released or expired; expired → claimed or released; claimed → released; released is final.
  state      text not null check (state in ('held', 'claimed', 'released', 'expired')),
  expires_at timestamptz not null,
  updated_at timestamptz not null default now()
);
create index holds_expiring on holds (expires_at) where state = 'held';

-- Written with the hold and never changed, but for what came back by refunds.
create table hold_lines (
  order_id uuid not null references holds,
  sku      text not null,
  quantity int not null check (quantity > 0),
  returned int not null default 0 check (returned between 0 and quantity),
  primary key (order_id, sku)
);

-- Append only. Per SKU the changes sum to the counters.
create table movements (
  position        bigint generated always as identity primary key,
  sku             text not null,
  location        text not null default 'main',
  reason          text not null,
  quantity_change int not null,
  reserved_change int not null,
  order_id        uuid,
  by_user_id      uuid,
  note            text,
  at              timestamptz not null default now()
);
create index movements_by_sku on movements (sku, position);

create table adjustments (
  adjustment_id uuid primary key,
  sku           text not null,
  change        int not null,
  reason        text not null
);

create table returns (
  refund_id uuid primary key,
  order_id  uuid not null
);
