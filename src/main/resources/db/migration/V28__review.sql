-- That somebody looks at a text before readers see it, and which spaces ask for that.
alter table knowledge_space add column review varchar(20) default 'NONE' not null;

create sequence article_review_seq start with 50 increment by 50;

create table article_review (
    id bigint primary key,
    version integer not null,
    article varchar(20) not null,
    round integer not null,
    revision integer not null,
    author varchar(60) not null,
    asked_by varchar(60) not null,
    asked_at timestamp(6) with time zone not null,
    reason varchar(500) not null,
    state varchar(20) not null,
    decided_by varchar(60),
    decided_at timestamp(6) with time zone,
    answer varchar(500),
    unique (article, round)
);
create index article_review_waiting on article_review (state, id);
