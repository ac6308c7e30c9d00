-- Those of a name are counted, and put in order, from the index alone. For that it has to hold the name too, as
-- it is: the database does not see that its small letters are enough.
drop index users_by_username;
create index users_by_username on users (lower(username) text_pattern_ops, user_id desc) include (username);
