-- What an order is priced by is asked for with each order and changes a few times a day. Whoever remembers it
-- asks whether anything changed since, which is one row instead of a join of wide ones: exact, because it
-- grows in the transaction that changes, whoever writes, by hand as well.
create table price_revision (
  one      boolean primary key default true check (one),
  revision bigint not null default 1
) with (fillfactor = 10);
insert into price_revision default values;

create function prices_changed() returns trigger language plpgsql as $$
begin
  update products.price_revision set revision = revision + 1;
  return null;
end $$;
create trigger prices_changed after insert or update or delete or truncate on skus
  for each statement execute function prices_changed();
-- Not of every column: a rating changes with each review.
create trigger prices_changed after update of name, slug, status or truncate on products
  for each statement execute function prices_changed();
