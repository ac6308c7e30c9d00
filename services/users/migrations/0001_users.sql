-- Personal data is sealed with its owner's id as context; what remains readable is what lists need.
create table users (
  user_id        uuid primary key,
  email_sealed   text not null,
  email_index    text not null unique,
  username       text not null,
  profile_sealed text not null,
  preferences    jsonb not null,
  revision       int not null default 1,
  created_at     timestamptz not null,
  updated_at     timestamptz not null
);
create index users_by_username on users (lower(username) text_pattern_ops, user_id desc);

create table addresses (
  address_id     uuid primary key,
  user_id        uuid not null references users on delete cascade,
  type           text not null check (type in ('Billing', 'Shipping', 'Both')),
  is_default     boolean not null,
  address_sealed text not null,
  created_at     timestamptz not null default now()
);
create index addresses_by_user on addresses (user_id, created_at, address_id);

-- Ids alone: an account that was erased does not come back when its opening is told again, or late.
create table erased_users (
  user_id   uuid primary key,
  erased_at timestamptz not null default now()
);
