-- The bank asks its question in the language in which the shopper buys.
alter table charges add column language text not null default 'en';
