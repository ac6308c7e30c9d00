-- A payment is written three times within seconds. What its indexes ask about it changes at the end alone,
-- so that all writes but the last stay on its page and touch no index.
alter table payments
  add column is_alive boolean generated always as (state not in ('voided', 'failed')) stored,
  add column is_open boolean generated always as
    (step_at is not null or state not in ('captured', 'voided', 'failed')) stored;
drop index payments_one_alive;
-- Two attempts at once could both take the money.
create unique index payments_one_alive on payments (order_id) where is_alive;
drop index payments_to_step;
create index payments_open on payments (payment_id) where is_open;
alter table payments set (fillfactor = 50);
