-- Tickets that many have: what an agent says of them, who has joined, what was said to all of them.
create sequence known_problem_seq start with 50 increment by 50;
create sequence known_problem_reply_seq start with 50 increment by 50;
create sequence joined_person_seq start with 1 increment by 1;

create table known_problem (
    id bigint primary key,
    version integer not null,
    ticket varchar(20) not null unique,
    title_zh varchar(200) not null,
    title_en varchar(200) not null,
    text_zh varchar(2000) not null,
    text_en varchar(2000) not null,
    shown_until timestamp(6) with time zone not null,
    marked_by varchar(60) not null,
    marked_at timestamp(6) with time zone not null,
    ended_at timestamp(6) with time zone,
    replies integer not null
);
create index known_problem_shown on known_problem (ended_at, shown_until);

create table known_problem_reply (
    id bigint primary key,
    ticket varchar(20) not null,
    position integer not null,
    text_zh text not null,
    text_en text not null,
    author varchar(60) not null,
    at timestamp(6) with time zone not null,
    unique (ticket, position)
);

-- Whoever joins twice counts once.
create table joined_person (
    id bigint primary key,
    ticket varchar(20) not null,
    person varchar(60) not null,
    joined_at timestamp(6) with time zone not null,
    unique (ticket, person)
);
create index joined_person_of on joined_person (person, id);
