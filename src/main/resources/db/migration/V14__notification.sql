-- What people are told, where they want it, and what became of each mail.
create sequence notice_seq start with 1000 increment by 1000;
create sequence notice_choice_seq start with 50 increment by 50;
create sequence mail_seq start with 1000 increment by 1000;

create table notice (
    id bigint primary key,
    version integer not null,
    person varchar(60) not null,
    kind varchar(40) not null,
    about varchar(60) not null,
    detail integer not null,
    told_by varchar(60) not null,
    at timestamp(6) with time zone not null,
    state varchar(10) not null,
    in_inbox boolean not null
);
create index notice_of_person on notice (person, in_inbox, id);
create index notice_standing_out on notice (person, state);
create index notice_about on notice (about, state);

create table notice_choice (
    id bigint primary key,
    version integer not null,
    person varchar(60) not null,
    kind varchar(40) not null,
    inbox boolean not null,
    mail boolean not null,
    unique (person, kind)
);

create table mail (
    id bigint primary key,
    version integer not null,
    notice bigint not null,
    person varchar(60) not null,
    kind varchar(40) not null,
    about varchar(60) not null,
    address varchar(200),
    state varchar(10) not null,
    attempts integer not null,
    asked_at timestamp(6) with time zone not null,
    next_try timestamp(6) with time zone,
    tried_at timestamp(6) with time zone,
    problem varchar(300)
);
create index mail_due on mail (state, next_try, id);
