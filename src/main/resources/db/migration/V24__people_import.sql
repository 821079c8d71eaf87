-- People handed in as a table: what it would do line by line, and what came of it.
create sequence people_import_seq start with 50 increment by 50;
create sequence people_import_number_seq start with 1 increment by 1;
create sequence people_import_line_seq start with 1000 increment by 1000;
create sequence welcome_link_seq start with 1000 increment by 1000;

-- Whether a table has named this person: only those can be missing in the next one.
alter table person add column imported boolean default false not null;

create table people_import (
    id bigint primary key,
    version integer not null,
    public_id varchar(24) not null unique,
    importer varchar(60) not null,
    file_name varchar(255) not null,
    state varchar(10) not null,
    planned boolean not null,
    cancelled boolean not null,
    make_departments boolean not null,
    close_missing boolean not null,
    unknown_columns varchar(4000),
    unknown_departments varchar(4000),
    reason_zh varchar(500),
    reason_en varchar(500),
    created_at timestamp(6) with time zone not null,
    finished_at timestamp(6) with time zone
);

-- The position is the order of the table, the step the order of the work: managers come first.
create table people_import_line (
    id bigint primary key,
    import_id varchar(24) not null,
    position integer not null,
    line integer not null,
    step integer not null,
    outcome varchar(10) not null,
    applied boolean not null,
    login varchar(60),
    name varchar(120) not null,
    changes varchar(8000),
    reason_zh varchar(500),
    reason_en varchar(500),
    unique (import_id, position)
);
create index people_import_line_by_outcome on people_import_line (import_id, outcome, applied, position);
create index people_import_line_by_step on people_import_line (import_id, applied, step);

-- One link per person that sets a password once; the secret itself is nowhere.
create table welcome_link (
    id bigint primary key,
    version integer not null,
    person varchar(60) not null unique,
    hash varchar(64) not null unique,
    made_by varchar(60) not null,
    valid_until timestamp(6) with time zone not null
);

-- What somebody answers for is asked when they leave.
create index article_by_owner on article (owner);
