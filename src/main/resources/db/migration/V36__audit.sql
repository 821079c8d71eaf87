-- Who changed what, and who read what is confidential. Rows are only ever added.
create sequence audit_entry_seq start with 1000 increment by 1000;

create table audit_entry (
    id bigint primary key,
    at timestamp(6) with time zone not null,
    by_person varchar(60) not null,
    kind varchar(20) not null,
    what varchar(20) not null,
    object varchar(200) not null,
    part varchar(60) not null,
    value_from varchar(200),
    value_to varchar(200)
);
create index audit_entry_in_order on audit_entry (at, id);
create index audit_entry_of_person on audit_entry (by_person, at, id);
create index audit_entry_of_kind on audit_entry (kind, at, id);
create index audit_entry_of_object on audit_entry (object, at, id);
