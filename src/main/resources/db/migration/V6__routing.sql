-- Rules that choose desk and queue, and why they chose as they did.
create sequence routing_rule_set_seq start with 50 increment by 50;
create sequence routing_trace_seq start with 50 increment by 50;

-- Each row is one version of all rules of a desk, or of the company where the scope is empty.
create table routing_rule_set (
    id bigint primary key,
    scope varchar(60) not null,
    edition integer not null,
    saved_by varchar(60) not null,
    saved_at timestamp(6) with time zone not null,
    rules text not null,
    unique (scope, edition)
);

create table routing_trace (
    id bigint primary key,
    ticket varchar(20) not null,
    trace varchar(4000) not null
);
create index routing_trace_by_ticket on routing_trace (ticket, id);
