create table payments (
  payment_id      uuid primary key,
  order_id        uuid not null,
  buyer_id        uuid not null,
  amount          bigint not null check (amount > 0),
  currency        text not null,
  method          text not null,
  -- The gateway's token for the card, sealed; gone once it has been used.
  token           text,
  state           text not null check (state in
                    ('authorising', 'action', 'authorised', 'capturing', 'captured', 'voiding', 'voided', 'failed')),
  charge_id       text,
  card_brand      text,
  card_last4      text,
  action_url      text,
  failure         text,
  captured_amount bigint not null default 0 check (captured_amount between 0 and amount),
  refunded_amount bigint not null default 0 check (refunded_amount between 0 and captured_amount),
  is_disputed     boolean not null default false,
  -- When the gateway is to be called or asked next; null while there is nothing to do.
  step_at         timestamptz,
  tries           int not null default 0,
  created_at      timestamptz not null default now(),
  updated_at      timestamptz not null default now()
);
-- Two attempts at once could both take the money.
create unique index payments_one_alive on payments (order_id) where state not in ('voided', 'failed');
create index payments_by_order on payments (order_id);
create index payments_to_step on payments (step_at) where step_at is not null;

create table refunds (
  refund_id  uuid primary key,
  payment_id uuid not null references payments,
  order_id   uuid not null,
  amount     bigint not null check (amount > 0),
  state      text not null check (state in ('pending', 'succeeded', 'failed')),
  step_at    timestamptz,
  tries      int not null default 0,
  created_at timestamptz not null default now()
);
create index refunds_by_payment on refunds (payment_id);
create index refunds_to_step on refunds (step_at) where step_at is not null;

-- No money is taken for these any more, whatever arrives.
create table cancelled_orders (
  order_id uuid primary key
);
