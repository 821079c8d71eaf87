-- What desks promise, by which days they count, and what moved the clock of each ticket.
create sequence target_set_seq start with 50 increment by 50;
create sequence business_day_seq start with 1000 increment by 1000;
create sequence clock_entry_seq start with 1000 increment by 1000;

-- Each row is one version of what a desk promises.
create table target_set (
    id bigint primary key,
    desk varchar(60) not null,
    edition integer not null,
    saved_by varchar(60) not null,
    saved_at timestamp(6) with time zone not null,
    plan text not null,
    unique (desk, edition)
);

-- Days that are not as their weekday says. A year of a region stands here as a whole, or is the one that ships.
create table business_day (
    id bigint primary key,
    region varchar(20) not null,
    on_day date not null,
    kind varchar(8) not null,
    name varchar(120) not null,
    hours varchar(200) not null,
    source varchar(200) not null,
    unique (region, on_day)
);

-- Calendars as clocks were reckoned by them, named by what they say. Only ever added to.
create table working_calendar (
    code varchar(32) primary key,
    text text not null
);

-- Only ever added to.
create table clock_entry (
    id bigint primary key,
    ticket varchar(20) not null,
    position integer not null,
    clock varchar(16) not null,
    what varchar(8) not null,
    cause varchar(12) not null,
    at timestamp(6) with time zone not null,
    by_person varchar(60) not null,
    reason varchar(500),
    minutes integer,
    calendar varchar(32),
    policy varchar(80),
    due_at timestamp(6) with time zone,
    late boolean not null,
    unique (ticket, position)
);

alter table ticket add column due_at timestamp(6) with time zone;
alter table ticket add column breached boolean default false not null;
