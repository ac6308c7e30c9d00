-- Events are written often and their insides are never asked for in SQL: as json they are kept as they
-- come. Measured per order created (1.4 kB): 31 µs as jsonb, 12 as json, and less to read.
alter table outbox alter column data type json using data::json;
-- A row is kept whole in its page instead of being squeezed: 4 µs of an insert, again as much of a read.
alter table outbox set (toast_tuple_target = 8160);
