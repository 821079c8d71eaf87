-- What the requester thought of the solution.
alter table ticket add column satisfied boolean;
alter table ticket add column satisfaction_reason varchar(1000);
alter table ticket add column rated_at timestamp(6) with time zone;
