-- A gateway's token with its card's brand and last four, sealed together. A card that is kept already is
-- found by an HMAC of its token.
create table payment_methods (
  method_id     uuid primary key,
  user_id       uuid not null references users on delete cascade,
  type          text not null,
  method_sealed text not null,
  token_index   text not null,
  created_at    timestamptz not null default now(),
  used_at       timestamptz not null default now(),
  unique (user_id, token_index)
);
