-- The library: spaces, articles with their revisions, and what was imported.
create sequence knowledge_space_seq start with 50 increment by 50;
create sequence article_seq start with 50 increment by 50;
create sequence article_revision_seq start with 50 increment by 50;
create sequence article_import_seq start with 50 increment by 50;
create sequence import_line_seq start with 50 increment by 50;
create sequence article_file_seq start with 50 increment by 50;
-- The numbers that people read: one by one.
create sequence article_number_seq start with 1 increment by 1;
create sequence article_import_number_seq start with 1 increment by 1;

create table knowledge_space (
    id bigint primary key,
    version integer not null,
    slug varchar(60) not null unique,
    name_zh varchar(120) not null,
    name_en varchar(120) not null,
    description_zh varchar(1000) not null,
    description_en varchar(1000) not null,
    audience varchar(8000) not null
);

create table article (
    id bigint primary key,
    version integer not null,
    public_id varchar(20) not null unique,
    space varchar(60) not null,
    parent varchar(20),
    position integer not null,
    language varchar(5) not null,
    translation_key varchar(500),
    import_path varchar(500),
    owner varchar(60) not null,
    checked_on date,
    review_on date,
    tags varchar(2000) not null,
    status varchar(20) not null,
    draft_revision integer not null,
    title varchar(200) not null,
    published_revision integer,
    published_title varchar(200),
    updated_at timestamp(6) with time zone not null,
    published_at timestamp(6) with time zone,
    unique (space, import_path),
    unique (space, translation_key, language)
);
create index article_in_tree on article (space, parent, position);
create index article_below on article (parent);
create index article_by_time on article (published_at);
create index article_by_review on article (review_on);

create table article_revision (
    id bigint primary key,
    article varchar(20) not null,
    number integer not null,
    title varchar(200) not null,
    markdown text not null,
    wordings text not null,
    author varchar(60) not null,
    at timestamp(6) with time zone not null,
    note varchar(300) not null,
    published_at timestamp(6) with time zone,
    unique (article, number)
);

-- Pictures and other files that came with articles; the bytes are in the file store.
create table article_file (
    id bigint primary key,
    space varchar(60) not null,
    path varchar(500) not null,
    stored varchar(100) not null,
    name varchar(255) not null,
    type varchar(100) not null,
    size bigint not null,
    unique (space, path)
);
create index article_file_by_content on article_file (space, stored);

create table article_import (
    id bigint primary key,
    version integer not null,
    public_id varchar(20) not null unique,
    space varchar(60) not null,
    importer varchar(60) not null,
    file_name varchar(255) not null,
    publish boolean not null,
    state varchar(20) not null,
    cancelled boolean not null,
    reason_zh varchar(500),
    reason_en varchar(500),
    created_at timestamp(6) with time zone not null,
    finished_at timestamp(6) with time zone
);
create index article_import_by_space on article_import (space, id);

create table import_line (
    id bigint primary key,
    import_id varchar(20) not null,
    path varchar(500) not null,
    outcome varchar(20) not null,
    article varchar(20),
    reason_zh varchar(500),
    reason_en varchar(500),
    unique (import_id, path)
);
