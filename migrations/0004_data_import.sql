-- What an import keeps while a person looks at it. A file may have a million rows, so each is kept as it was understood, in columns that a join can use,
-- and what the rows name (indicators, areas) is kept once, numbered, with what is to become of those that nobody knows yet.
drop table performance.data_import_row;

-- Who, when and how many is in the row itself, and what became of it is told to the history when it is imported: a trigger would note each step on the way.
drop trigger keep_history on performance.data_import;
alter table performance.data_import
  add column file             jsonb not null default '{}',  -- how it is written, its size and its headings
  add column answers          jsonb not null default '{}',  -- what the user answered for the whole of it
  add column imported_by_name text;

create table performance.data_import_name (
  partnership_id bigint  not null,
  import_id      bigint  not null,
  kind           text    not null check (kind in ('indicator', 'area', 'outcome', 'organisation')),
  number         integer not null,
  label          text    not null,           -- for people
  name           jsonb   not null,           -- as the file has it
  line           integer not null,           -- where it occurs first
  rows           integer not null default 0,
  known_id       bigint,                     -- what it is; null: nothing that is known
  offer          jsonb   not null default '{}',  -- what is proposed for it
  answer         jsonb,                      -- what the user said is to become of it; null: not asked yet
  primary key (partnership_id, import_id, kind, number),
  foreign key (partnership_id, import_id) references performance.data_import on delete cascade
);
select platform.belongs_to_partnership('performance.data_import_name', keeps_history => false);

-- Each row of the file as it was understood, until the import ends. Refused ones stay for as long as the import is on record.
create table performance.data_import_row (
  partnership_id   bigint   not null,
  import_id        bigint   not null,
  line             integer  not null,           -- as a text editor counts, the header being 1
  part             smallint not null default 1, -- a line of targets may hold a baseline and a target
  outcome          text     not null check (outcome in ('new', 'revised', 'unchanged', 'refused')),
  indicator_number integer,
  area_number      integer,
  period_text      text,
  starts_on        date,
  ends_on          date,
  target_kind      text,
  value            numeric,
  low              numeric,
  high             numeric,
  absence          text,
  numerator        numeric,
  denominator      numeric,
  status           text,
  source           text,
  content          jsonb,                       -- an indicator, as it would be stored
  existing         jsonb,                       -- what it would replace, as the preview saw it
  -- Refused when it was read: for good ('cell'), or for as long as its indicator is reported as it is ('period').
  unreadable       text     check (unreadable in ('cell', 'period')),
  column_name      text,
  found            text,
  reason           text,
  primary key (partnership_id, import_id, line, part),
  foreign key (partnership_id, import_id) references performance.data_import on delete cascade
);
create index on performance.data_import_row (partnership_id, import_id, outcome, line);
select platform.belongs_to_partnership('performance.data_import_row', keeps_history => false);

-- An import is one entry of the history, with its counts: its returns are their own.
create function platform.keep_import(subject text, subject_id bigint, after jsonb) returns void
  language sql security definer set search_path = pg_catalog, pg_temp
  begin atomic
    insert into platform.history (partnership_id, account_id, who, request_id, subject, subject_id, act, after)
    values (nullif(current_setting('app.partnership', true), '')::bigint,
            nullif(current_setting('app.account', true), '')::bigint,
            coalesce(nullif(current_setting('app.who', true), ''), 'Goldthread'),
            coalesce(current_setting('app.request', true), ''),
            keep_import.subject, keep_import.subject_id::text, 'imported', keep_import.after);
  end;
revoke all on function platform.keep_import from public;
grant execute on function platform.keep_import to goldthread_visit;

-- Statistics of rows that were written a moment ago, without which they would be joined one by one. Only the owner of a table may have them taken.
create function performance.analyze_imports() returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  analyze performance.data_import_row, performance.data_import_name;
end $$;
revoke all on function performance.analyze_imports from public;
grant execute on function performance.analyze_imports to goldthread_visit;
