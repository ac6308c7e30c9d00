-- Behaviours are read by buyer, newest first: one index does both.
alter table behaviours drop constraint behaviours_pkey;
drop index behaviours_by_buyer;
alter table behaviours add primary key (buyer_id, at, position);
