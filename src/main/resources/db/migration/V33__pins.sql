-- Questions that a desk answers with a passage of its choice. Offsets are Unicode code points into that revision.
create sequence pin_number_seq start with 1 increment by 1;
create sequence pin_seq start with 50 increment by 50;

create table pin (
    id bigint primary key,
    version integer not null,
    number bigint not null unique,
    desk varchar(60) not null,
    place integer not null,
    question_zh varchar(400) not null,
    question_en varchar(400) not null,
    article varchar(30) not null,
    revision integer not null,
    start_at integer not null,
    end_at integer not null,
    quote varchar(8000) not null,
    shown_until date,
    paused_at timestamp(6) with time zone,
    paused_why varchar(20),
    pinned_by varchar(60) not null,
    pinned_at timestamp(6) with time zone not null
);
create index pin_of_desk on pin (desk, place);
create index pin_of_article on pin (article);

-- What somebody may type to get it: folded, and of one pin only within a desk.
create table pin_wording (
    desk varchar(60) not null,
    folded varchar(400) not null,
    pin bigint not null,
    primary key (desk, folded)
);
create index pin_wording_typed on pin_wording (folded);
create index pin_wording_of_pin on pin_wording (pin);

create table pin_hit (
    pin bigint not null,
    hit_on date not null,
    hits integer not null,
    primary key (pin, hit_on)
);
create index pin_hit_in_time on pin_hit (hit_on, pin);
