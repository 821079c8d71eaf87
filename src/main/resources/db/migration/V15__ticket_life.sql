-- Asked for information, about to close by itself, nudged.
alter table ticket add column hold_for_requester boolean;
alter table ticket add column closes_at timestamp(6) with time zone;
alter table ticket add column reminds_at timestamp(6) with time zone;
alter table ticket add column nudges integer default 0 not null;
alter table ticket add column nudged_at timestamp(6) with time zone;
create index ticket_by_closing on ticket (status, closes_at);
create index ticket_by_reminding on ticket (status, reminds_at);

alter table desk add column close_after integer default 3 not null;
