-- A ticket takes five ids; nodes fetch them a thousand at a time, so that few tickets wait for a fetch.
-- Without drawing once, H2 would hand out a block that reaches back over ids in use: it keeps the next value, not the last.
alter sequence ticket_seq increment by 1000;
select nextval('ticket_seq');
alter sequence ticket_message_seq increment by 1000;
select nextval('ticket_message_seq');
alter sequence ticket_history_seq increment by 1000;
select nextval('ticket_history_seq');
alter sequence routing_trace_seq increment by 1000;
select nextval('routing_trace_seq');
