-- What was asked, what was answered with, what came of it.
create sequence question_seq start with 50 increment by 50;
create sequence shown_sentence_seq start with 50 increment by 50;
create sequence offered_article_seq start with 50 increment by 50;

create table question (
    id bigint primary key,
    version integer not null,
    name varchar(12) not null unique,
    conversation varchar(12) not null,
    asker varchar(60) not null,
    text varchar(4000) not null,
    language varchar(5) not null,
    desk varchar(60),
    asked_at timestamp(6) with time zone not null,
    outcome varchar(20) not null,
    why varchar(40) not null,
    confidence double precision not null,
    origin varchar(20) not null,
    helpful boolean,
    feedback_reason varchar(1000),
    feedback_at timestamp(6) with time zone,
    ticket varchar(30)
);
create index question_by_asker on question (asker, id);
create index question_by_conversation on question (conversation, id);
create index question_by_ticket on question (ticket);
create index question_by_time on question (asked_at);

-- Offsets are Unicode code points into that revision's Markdown.
create table shown_sentence (
    id bigint primary key,
    question varchar(12) not null,
    position integer not null,
    text varchar(4000) not null,
    key_sentence boolean not null,
    look varchar(10) not null,
    marker varchar(20) not null,
    article varchar(30) not null,
    revision integer not null,
    title varchar(400) not null,
    heading varchar(400) not null,
    start_at integer not null,
    end_at integer not null,
    quote varchar(8000) not null
);
create index shown_sentence_by_question on shown_sentence (question);
create index shown_sentence_by_article on shown_sentence (article, revision);

create table offered_article (
    id bigint primary key,
    question varchar(12) not null,
    position integer not null,
    article varchar(30) not null,
    space varchar(60) not null,
    language varchar(5) not null,
    title varchar(400) not null,
    heading varchar(400) not null
);
create index offered_article_by_question on offered_article (question);
