-- Rules that count from a day in the future, versions that bring back an earlier one, drafts, and replays.
alter table routing_rule_set add column counts_from timestamp(6) with time zone;
alter table routing_rule_set add column restores integer;

create sequence routing_draft_seq start with 50 increment by 50;
create table routing_draft (
    id bigint primary key,
    version integer not null,
    scope varchar(60) not null,
    author varchar(60) not null,
    based_on integer not null,
    revision integer not null,
    saved_at timestamp(6) with time zone not null,
    rules text not null,
    unique (scope, author)
);

create sequence routing_replay_seq start with 50 increment by 50;
create table routing_replay (
    id bigint primary key,
    version integer not null,
    scope varchar(60) not null,
    asked_by varchar(60) not null,
    asked_at timestamp(6) with time zone not null,
    source varchar(20) not null,
    rules text not null,
    span_from timestamp(6) with time zone not null,
    span_until timestamp(6) with time zone not null,
    state varchar(20) not null,
    percent integer not null,
    result text
);
create index routing_replay_by_person on routing_replay (asked_by, id);
