-- What is filled in: the category stands on the ticket itself, each value of a desk's own fields in a narrow row.
alter table ticket add column category varchar(40);
alter table ticket add column fields integer default 0 not null;
create index ticket_by_category on ticket (desk, category, opened_at, id);

create sequence ticket_field_seq start with 1000 increment by 1000;

-- text is what is shown; folded (without capitals and full-width letters) is what is looked for; number and day are what
-- is compared. A row of another desk than the ticket's is kept, not shown: the ticket may come back.
create table ticket_field (
    id bigint primary key,
    version integer not null,
    ticket varchar(20) not null,
    desk varchar(60) not null,
    field_key varchar(40) not null,
    kind varchar(8) not null,
    text varchar(200) not null,
    folded varchar(200) not null,
    number_value numeric(24, 6),
    date_value date,
    hidden_at timestamp(6) with time zone,
    unique (ticket, desk, field_key)
);
create index ticket_field_by_key on ticket_field (desk, field_key, folded, ticket);
create index ticket_field_by_number on ticket_field (desk, field_key, number_value);
create index ticket_field_by_date on ticket_field (desk, field_key, date_value);
create index ticket_field_by_text on ticket_field (folded);
