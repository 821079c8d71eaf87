-- What readers say about a passage of an article, and the wordings they suggest.
create sequence article_comment_seq start with 50 increment by 50;
create sequence article_comment_number_seq start with 1 increment by 1;

create table article_comment (
    id bigint primary key,
    version integer not null,
    number bigint not null unique,
    article varchar(20) not null,
    revision integer not null,
    start_at integer not null,
    end_at integer not null,
    quote text not null,
    text varchar(2000) not null,
    suggestion text,
    author varchar(60) not null,
    at timestamp(6) with time zone not null,
    state varchar(20) not null,
    settled_by varchar(60),
    settled_at timestamp(6) with time zone,
    reply varchar(2000),
    became integer
);
create index article_comment_of_article on article_comment (article, state, number);
create index article_comment_by_author on article_comment (article, author, number);
