-- One row per sale that has a room. Joining, the draw and admission all lock it, so that they take turns.
create table waiting_rooms (
  flash_sale_id uuid primary key,
  -- Numbers given out so far; the last one's number.
  tickets       bigint not null default 0,
  -- Drawn at the opening, never before: the order of the early ones follows from it (see draw.store.ts).
  seed          text,
  drawn_at      timestamptz,
  -- Everybody up to this place has been let in. Places have no gaps, so it is also how many have been.
  through       bigint not null default 0,
  is_sold_out   boolean not null default false,
  ended_at      timestamptz,
  check (through between 0 and tickets),
  check ((seed is null) = (drawn_at is null)),
  check (drawn_at is not null or through = 0)
);
create index waiting_rooms_unfinished on waiting_rooms (flash_sale_id) where ended_at is null;

create table waiting_tickets (
  flash_sale_id  uuid not null references waiting_rooms,
  buyer_id       uuid not null,
  joined_at      timestamptz not null,
  -- By arrival. Who came before the opening gets another by lot: a permutation of the same numbers.
  nth            bigint not null check (nth > 0),
  lot            bigint check (lot > 0),
  place          bigint not null generated always as (coalesce(lot, nth)) stored,
  admitted_at    timestamptz,
  admitted_until timestamptz,
  used_at        timestamptz,
  used_by        uuid,
  -- The buyer first: it finds a row by itself (see ticket.store.ts).
  primary key (buyer_id, flash_sale_id),
  check ((admitted_at is null) = (admitted_until is null)),
  check ((used_at is null) = (used_by is null)),
  check (used_at is null or admitted_at is not null)
);
create unique index waiting_tickets_by_nth on waiting_tickets (flash_sale_id, nth);
-- Two on one place would be let in unfairly: impossible, even if the code that thinks so is wrong. Judged at
-- the end of a statement, since the draw passes through states in which two have the same.
alter table waiting_tickets
  add constraint waiting_tickets_by_place unique (flash_sale_id, place) deferrable initially immediate;
create index waiting_tickets_by_order on waiting_tickets (used_by) where used_by is not null;
create index waiting_tickets_let_in on waiting_tickets (flash_sale_id, admitted_until)
  where admitted_at is not null and used_at is null;
