-- The two thresholds are edited by people, the counters by every sale: each has a revision of its own.
alter table stock add column limits_revision int not null default 1;
