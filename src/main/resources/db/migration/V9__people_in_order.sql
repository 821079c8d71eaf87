-- People sort by pinyin, syllable by syllable. The key holds letters and digits only, which every collation sorts alike.
alter table person add column sort_key varchar(250);
update person set sort_key = replace(replace(replace(lower(coalesce(pinyin, login)), '''', ''), '-', '0'), ' ', '0');
alter table person alter column sort_key set not null;
create index person_by_sort_key on person (sort_key, login);
