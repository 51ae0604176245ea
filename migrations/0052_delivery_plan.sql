-- Delivery plans: what a group will do in a year towards its outcomes.
--
-- An action of a plan is an action of the one register (`actions.action`, source `plan`), with what planning needs beside it: its days as they were planned, how one
-- will know, what it costs whom. While its plan is not signed off it is only proposed: on nobody's list, and nobody is reminded of it. Three days are kept apart:
-- what was planned (here), what is agreed now (`actions.action.due_on`, which moves with a reason), and what is expected (the latest progress).
alter table actions.action drop constraint action_state_check, drop constraint action_check;
alter table actions.action
  add constraint action_state_check check (state in ('proposed', 'open', 'done', 'closed', 'dropped')),
  add constraint action_ended_check check (state in ('proposed', 'open') or (outcome <> '' and ended_on is not null));

-- What is only proposed is not found by those who look for actions.
create or replace function actions.enter_action_in_search() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'DELETE' then
    perform platform.leave_search(old.partnership_id, 'actions.action', old.id::text);
  elsif new.state = 'proposed' then
    perform platform.leave_search(new.partnership_id, 'actions.action', new.id::text);
  else
    perform actions.enter_in_search(new);
  end if;
  return null;
end $$;

create or replace view partnership.shared_group with (security_invoker = true) as
  select partnership_id, id, name, short_name, begins_on, ends_on, parent_id from partnership."group";

create schema delivery;
grant usage on schema delivery to goldthread_visit, goldthread_platform;

-- Which group owes a plan for which year, by when; the second day is for those who miss the first.
create table delivery.requirement (
  partnership_id bigint not null,
  id             bigint generated always as identity,
  group_id       bigint not null,
  starts_on      date   not null,
  ends_on        date   not null check (ends_on > starts_on),
  due_on         date   not null,
  second_due_on  date   check (second_due_on > due_on),
  primary key (partnership_id, id),
  foreign key (partnership_id, group_id) references partnership."group",
  unique (partnership_id, group_id, starts_on)
);
select platform.belongs_to_partnership('delivery.requirement');

create table delivery.plan (
  partnership_id bigint  not null,
  id             bigint  generated always as identity,
  group_id       bigint  not null,
  short_name     text    not null check (short_name ~ '^[A-Z0-9][A-Z0-9-]{0,29}$'),  -- CYP-PLAN: begins the references of its actions (rules E11)
  title          text    not null check (length(title) between 1 and 200),
  starts_on      date    not null,
  ends_on        date    not null check (ends_on > starts_on),
  summary        text    not null default '' check (length(summary) <= 5000),
  lead_id        bigint,                                                            -- who writes it, where that is not the group's lead or chair
  -- In a sentence or two; empty while nobody has considered it.
  risks          text    not null default '' check (length(risks) <= 3000),
  equality       text    not null default '' check (length(equality) <= 3000),
  sustainability text    not null default '' check (length(sustainability) <= 3000),
  progress_every text    not null default 'quarter' check (progress_every in ('month', 'quarter')),
  -- Revising: it was signed off, and is being changed for a reason that is recorded.
  state          text    not null default 'draft' check (state in ('draft', 'submitted', 'returned', 'signed-off', 'revising')),
  primary key (partnership_id, id),
  foreign key (partnership_id, group_id) references partnership."group",
  foreign key (partnership_id, lead_id) references partnership.person,
  unique (partnership_id, group_id, starts_on),
  unique (partnership_id, short_name, starts_on)
);
create index on delivery.plan (partnership_id, lead_id);
select platform.belongs_to_partnership('delivery.plan');

-- What became of a plan, in order: submitted, returned with reasons, signed off, opened for a revision with its reason, withdrawn again.
create table delivery.step (
  partnership_id bigint not null,
  id             bigint generated always as identity,
  plan_id        bigint not null,
  kind           text   not null check (kind in ('submitted', 'withdrawn', 'returned', 'signed-off', 'revising', 'revision-dropped')),
  reason         text   not null default '' check (length(reason) <= 5000),
  on_day         date   not null,
  person_id      bigint,
  by_name        text   not null default '' check (length(by_name) <= 200),  -- who it was, where that is nobody of the table: the name of an account
  decision_id    bigint,                                                      -- the decision of a meeting that says so
  primary key (partnership_id, id),
  foreign key (partnership_id, plan_id) references delivery.plan on delete cascade,
  foreign key (partnership_id, person_id) references partnership.person,
  foreign key (partnership_id, decision_id) references meetings.decision on delete set null (decision_id),
  check (kind not in ('returned', 'revising') or reason <> '')
);
create index on delivery.step (partnership_id, plan_id);
create index on delivery.step (partnership_id, person_id);
create index on delivery.step (partnership_id, decision_id);
select platform.belongs_to_partnership('delivery.step');

create table delivery.plan_outcome (
  partnership_id bigint not null,
  plan_id        bigint not null,
  outcome_id     bigint not null,
  primary key (partnership_id, plan_id, outcome_id),
  foreign key (partnership_id, plan_id) references delivery.plan on delete cascade,
  foreign key (partnership_id, outcome_id) references performance.outcome on delete cascade
);
create index on delivery.plan_outcome (partnership_id, outcome_id);
select platform.belongs_to_partnership('delivery.plan_outcome');

create table delivery.plan_indicator (
  partnership_id bigint not null,
  plan_id        bigint not null,
  indicator_id   bigint not null,
  primary key (partnership_id, plan_id, indicator_id),
  foreign key (partnership_id, plan_id) references delivery.plan on delete cascade,
  foreign key (partnership_id, indicator_id) references performance.indicator on delete cascade
);
create index on delivery.plan_indicator (partnership_id, indicator_id);
select platform.belongs_to_partnership('delivery.plan_indicator');

