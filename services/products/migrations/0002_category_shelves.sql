-- Shelves show what is Active: the newest of a category, and how many there are, come from this alone.
create index active_products_by_category on products (category_id, created_at desc, product_id desc)
 where status = 'Active';
drop index products_by_category;
create index products_by_category on products (category_id);
