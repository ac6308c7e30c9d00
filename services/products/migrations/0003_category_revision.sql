alter table categories add column revision int not null default 1;
