-- Which ticket became which article.
create sequence written_down_seq start with 50 increment by 50;

create table written_down (
    id bigint primary key,
    ticket varchar(30) not null unique,
    article varchar(30) not null,
    author varchar(60) not null,
    at timestamp(6) with time zone not null
);
create index written_down_by_article on written_down (article);
