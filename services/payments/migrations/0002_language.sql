-- The language of the order: what the bank asks in, and the page that a shopper comes back to.
alter table payments add column language text not null default 'en';
