-- Sold from what a flash sale set aside, at its price.
alter table order_items add column flash_sale_id uuid;
