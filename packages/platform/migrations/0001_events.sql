-- What happened, in the order it was committed. Nobody updates or deletes here: it is the shop's history.
create table outbox (
  position       bigint generated always as identity primary key,
  -- Readers stop at the oldest running transaction: identity values commit out of order.
  tx_id          xid8 not null default pg_current_xact_id(),
  event_id       uuid not null unique,
  type           text not null,
  version        int not null,
  subject        text not null,
  data           jsonb not null,
  occurred_at    timestamptz not null default now(),
  correlation_id text,
  causation_id   uuid,
  user_id        uuid,
  traceparent    text
);
create index outbox_in_commit_order on outbox (tx_id, position);
create index outbox_by_subject on outbox (subject, position);

-- What a consumer has applied, so that a message that comes twice is applied once.
create table inbox (
  consumer    text not null,
  event_id    uuid not null,
  received_at timestamptz not null default now(),
  primary key (consumer, event_id)
);
create index inbox_by_age on inbox using brin (received_at);

create table cursors (
  consumer text primary key,
  tx_id    xid8 not null default '0',
  position bigint not null default 0
);

-- Messages that failed again and again, and those of the same subject that came after them.
create table parked (
  consumer  text not null,
  position  bigint not null,
  event_id  uuid not null,
  type      text not null,
  subject   text not null,
  error     text not null,
  parked_at timestamptz not null default now(),
  primary key (consumer, event_id)
);
create index parked_by_subject on parked (consumer, subject, position);

create table sagas (
  saga       text not null,
  subject    text not null,
  state      jsonb not null,
  revision   int not null,
  wake_at    timestamptz,
  updated_at timestamptz not null default now(),
  primary key (saga, subject)
);
create index sagas_to_wake on sagas (saga, wake_at) where wake_at is not null;

-- An answer given once is given again to the same key, and another body under it is refused.
create table idempotency_keys (
  principal   text not null,
  key         text not null,
  fingerprint text not null,
  status      int,
  body        text,
  created_at  timestamptz not null default now(),
  primary key (principal, key)
);
create index idempotency_keys_by_age on idempotency_keys using brin (created_at);
