-- The register of actions: evidence that one is done, what its owners ask for, and which letters went out about it.
create table actions.evidence (
  partnership_id bigint      not null,
  id             bigint      generated always as identity,
  action_id      bigint      not null,
  title          text        not null check (length(title) between 1 and 300),
  link           text        not null default '' check ((link = '' or link ~ '^https?://') and length(link) <= 2000),
  file_id        bigint,
  person_id      bigint,
  made_at        timestamptz not null default now(),
  primary key (partnership_id, id),
  foreign key (partnership_id, action_id) references actions.action on delete cascade,
  foreign key (partnership_id, person_id) references partnership.person,
  foreign key (partnership_id, file_id) references platform.stored_file,
  check ((link = '') = (file_id is not null))
);
create index on actions.evidence (partnership_id, action_id);
create index on actions.evidence (partnership_id, file_id);
create index on actions.evidence (partnership_id, person_id);
select platform.belongs_to_partnership('actions.evidence');

-- An owner asks for another date, and whoever keeps the group's actions moves it or does not.
alter table actions.note
  drop constraint note_kind_check,
  add constraint note_kind_check check (kind in ('note', 'progress', 'reopened', 'not-confirmed', 'escalated', 'date-asked')),
  add column asked_for date check ((asked_for is not null) = (kind = 'date-asked')),
  -- Who it was, where that is nobody of the table: the name of an account.
  add column by_name text not null default '' check (length(by_name) <= 200);

-- For other modules. A view runs with the rights of who asks.
create or replace view partnership.shared_organisation with (security_invoker = true) as
  select partnership_id, id, name from partnership.organisation;
grant select on partnership.shared_organisation to goldthread_visit;
create or replace view performance.shared_indicator with (security_invoker = true) as
  select partnership_id, id, reference, title from performance.indicator;
grant select on performance.shared_indicator to goldthread_visit;

-- Who was written to about which action, so that nobody is written to twice about the same date, and a chair sees who has not answered.
create table actions.reminder (
  partnership_id bigint not null,
  id             bigint generated always as identity,
  action_id      bigint not null,
  person_id      bigint not null,
  due_on         date   not null,
  -- soon: some days before; late-1, late-8: so many days after; escalated: to the chair, after two meetings.
  what           text   not null check (what ~ '^(soon|late-\d{1,5}|escalated)$'),
  on_day         date   not null,
  primary key (partnership_id, id),
  foreign key (partnership_id, action_id) references actions.action on delete cascade,
  foreign key (partnership_id, person_id) references partnership.person on delete cascade,
  unique (partnership_id, action_id, person_id, due_on, what)
);
create index on actions.reminder (partnership_id, person_id);
select platform.belongs_to_partnership('actions.reminder', keeps_history => false);
