-- Ready words of a desk, and what is done to the ticket together with them.
create sequence ticket_macro_seq start with 50 increment by 50;

create table ticket_macro (
    id bigint primary key,
    version integer not null,
    desk varchar(60) not null,
    name_zh varchar(120) not null,
    name_en varchar(120) not null,
    text_zh text not null,
    text_en text not null,
    takes boolean not null,
    priority varchar(10),
    tags varchar(1000) not null,
    ending varchar(10) not null,
    changed_by varchar(60) not null,
    changed_at timestamp(6) with time zone not null
);
create index ticket_macro_of on ticket_macro (desk, id);
