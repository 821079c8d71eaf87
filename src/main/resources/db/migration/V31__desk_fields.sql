-- What a desk wants to know of its tickets: categories on two levels, and up to ten fields of its own.
create sequence desk_category_seq start with 50 increment by 50;
create sequence desk_field_seq start with 50 increment by 50;

create table desk_category (
    id bigint primary key,
    version integer not null,
    desk varchar(60) not null,
    slug varchar(40) not null,
    parent varchar(40),
    name_zh varchar(120) not null,
    name_en varchar(120) not null,
    position integer not null,
    retired boolean not null,
    unique (desk, slug)
);

create table desk_field (
    id bigint primary key,
    version integer not null,
    desk varchar(60) not null,
    field_key varchar(40) not null,
    name_zh varchar(120) not null,
    name_en varchar(120) not null,
    help_zh varchar(300) not null,
    help_en varchar(300) not null,
    kind varchar(8) not null,
    choices text not null,
    filled_by varchar(8) not null,
    to_file boolean not null,
    to_resolve boolean not null,
    position integer not null,
    retired boolean not null,
    unique (desk, field_key)
);

alter table desk add column category_needed boolean default false not null;
