-- The service desks, their queues and hours.
create sequence desk_seq start with 50 increment by 50;
create sequence desk_queue_seq start with 100 increment by 50;

create table desk (
    id bigint primary key,
    version integer not null,
    slug varchar(60) not null unique,
    prefix varchar(6) not null unique,
    name_zh varchar(120) not null,
    name_en varchar(120) not null,
    welcome_zh varchar(2000) not null,
    welcome_en varchar(2000) not null,
    default_queue varchar(60) not null,
    spaces varchar(2000) not null,
    zone varchar(60) not null,
    opening_hours varchar(2000) not null
);

create table desk_queue (
    id bigint primary key,
    version integer not null,
    slug varchar(60) not null unique,
    desk varchar(60),
    name_zh varchar(120) not null,
    name_en varchar(120) not null
);
create index desk_queue_by_desk on desk_queue (desk);

-- Where a ticket waits that no desk has claimed; every installation has it, and it belongs to no desk.
insert into desk_queue (id, version, slug, desk, name_zh, name_en) values (1, 1, 'unrouted', null, '待分派', 'Unrouted');
