-- What was resolved lately at a desk tells how long the like of it takes.
create index ticket_by_resolution on ticket (desk, resolved_at);
