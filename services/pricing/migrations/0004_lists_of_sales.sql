-- What a cursor says is exactly what is stored. Using a coupon changes nothing that the index knows.
alter table coupons alter column created_at type timestamptz(3);
create index coupons_by_time on coupons (created_at desc, code desc);

create index flash_sales_cancelled on flash_sales (created_at desc, flash_sale_id desc)
 where cancelled_at is not null;
