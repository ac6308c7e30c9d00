-- A mail about an order is kept as what happened, and written when somebody sends or reads it. Null:
-- the template says all there is to say. Rows from before hold the finished mail.
alter table mails alter column content_sealed drop not null;
-- Known without opening the order. Null in rows from before.
alter table orders add column language text;
-- Sealed text does not compress: trying to was half the cost of keeping an order.
alter table orders set (toast_tuple_target = 8160);
