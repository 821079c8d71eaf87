-- What was asked in vain, by whom, and which of it means the same.
alter table question add column shortcoming varchar(20);
create index shown_sentence_of_article on shown_sentence (article, question);

create sequence gap_number_seq start with 1 increment by 1;
create sequence gap_seq start with 50 increment by 50;
create sequence asked_in_vain_seq start with 50 increment by 50;

create table gap (
    id bigint primary key,
    version integer not null,
    number bigint not null unique,
    language varchar(5) not null,
    wording varchar(4100) not null,
    model varchar(100),
    vector bytea,
    desk varchar(60) not null,
    state varchar(10) not null,
    questions integer not null,
    people integer not null,
    unanswered integer not null,
    unhelpful integer not null,
    unfound integer not null,
    departments text not null,
    first_asked timestamp(6) with time zone not null,
    last_asked timestamp(6) with time zone not null,
    nearest varchar(30),
    space varchar(60) not null,
    article varchar(30),
    owner_article varchar(30),
    owner varchar(60),
    owner_asked_by varchar(60),
    owner_asked_at timestamp(6) with time zone,
    dismissed_by varchar(60),
    dismissed_at timestamp(6) with time zone,
    dismissed_why varchar(500),
    closed_at timestamp(6) with time zone,
    unproven_article varchar(30),
    unproven_wording varchar(4100)
);
create index gap_newest on gap (state desc, last_asked desc, number desc, desk, space);
create index gap_most_asked on gap (state desc, questions desc, number desc, desk, space);
create index gap_by_article on gap (article, state);
create index gap_by_owner_article on gap (owner_article, state);

create table asked_in_vain (
    id bigint primary key,
    version integer not null,
    question varchar(12) unique,
    asker varchar(60) not null,
    department varchar(60) not null,
    kind varchar(20) not null,
    text varchar(4100) not null,
    language varchar(5) not null,
    desk varchar(60) not null,
    shortcoming varchar(20),
    reason varchar(1000),
    at timestamp(6) with time zone not null,
    todo varchar(10) not null,
    gap bigint,
    told_at timestamp(6) with time zone
);
create index asked_in_vain_todo on asked_in_vain (todo, id);
create index asked_in_vain_of_gap on asked_in_vain (gap, asker);
create index asked_in_vain_in_time on asked_in_vain (gap, at);
create index asked_in_vain_by_asker on asked_in_vain (asker, kind, at);
