-- Counts the changes of what stands around an article's text: two who arrange it must not overwrite each other unseen.
alter table article add column arrangement integer default 1 not null;

-- A picture that went to another space with its article is found by what is in it.
create index article_file_by_hash on article_file (stored);
