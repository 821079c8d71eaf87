-- What the index has to look at again. Numbers follow the order of commits: whoever writes one holds the counter's row
-- until the end of the transaction.
create table page_change_counter (
    name varchar(20) primary key,
    seq bigint not null
);
insert into page_change_counter (name, seq) values ('page', 0);

create table page_change (
    seq bigint primary key,
    source varchar(30) not null,
    page varchar(60) not null,
    at timestamp(6) with time zone not null
);
