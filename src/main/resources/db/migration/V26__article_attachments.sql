-- Files that go with an article; the bytes are in the file store, the words are what search finds them by.
create sequence article_attachment_seq start with 50 increment by 50;

create table article_attachment (
    id bigint primary key,
    version integer not null,
    article varchar(24) not null,
    number integer not null,
    name varchar(255) not null,
    type varchar(200) not null,
    size bigint not null,
    stored varchar(100) not null,
    added_by varchar(60) not null,
    added_at timestamp(6) with time zone not null,
    shown_at timestamp(6) with time zone,
    removed_at timestamp(6) with time zone,
    reading varchar(10) not null,
    attempts integer not null,
    unique (article, number)
);

-- Apart, so that nobody who lists files reads what is in them.
create table article_attachment_words (
    id bigint primary key,
    words text not null
);
