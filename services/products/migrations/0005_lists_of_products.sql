-- Every list is read in the order of an index, also within a category and a status, so that a page costs
-- the same among a million. All that is not sold, bought or reviewed may have as many as it needs.

-- What a cursor says is exactly what is stored.
alter table products alter column updated_at type timestamptz(3);

-- Staff: all, or in one status.
create index products_by_change on products (updated_at desc, product_id desc);
create index products_by_status on products (status, created_at desc, product_id desc);
create index products_by_status_and_change on products (status, updated_at desc, product_id desc);
drop index active_products_by_age;

-- A shelf is a category and a status. Those below a category are read each from its beginning, and merged.
create index products_on_shelf on products (category_id, status, created_at desc, product_id desc);
create index products_on_shelf_by_change on products (category_id, status, updated_at desc, product_id desc);
drop index products_by_category;
drop index active_products_by_category;

-- Shoppers: the best of a category, and what is on sale.
create index active_products_on_shelf_by_rating on products (category_id, rating_score desc, product_id desc)
 where status = 'Active';
create index active_products_on_sale_by_rating on products (rating_score desc, product_id desc)
 where status = 'Active' and is_on_sale;
create index active_products_on_shelf_on_sale on products (category_id, created_at desc, product_id desc)
 where status = 'Active' and is_on_sale;
create index active_products_on_shelf_on_sale_by_rating on products (category_id, rating_score desc, product_id desc)
 where status = 'Active' and is_on_sale;

-- What was thought of one product, by the number of stars.
drop index reviews_by_rating;
create index reviews_by_rating on reviews (product_id, rating, created_at desc, review_id desc);
