-- How desks share out their work, whose turn it was, and what was done about tickets without an answer.
create sequence assignment_set_seq start with 50 increment by 50;
create sequence ladder_entry_seq start with 50 increment by 50;

-- Each row is one version of a desk's plan.
create table assignment_set (
    id bigint primary key,
    desk varchar(60) not null,
    edition integer not null,
    saved_by varchar(60) not null,
    saved_at timestamp(6) with time zone not null,
    plan text not null,
    unique (desk, edition)
);

-- One row a desk; whoever gives away there holds it.
create table desk_turn (
    desk varchar(60) primary key,
    turns bigint not null
);

create table queue_turn (
    queue varchar(60) not null,
    person varchar(60) not null,
    turn bigint not null,
    primary key (queue, person)
);

-- Tickets of which something may become due.
create table duty_watch (
    ticket varchar(20) primary key,
    desk varchar(60) not null,
    look_at timestamp(6) with time zone not null
);
create index duty_watch_by_time on duty_watch (look_at, ticket);

-- Steps that were taken. Only ever added to.
create table ladder_entry (
    id bigint primary key,
    ticket varchar(20) not null,
    arrival integer not null,
    act varchar(12) not null,
    minutes integer not null,
    due_at timestamp(6) with time zone not null,
    taken_at timestamp(6) with time zone not null,
    unique (ticket, arrival, act, minutes)
);
