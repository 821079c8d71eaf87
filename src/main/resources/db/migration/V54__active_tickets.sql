-- What is still to be done in a queue, in each of its orders, without looking at what is over. A number:
-- where a query has words to look for, values are written into it, and truth as a number.
alter table ticket add column active integer default 1 not null;
update ticket set active = 0 where status not in ('OPEN', 'WAITING');
drop index ticket_by_queue;
create index ticket_to_do_in_queue on ticket (queue, active, opened_at, id);
create index ticket_due_in_queue on ticket (queue, active, due_at, id);
