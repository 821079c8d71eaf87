-- Who is on duty at which desk. People without a line are there whenever their desk is open.
create sequence roster_entry_seq start with 50 increment by 50;

create table roster_entry (
    id bigint primary key,
    version integer not null,
    desk varchar(60) not null,
    person varchar(60) not null,
    kept boolean not null,
    own_shifts boolean not null,
    shifts varchar(2000) not null,
    capacity integer,
    languages varchar(40) not null,
    skills varchar(3000) not null,
    leaves text not null,
    off_until timestamp(6) with time zone,
    unique (desk, person)
);
