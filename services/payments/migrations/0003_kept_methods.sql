-- Whose saved methods the token joins once it has paid; null when nobody asked, and when that is done.
alter table payments add column keep_for uuid;
create index payments_to_keep on payments (keep_for) where keep_for is not null;
