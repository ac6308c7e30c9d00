-- Who may sign in. The address is sealed; its index is an HMAC, for looking it up and nothing else.
create table accounts (
  user_id            uuid primary key,
  email_sealed       text not null,
  email_index        text not null unique,
  username           text not null,
  password_hash      text not null,
  email_confirmed_at timestamptz,
  roles              text[] not null default '{customer}',
  opened_at          timestamptz not null default now()
);
create unique index accounts_by_username on accounts (lower(username));
create index accounts_of_staff on accounts (user_id) where roles && '{staff,owner}';

-- A name asked for together with an address we know: kept for that address as an account not yet confirmed
-- would have kept it, or else asking for it under another address would tell that this one was known.
create table reserved_usernames (
  username       text primary key,
  email_index    text not null,
  reserved_until timestamptz not null
);

-- One sign-in and everything refreshed from it: a family of tokens, which ends as one.
create table sessions (
  session_id uuid primary key,
  user_id    uuid not null references accounts on delete cascade,
  device     text not null,
  created_at timestamptz not null default now(),
  ends_at    timestamptz not null default now() + interval '180 days'
);
create index sessions_by_user on sessions (user_id, created_at);

-- A used refresh token is kept until it expires: that it comes again is how theft shows.
create table tokens (
  token_hash bytea primary key,
  kind       text not null check (kind in ('access', 'refresh')),
  session_id uuid not null references sessions on delete cascade,
  expires_at timestamptz not null,
  used_at    timestamptz,
  uses       int not null default 0
);
create index tokens_by_session on tokens (session_id);
create index tokens_by_expiry on tokens (expires_at);

create table links (
  token_hash bytea primary key,
  purpose    text not null check (purpose in ('ConfirmEmail', 'ResetPassword')),
  user_id    uuid not null references accounts on delete cascade,
  expires_at timestamptz not null
);
create index links_by_user on links (user_id, purpose);

create table devices (
  user_id  uuid not null references accounts on delete cascade,
  device   text not null,
  first_at timestamptz not null default now(),
  primary key (user_id, device)
);

-- What is counted against abuse: wrong passwords by account and by network address, mails by address.
-- `key` is an HMAC.
create table tries (
  try_id uuid primary key,
  kind   text not null,
  key    text not null,
  at     timestamptz not null default now()
);
create index tries_by_key on tries (kind, key, at);
create index tries_by_age on tries (at);
