-- A mail's id is made from its event and its template: the primary key alone keeps each mail once, and has
-- them in order of time. Half of an address's signature tells addresses apart as well, in half of the room.
alter table mails
  drop constraint mails_event_id_template_key,
  alter column event_id drop not null,
  -- Takes the indexes with it whose order it was.
  drop column position,
  alter column to_index type text collate "C" using left(to_index, 22);
create index mails_by_order on mails (order_id, notification_id) where order_id is not null;
create index mails_by_address on mails (to_index, notification_id);
-- Ids from before are of their own making, so their events are still looked for.
create index mails_of_old_events on mails (event_id) where event_id is not null;
alter table recipients alter column email_index type text collate "C" using left(email_index, 22);

-- What an order says is asked of orders when a mail is written out, and whose it is its first mail tells.
-- Here are those whose mails went with another person of the same address.
create table order_owners (
  order_id uuid primary key,
  user_id  uuid,
  to_index text collate "C" not null,
  language text not null
);
insert into order_owners
select order_id, user_id, left(email_index, 22), coalesce(language, 'en')
  from orders
 where not exists (select from mails
                    where mails.order_id = orders.order_id and template = 'order-confirmation');
create index order_owners_by_user on order_owners (user_id) where user_id is not null;
drop table orders;
