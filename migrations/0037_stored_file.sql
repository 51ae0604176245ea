-- Files that people put in: papers of a meeting, evidence for an action, answers to a request. They are kept here and nowhere else, so that a backup has
-- them, a restored one finds them, and one partnership never sees another's.
--
-- A file never changes: a new version is another file. Which file belongs to what, and who may see it, says the module that put it in.
create table platform.stored_file (
  partnership_id bigint      not null,
  id             bigint      generated always as identity,
  name           text        not null check (length(name) between 1 and 200),
  kind           text        not null check (kind in ('pdf', 'docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp', 'doc', 'xls', 'ppt', 'csv', 'txt', 'png', 'jpeg')),
  bytes          integer     not null check (bytes > 0),
  digest         text        not null check (digest ~ '^[0-9a-f]{64}$'),  -- SHA-256
  made_by        bigint,      -- an account; none for somebody who came by a link
  made_by_name   text        not null,
  made_at        timestamptz not null default now(),
  primary key (partnership_id, id)
);
select platform.belongs_to_partnership('platform.stored_file');

-- What is in it, in pieces that are sent one after another. The history has its name and digest, not its bytes.
create table platform.stored_file_piece (
  partnership_id bigint  not null,
  file_id        bigint  not null,
  number         integer not null,
  content        bytea   not null,
  primary key (partnership_id, file_id, number),
  foreign key (partnership_id, file_id) references platform.stored_file on delete cascade
);
-- Nearly all kinds are packed already.
alter table platform.stored_file_piece alter column content set storage external;
select platform.belongs_to_partnership('platform.stored_file_piece', keeps_history => false);

-- Its words, for the search: read out of it by a job, once. No row while that has not been done; an empty text where there are none to be read, as in a scan.
create table platform.stored_file_text (
  partnership_id bigint not null,
  file_id        bigint not null,
  text           text   not null check (length(text) <= 1000000),
  primary key (partnership_id, file_id),
  foreign key (partnership_id, file_id) references platform.stored_file on delete cascade
);
select platform.belongs_to_partnership('platform.stored_file_text', keeps_history => false);

-- For modules. A view runs with the rights of who asks.
create view platform.shared_stored_file with (security_invoker = true) as
  select partnership_id, id, name, kind, bytes, digest, made_by, made_by_name, made_at from platform.stored_file;
create view platform.shared_stored_file_text with (security_invoker = true) as
  select partnership_id, file_id, text from platform.stored_file_text;
grant select on platform.shared_stored_file, platform.shared_stored_file_text to goldthread_visit;
