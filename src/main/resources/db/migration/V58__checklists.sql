-- What has to be done for a ticket, point by point.
create sequence checklist_item_seq start with 50 increment by 50;

create table checklist_item (
    id bigint primary key,
    version integer not null,
    ticket varchar(20) not null,
    position integer not null,
    text varchar(200) not null,
    owner varchar(60),
    due date,
    done_by varchar(60),
    done_at timestamp(6) with time zone
);
create unique index checklist_item_of on checklist_item (ticket, position);
