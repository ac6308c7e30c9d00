-- A coupon that staff switched off is refused like one that is over; orders that hold it keep it.
alter table coupons add column is_on boolean not null default true;
alter table coupons add column revision int not null default 1;
