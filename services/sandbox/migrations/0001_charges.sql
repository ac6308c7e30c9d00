create table charges (
  reference   text primary key,
  charge_id   uuid not null unique,
  token       text not null,
  amount      bigint not null check (amount >= 0),
  currency    text not null,
  status      text not null,
  captured    bigint not null default 0 check (captured between 0 and amount),
  refunded    bigint not null default 0 check (refunded between 0 and captured),
  -- Refund key → amount: asked twice, it is given once.
  refunds     jsonb not null default '{}',
  return_url  text not null default '',
  created_at  timestamptz not null default now(),
  updated_at  timestamptz not null default now()
);

-- What really moved, as a bank would tell it. The shop's books are checked against this.
create table money_log (
  position  bigint generated always as identity primary key,
  reference text not null,
  kind      text not null check (kind in ('capture', 'refund')),
  amount    bigint not null check (amount > 0),
  currency  text not null,
  moved_at  timestamptz not null default now()
);
create index money_log_by_reference on money_log (reference);

create table webhooks (
  webhook_id   uuid primary key,
  type         text not null,
  reference    text not null,
  body         text not null,
  due_at       timestamptz,
  attempts     int not null default 0,
  delivered_at timestamptz
);
create index webhooks_due on webhooks (due_at) where due_at is not null;
