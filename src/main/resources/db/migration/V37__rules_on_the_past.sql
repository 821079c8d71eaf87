-- What was known of a ticket when it came to its desk, and what the rules made of it: so rules can be tried on the past.
alter table routing_trace add column snapshot varchar(4000);
