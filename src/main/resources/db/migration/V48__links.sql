-- Tickets that belong together: related ones, a main ticket and what was asked of others for it, and what goes on elsewhere.
alter table ticket add column merged_into varchar(20);

create sequence ticket_link_seq start with 50 increment by 50;

create table ticket_link (
    id bigint primary key,
    version integer not null,
    first_ticket varchar(20) not null,
    second_ticket varchar(20) not null,
    pair varchar(41) not null,
    kind varchar(20) not null,
    waits varchar(10) not null,
    linked_by varchar(60) not null,
    linked_at timestamp(6) with time zone not null
);
create unique index ticket_link_pair on ticket_link (pair);
create index ticket_link_first on ticket_link (first_ticket);
create index ticket_link_second on ticket_link (second_ticket);
