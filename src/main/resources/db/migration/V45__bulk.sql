-- What was done to many tickets at once: ticket by ticket, so that it can go on after a crash, and be undone.
create sequence ticket_bulk_seq start with 50 increment by 50;
create sequence ticket_bulk_item_seq start with 1000 increment by 1000;

create table ticket_bulk (
    id bigint primary key,
    version integer not null,
    asked_by varchar(60) not null,
    kind varchar(20) not null,
    content text not null,
    state varchar(20) not null,
    total integer not null,
    asked_at timestamp(6) with time zone not null,
    ended_at timestamp(6) with time zone
);
create index ticket_bulk_of on ticket_bulk (asked_by, id);

create table ticket_bulk_item (
    id bigint primary key,
    version integer not null,
    bulk bigint not null,
    position integer not null,
    ticket varchar(20) not null,
    state varchar(20) not null,
    before_it varchar(200),
    refusal varchar(500),
    unique (bulk, position)
);
create index ticket_bulk_item_left on ticket_bulk_item (bulk, state, position);
