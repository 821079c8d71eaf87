-- What is still to be done in a queue, in each of its orders, without looking at what is over.
alter table ticket add column active boolean default true not null;
update ticket set active = false where status not in ('OPEN', 'WAITING');
drop index ticket_by_queue;
create index ticket_to_do_in_queue on ticket (queue, active, opened_at, id);
create index ticket_due_in_queue on ticket (queue, active, due_at, id);
