-- For which review date the owner has been reminded already.
alter table article add column reminded_for date;
