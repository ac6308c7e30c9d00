-- Copies of what letters need, kept from events. Everything personal is sealed.
create table recipients (
  user_id             uuid primary key,
  person_sealed       text not null,
  email_index         text not null,
  language            text not null,
  email_notifications boolean not null default true,
  marketing_emails    boolean not null default false,
  revision            int not null default 0
);

create table orders (
  order_id     uuid primary key,
  user_id      uuid,
  email_index  text not null,
  order_sealed text not null
);
create index orders_by_user on orders (user_id) where user_id is not null;

-- Every mail there ever was for us, also the withheld ones. `content_sealed` is address, subject and both
-- bodies; a link in them would be a way in.
create table mails (
  notification_id uuid primary key,
  -- The order of lists: ids made within one millisecond have none.
  position        bigint generated always as identity,
  event_id        uuid not null,
  template        text not null,
  user_id         uuid,
  order_id        uuid,
  to_index        text not null,
  language        text not null,
  content_sealed  text not null,
  status          text not null check (status in ('Queued', 'Sent', 'Failed', 'Withheld')),
  attempts        int not null default 0,
  next_attempt_at timestamptz not null default now(),
  problem         text,
  created_at      timestamptz not null default now(),
  sent_at         timestamptz,
  unique (event_id, template)
);
create index mails_to_send on mails (next_attempt_at) where status = 'Queued';
create index mails_newest on mails (position desc);
create index mails_by_order on mails (order_id, position desc) where order_id is not null;
create index mails_by_address on mails (to_index, position desc);
create index mails_by_user on mails (user_id) where user_id is not null;
