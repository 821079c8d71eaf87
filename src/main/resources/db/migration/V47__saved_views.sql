-- Lists of tickets that agents come back to: their own, and those shared with a desk.
create sequence saved_view_seq start with 50 increment by 50;

create table saved_view (
    id bigint primary key,
    version integer not null,
    owner varchar(60) not null,
    desk varchar(60),
    name varchar(120) not null,
    queue varchar(60) not null,
    query varchar(2000) not null,
    saved_at timestamp(6) with time zone not null
);
create index saved_view_of on saved_view (owner, id);
create index saved_view_at on saved_view (desk, id);
