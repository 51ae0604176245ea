-- One register of what somebody must do by a date, whatever it comes from: a meeting, a delivery plan, an issue, a risk, a review.
--
-- An action has one reference for life (rules E11): the short name of its source, that day, and a number that runs over both. It is owned by people, seats,
-- organisations or groups; what a seat owns passes to whoever sits there next. It is closed with an outcome and never removed.
create schema actions;
grant usage on schema actions to goldthread_visit, goldthread_platform;

create table actions.action (
  partnership_id  bigint  not null,
  id              bigint  generated always as identity,
  source          text    not null check (source in ('meeting', 'plan', 'issue', 'risk', 'review', 'group')),
  source_id       bigint,                     -- the record in its own module; none for what a group agreed between meetings
  group_id        bigint,                     -- to whom it is answered for
  source_name     text    not null check (source_name ~ '^[A-Z0-9][A-Z0-9-]{0,29}$'),
  source_day      date    not null,
  number          integer not null check (number > 0),
  reference       text    not null generated always as (
    source_name || '/' || lpad((extract(year from source_day)::int % 100)::text, 2, '0') || lpad(extract(month from source_day)::int::text, 2, '0')
      || lpad(extract(day from source_day)::int::text, 2, '0') || '/' || number) stored,
  carried_as      text    not null default '' check (length(carried_as) <= 40),  -- the number that it had in minutes that were read in
  text            text    not null check (length(text) between 1 and 2000),
  owners_as_typed text    not null default '' check (length(owners_as_typed) <= 300),  -- (TK, KM, SLR); LSP working group
  due_on          date,
  due_as_typed    text    not null default '' check (length(due_as_typed) <= 100),     -- next meeting; end of June
  progress        text    not null default 'not-started' check (progress in ('not-started', 'under-way', 'held-up')),
  -- Done: its owner says so, and the group has still to confirm it where it wants to.
  state           text    not null default 'open' check (state in ('open', 'done', 'closed', 'dropped')),
  outcome         text    not null default '' check (length(outcome) <= 5000),
  ended_on        date,
  is_confidential boolean not null default false,
  made_at         timestamptz not null default now(),
  primary key (partnership_id, id),
  foreign key (partnership_id, group_id) references partnership."group",
  unique (partnership_id, source_name, source_day, number),
  check (state = 'open' or (outcome <> '' and ended_on is not null))
);
create index on actions.action (partnership_id, reference);
create index on actions.action (partnership_id, group_id, state);
create index on actions.action (partnership_id, source, source_id);
create index on actions.action (partnership_id, due_on) where state = 'open';
select platform.belongs_to_partnership('actions.action');

create table actions.owner (
  partnership_id  bigint  not null,
  id              bigint  generated always as identity,
  action_id       bigint  not null,
  place           integer not null default 0,
  person_id       bigint,
  seat_id         bigint,
  organisation_id bigint,
  group_id        bigint,
  primary key (partnership_id, id),
  foreign key (partnership_id, action_id) references actions.action on delete cascade,
  foreign key (partnership_id, person_id) references partnership.person,
  foreign key (partnership_id, seat_id) references partnership.seat,
  foreign key (partnership_id, organisation_id) references partnership.organisation,
  foreign key (partnership_id, group_id) references partnership."group",
  check (num_nonnulls(person_id, seat_id, organisation_id, group_id) = 1),
  unique nulls not distinct (partnership_id, action_id, person_id, seat_id, organisation_id, group_id)
);
create index on actions.owner (partnership_id, person_id);
create index on actions.owner (partnership_id, seat_id);
create index on actions.owner (partnership_id, organisation_id);
create index on actions.owner (partnership_id, group_id);
select platform.belongs_to_partnership('actions.owner');

-- How often a date was moved, and why.
create table actions.due_change (
  partnership_id bigint not null,
  id             bigint generated always as identity,
  action_id      bigint not null,
  was            date,
  becomes        date,
  reason         text   not null default '' check (length(reason) <= 500),
  on_day         date   not null,
  person_id      bigint,
  primary key (partnership_id, id),
  foreign key (partnership_id, action_id) references actions.action on delete cascade,
  foreign key (partnership_id, person_id) references partnership.person
);
create index on actions.due_change (partnership_id, action_id);
create index on actions.due_change (partnership_id, person_id);
select platform.belongs_to_partnership('actions.due_change');

-- What is said of an action while it lasts, by whom.
create table actions.note (
  partnership_id bigint      not null,
  id             bigint      generated always as identity,
  action_id      bigint      not null,
  kind           text        not null default 'note' check (kind in ('note', 'progress', 'reopened', 'not-confirmed', 'escalated')),
  text           text        not null check (length(text) between 1 and 5000),
  person_id      bigint,
  made_at        timestamptz not null default now(),
  primary key (partnership_id, id),
  foreign key (partnership_id, action_id) references actions.action on delete cascade,
  foreign key (partnership_id, person_id) references partnership.person
);
create index on actions.note (partnership_id, action_id);
create index on actions.note (partnership_id, person_id);
select platform.belongs_to_partnership('actions.note');

-- Which indicators it is meant to move.
create table actions.indicator (
  partnership_id bigint not null,
  action_id      bigint not null,
  indicator_id   bigint not null,
  primary key (partnership_id, action_id, indicator_id),
  foreign key (partnership_id, action_id) references actions.action on delete cascade,
  foreign key (partnership_id, indicator_id) references performance.indicator on delete cascade
);
create index on actions.indicator (partnership_id, indicator_id);
select platform.belongs_to_partnership('actions.indicator');

-- For other modules. A view runs with the rights of who asks.
create view actions.shared_action with (security_invoker = true) as
  select partnership_id, id, reference, source, source_id, group_id, source_day, number, carried_as, text, owners_as_typed, due_on, due_as_typed, progress,
         state, outcome, ended_on, is_confidential
    from actions.action;
grant select on actions.shared_action to goldthread_visit;

-- The next number over a source and day. Two that are made at once wait for each other.
create function actions.next_number(of_name text, of_day date) returns integer
  language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('actions.number ' || platform.current_partnership() || ' ' || of_name || ' ' || of_day, 0));
  return coalesce((select max(number) from actions.action
                    where partnership_id = platform.current_partnership() and source_name = of_name and source_day = of_day), 0) + 1;
end $$;
revoke all on function actions.next_number from public;
grant execute on function actions.next_number to goldthread_visit;
