-- A hold's lines are written with it, read with it and locked with it: as rows of their own they cost each
-- order of two lines seven more records in the journal, and a quarter of what reserving costs here.
create function is_within(part int[], whole int[]) returns boolean immutable language sql as $$
  select coalesce(bool_and(0 <= p and p <= w), true) from unnest(part, whole) as pair(p, w)
$$;
alter table holds
  -- 'location SKU', each once.
  add column slots      text[] not null default '{}',
  add column quantities int[]  not null default '{}',
  -- What came back by refunds, slot by slot; empty while nothing did.
  add column returned   int[]  not null default '{}';

update holds
   set slots = line.slots, quantities = line.quantities, returned = line.returned
  from (select order_id, array_agg(location || ' ' || sku order by sku, location) as slots,
               array_agg(quantity order by sku, location) as quantities,
               array_agg(returned order by sku, location) as returned
          from hold_lines group by order_id) as line
 where line.order_id = holds.order_id;

alter table holds
  add check (cardinality(quantities) = cardinality(slots)),
  add check (0 < all (quantities)),
  add check (case when returned = '{}' then true
                  else cardinality(returned) = cardinality(slots) and is_within(returned, quantities) end);

drop table hold_lines;
create view hold_lines as
select order_id, substr(slot, strpos(slot, ' ') + 1) as sku, split_part(slot, ' ', 1) as location, quantity,
       coalesce(back, 0) as returned
  from holds cross join lateral unnest(slots, quantities, returned) as line(slot, quantity, back);
