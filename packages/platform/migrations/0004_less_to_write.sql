-- Every index of the outbox was a record in the journal for each of an order's dozen events. It is read
-- in the order of commits alone; by subject or id only by people, who can wait for a walk through it.
alter table outbox drop constraint outbox_pkey;
alter table outbox drop constraint outbox_event_id_key;
drop index outbox_in_commit_order;
drop index outbox_by_subject;
alter table outbox add primary key (tx_id, position);

-- What is parked is found again by its place.
alter table parked add column tx_id xid8;
update parked
   set tx_id = outbox.tx_id
  from outbox
 where outbox.event_id = parked.event_id;
alter table parked alter column tx_id set not null;

-- A saga is written some four times within seconds: with room on its page, without touching an index.
alter table sagas set (fillfactor = 50);