-- An action as it was planned. What it is to be, whose and for which indicators stands in the register; one that is taken out of a plan is not pursued there.
create table delivery.planned_action (
  partnership_id bigint  not null,
  id             bigint  generated always as identity,
  plan_id        bigint  not null,
  action_id      bigint  not null,
  place          integer not null default 0,
  outcome_id     bigint,                                                  -- under which of the plan's outcomes it stands
  starts_on      date,
  ends_on        date    check (ends_on >= starts_on),                    -- as it was planned when the plan was last signed off
  measure        text    not null default '' check (length(measure) <= 1000),  -- how one will know that it is done, or does good
  how            text    not null default '' check (length(how) <= 1000),      -- how it is to move its indicators
  risk           text    not null default '' check (length(risk) <= 1000),
  is_free        boolean not null default false,                          -- needs nothing beyond what is there: nobody forgot its resources
  primary key (partnership_id, id),
  foreign key (partnership_id, plan_id) references delivery.plan on delete cascade,
  foreign key (partnership_id, action_id) references actions.action on delete cascade,
  foreign key (partnership_id, outcome_id) references performance.outcome on delete set null (outcome_id),
  unique (partnership_id, action_id)
);
create index on delivery.planned_action (partnership_id, plan_id, place);
create index on delivery.planned_action (partnership_id, outcome_id);
select platform.belongs_to_partnership('delivery.planned_action');

-- Who helps, besides its owners.
create table delivery.action_contributor (
  partnership_id    bigint not null,
  planned_action_id bigint not null,
  organisation_id   bigint not null,
  primary key (partnership_id, planned_action_id, organisation_id),
  foreign key (partnership_id, planned_action_id) references delivery.planned_action on delete cascade,
  foreign key (partnership_id, organisation_id) references partnership.organisation
);
create index on delivery.action_contributor (partnership_id, organisation_id);
select platform.belongs_to_partnership('delivery.action_contributor');

create table delivery.milestone (
  partnership_id    bigint  not null,
  id                bigint  generated always as identity,
  planned_action_id bigint  not null,
  place             integer not null default 0,
  text              text    not null check (length(text) between 1 and 500),
  planned_on        date,
  forecast_on       date,
  met_on            date,
  note              text    not null default '' check (length(note) <= 1000),
  primary key (partnership_id, id),
  foreign key (partnership_id, planned_action_id) references delivery.planned_action on delete cascade
);
create index on delivery.milestone (partnership_id, planned_action_id);
create index on delivery.milestone (partnership_id, planned_on);
select platform.belongs_to_partnership('delivery.milestone');

-- People (full-time equivalents) and pounds, by partner. Without an action: of the plan as a whole.
create table delivery.resource (
  partnership_id    bigint  not null,
  id                bigint  generated always as identity,
  plan_id           bigint  not null,
  planned_action_id bigint,
  organisation_id   bigint,                                                     -- who gives it; none: not known yet
  fte               numeric check (fte > 0 and fte < 10000 and scale(fte) <= 2),
  pence             bigint  check (pence > 0),
  source            text    not null default '' check (length(source) <= 200),  -- where the money comes from: Area Based Grant
  primary key (partnership_id, id),
  foreign key (partnership_id, plan_id) references delivery.plan on delete cascade,
  foreign key (partnership_id, planned_action_id) references delivery.planned_action on delete cascade,
  foreign key (partnership_id, organisation_id) references partnership.organisation,
  check (num_nonnulls(fte, pence) >= 1)
);
create index on delivery.resource (partnership_id, plan_id);
create index on delivery.resource (partnership_id, planned_action_id);
create index on delivery.resource (partnership_id, organisation_id);
select platform.belongs_to_partnership('delivery.resource');

-- What is said of a planned action for a period. A later word is another row; the latest of a period counts.
create table delivery.progress (
  partnership_id    bigint      not null,
  id                bigint      generated always as identity,
  planned_action_id bigint      not null,
  starts_on         date        not null,
  ends_on           date        not null check (ends_on >= starts_on),
  rating            text        not null check (rating in ('complete', 'on-track', 'at-risk', 'off-track', 'not-started')),
  reason_code       text        not null default '' check (length(reason_code) <= 30),  -- one of performance/reason-code; for a rating that is not good
  text              text        not null default '' check (length(text) <= 5000),
  next_step         text        not null default '' check (length(next_step) <= 2000),
  forecast_on       date,
  person_id         bigint,
  by_name           text        not null default '' check (length(by_name) <= 200),
  made_at           timestamptz not null default now(),
  primary key (partnership_id, id),
  foreign key (partnership_id, planned_action_id) references delivery.planned_action on delete cascade,
  foreign key (partnership_id, person_id) references partnership.person
);
create index on delivery.progress (partnership_id, planned_action_id, starts_on, id);
create index on delivery.progress (partnership_id, person_id);
select platform.belongs_to_partnership('delivery.progress');

-- For other modules. A view runs with the rights of who asks.
create view delivery.shared_plan with (security_invoker = true) as
  select partnership_id, id, group_id, short_name, title, starts_on, ends_on, state from delivery.plan;
create view delivery.shared_planned_action with (security_invoker = true) as
  select partnership_id, id, plan_id, action_id, outcome_id, starts_on, ends_on, measure from delivery.planned_action;
grant select on delivery.shared_plan, delivery.shared_planned_action to goldthread_visit;
