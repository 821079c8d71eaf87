-- Who is here, what they may do, how they sign in.
create sequence department_seq start with 50 increment by 50;
create sequence person_seq start with 50 increment by 50;
create sequence person_group_seq start with 50 increment by 50;
create sequence role_grant_seq start with 50 increment by 50;
create sequence api_token_seq start with 50 increment by 50;

create table department (
    id bigint primary key,
    version integer not null,
    slug varchar(60) not null unique,
    name_zh varchar(120) not null,
    name_en varchar(120) not null,
    parent varchar(60)
);

create table person (
    id bigint primary key,
    version integer not null,
    login varchar(60) not null unique,
    staff_number varchar(30) unique,
    name varchar(120) not null,
    other_name varchar(120),
    pinyin varchar(200),
    mail varchar(200) unique,
    department varchar(60),
    manager varchar(60),
    office varchar(60),
    zone varchar(60) not null,
    language varchar(5) not null,
    employment_type varchar(20) not null,
    active boolean not null,
    password_hash varchar(200),
    failed_sign_ins integer not null,
    locked_until timestamp(6) with time zone
);
create index person_by_manager on person (manager);
create index person_by_department on person (department);

create table person_group (
    id bigint primary key,
    version integer not null,
    slug varchar(60) not null unique,
    name_zh varchar(120) not null,
    name_en varchar(120) not null
);

create table group_member (
    group_slug varchar(60) not null,
    person varchar(60) not null,
    primary key (group_slug, person)
);
create index group_member_by_person on group_member (person);

-- The scope is a desk for AGENT and DESK_OWNER, a space for CURATOR, empty for ADMIN.
create table role_grant (
    id bigint primary key,
    person varchar(60) not null,
    role varchar(20) not null,
    scope varchar(60) not null,
    unique (person, role, scope)
);
create index role_grant_by_scope on role_grant (scope, role);

create table api_token (
    id bigint primary key,
    version integer not null,
    person varchar(60) not null,
    label varchar(120) not null,
    start_of_token varchar(12) not null,
    hash varchar(64) not null unique,
    created_at timestamp(6) with time zone not null,
    last_used_at timestamp(6) with time zone,
    revoked_at timestamp(6) with time zone
);
create index api_token_by_person on api_token (person);

-- One row per answered POST with an Idempotency-Key; the reply stands here until it is old.
create table idempotent_reply (
    person varchar(60) not null,
    idempotency_key varchar(200) not null,
    body_hash varchar(64) not null,
    status integer not null,
    location varchar(400),
    content_type varchar(100),
    body varchar(1000000),
    at timestamp(6) with time zone not null,
    primary key (person, idempotency_key)
);

create table scheduled_tasks (
    task_name varchar(100) not null,
    task_instance varchar(100) not null,
    task_data bytea,
    execution_time timestamp(6) with time zone not null,
    picked boolean not null,
    picked_by varchar(50),
    last_success timestamp(6) with time zone,
    last_failure timestamp(6) with time zone,
    consecutive_failures integer,
    last_heartbeat timestamp(6) with time zone,
    version bigint not null,
    priority smallint,
    state varchar(20),
    primary key (task_name, task_instance)
);
create index scheduled_tasks_by_time on scheduled_tasks (execution_time);
