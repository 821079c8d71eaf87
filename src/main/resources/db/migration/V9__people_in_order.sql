-- People sort by pinyin, syllable by syllable. The key holds letters and digits only, which every collation sorts alike.
alter table person add column sort_key varchar(250);
update person set sort_key = replace(replace(replace(lower(coalesce(pinyin, login)), '''', ''), '-', '0'), ' ', '0');
alter table person alter column sort_key set not null;
-- All that somebody is found by, in small letters; the pinyin also without its gaps.
alter table person add column found_by varchar(1500);
update person set found_by = lower(name || '|' || coalesce(other_name, '') || '|' || coalesce(pinyin, '') || '|' || replace(coalesce(pinyin, ''), ' ', '') || '|' || coalesce(staff_number, '') || '|' || coalesce(mail, '') || '|' || login);
alter table person alter column found_by set not null;
create index person_by_sort_key on person (sort_key, login);
