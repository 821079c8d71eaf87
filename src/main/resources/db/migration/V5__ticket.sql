-- Requests for help, what was said about them, and everything that befell them.
create sequence ticket_seq start with 50 increment by 50;
create sequence ticket_message_seq start with 50 increment by 50;
create sequence ticket_attachment_seq start with 50 increment by 50;
create sequence ticket_history_seq start with 50 increment by 50;

-- Nodes take numbers from here in blocks.
create table ticket_number_block (
    prefix varchar(6) primary key,
    next_number bigint not null
);

create table ticket (
    id bigint primary key,
    version integer not null,
    number varchar(20) not null unique,
    subject varchar(200) not null,
    requester varchar(60) not null,
    opened_by varchar(60) not null,
    desk varchar(60),
    queue varchar(60) not null,
    status varchar(12) not null,
    priority varchar(8) not null,
    assignee varchar(60),
    tags varchar(1000) not null,
    office varchar(60),
    language varchar(5) not null,
    origin varchar(60),
    confidential boolean not null,
    messages integer not null,
    opened_at timestamp(6) with time zone not null,
    updated_at timestamp(6) with time zone not null,
    answered_at timestamp(6) with time zone,
    hold_since timestamp(6) with time zone,
    hold_by varchar(60),
    hold_reason varchar(500),
    hold_until timestamp(6) with time zone,
    resolved_at timestamp(6) with time zone,
    resolved_by varchar(60),
    resolution text
);
create index ticket_by_queue on ticket (queue, status, opened_at, id);
create index ticket_by_desk on ticket (desk, opened_at, id);
create index ticket_by_requester on ticket (requester, opened_at, id);
create index ticket_by_assignee on ticket (assignee, status, opened_at, id);
create index ticket_by_time on ticket (opened_at, id);
create index ticket_by_origin on ticket (origin);

create table ticket_message (
    id bigint primary key,
    ticket varchar(20) not null,
    position integer not null,
    author varchar(60) not null,
    visibility varchar(8) not null,
    text text not null,
    at timestamp(6) with time zone not null,
    unique (ticket, position)
);

create table ticket_attachment (
    id bigint primary key,
    token varchar(32) not null unique,
    ticket varchar(20) not null,
    message integer not null,
    name varchar(200) not null,
    media_type varchar(120) not null,
    size bigint not null,
    hash varchar(64) not null
);
create index ticket_attachment_by_ticket on ticket_attachment (ticket);

-- Only ever added to.
create table ticket_history (
    id bigint primary key,
    ticket varchar(20) not null,
    kind varchar(20) not null,
    by_person varchar(60) not null,
    at timestamp(6) with time zone not null,
    value_before varchar(200),
    value_after varchar(200),
    note varchar(2000)
);
create index ticket_history_by_ticket on ticket_history (ticket, id);
