-- The golden thread: from any record up to why it is there and down to how, who and how much.
--
-- Records are nodes and the modules' own relations are links. Each module says in two views what it has: `shared_node` and `shared_link`. A link leads from
-- the lower record, which serves, to the upper one, for which it is; who answers for a record is a link from who to what. Only what is said nowhere else is
-- kept here: the vision and what hangs on it, the strategies behind it, and links that somebody adds with a sentence.
create schema thread;
grant usage on schema thread to goldthread_visit, goldthread_platform;

create table thread.vision (
  partnership_id bigint not null,
  id             bigint generated always as identity,
  title          text   not null check (length(title) between 1 and 300),   -- of the community strategy: A county where everybody thrives
  text           text   not null default '' check (length(text) <= 5000),
  starts_on      date,
  ends_on        date   check (ends_on >= starts_on),
  link           text   not null default '' check ((link = '' or link ~ '^https?://') and length(link) <= 2000),
  primary key (partnership_id, id)
);
select platform.belongs_to_partnership('thread.vision');

-- An ambition of the vision, or a priority within one.
create table thread.ambition (
  partnership_id bigint  not null,
  id             bigint  generated always as identity,
  vision_id      bigint  not null,
  parent_id      bigint  check (parent_id <> id),
  kind           text    not null default 'ambition' check (kind in ('ambition', 'priority')),
  place          integer not null default 0,
  title          text    not null check (length(title) between 1 and 300),
  text           text    not null default '' check (length(text) <= 5000),
  primary key (partnership_id, id),
  foreign key (partnership_id, vision_id) references thread.vision on delete cascade,
  foreign key (partnership_id, parent_id) references thread.ambition on delete cascade
);
create index on thread.ambition (partnership_id, vision_id, place);
create index on thread.ambition (partnership_id, parent_id);
select platform.belongs_to_partnership('thread.ambition');

-- Which themes and outcomes serve it.
create table thread.service (
  partnership_id bigint not null,
  id             bigint generated always as identity,
  ambition_id    bigint not null,
  theme_id       bigint,
  outcome_id     bigint,
  primary key (partnership_id, id),
  foreign key (partnership_id, ambition_id) references thread.ambition on delete cascade,
  foreign key (partnership_id, theme_id) references performance.theme on delete cascade,
  foreign key (partnership_id, outcome_id) references performance.outcome on delete cascade,
  check ((theme_id is null) <> (outcome_id is null)),
  unique nulls not distinct (partnership_id, ambition_id, theme_id, outcome_id)
);
create index on thread.service (partnership_id, theme_id);
create index on thread.service (partnership_id, outcome_id);
select platform.belongs_to_partnership('thread.service');

-- Strategies and guiding principles that the vision rests on, and that a refresh goes by.
create table thread.strategy (
  partnership_id  bigint not null,
  id              bigint generated always as identity,
  kind            text   not null default 'strategy' check (kind in ('strategy', 'guiding-principle')),
  title           text   not null check (length(title) between 1 and 300),
  summary         text   not null default '' check (length(summary) <= 3000),
  organisation_id bigint,                                                  -- whose it is
  group_id        bigint,
  owner           text   not null default '' check (length(owner) <= 200),  -- whose, where that is neither: Regional Assembly
  on_day          date,                                                    -- of which day: adopted
  review_on       date,
  link            text   not null default '' check ((link = '' or link ~ '^https?://') and length(link) <= 2000),
  primary key (partnership_id, id),
  foreign key (partnership_id, organisation_id) references partnership.organisation,
  foreign key (partnership_id, group_id) references partnership."group"
);
create index on thread.strategy (partnership_id, organisation_id);
create index on thread.strategy (partnership_id, group_id);
select platform.belongs_to_partnership('thread.strategy');

-- A link that somebody adds between any two records, with a sentence that says why.
create table thread.own_link (
  partnership_id bigint not null,
  id             bigint generated always as identity,
  from_kind      text   not null check (length(from_kind) between 1 and 30),
  from_id        bigint not null,
  kind           text   not null check (kind in ('supports', 'depends-on', 'conflicts-with', 'duplicates')),
  to_kind        text   not null check (length(to_kind) between 1 and 30),
  to_id          bigint not null,
  sentence       text   not null check (length(sentence) between 1 and 500),
  by_name        text   not null,
  on_day         date   not null,
  primary key (partnership_id, id),
  check ((from_kind, from_id) <> (to_kind, to_id)),
  unique (partnership_id, from_kind, from_id, kind, to_kind, to_id)
);
create index on thread.own_link (partnership_id, to_kind, to_id);
select platform.belongs_to_partnership('thread.own_link');

-- How many gaps of each kind there were on a day.
create table thread.gap_count (
  partnership_id bigint  not null,
  on_day         date    not null,
  kind           text    not null check (length(kind) between 1 and 60),
  count          integer not null check (count >= 0),
  primary key (partnership_id, on_day, kind)
);
select platform.belongs_to_partnership('thread.gap_count', keeps_history => false);

-- What each module has for the thread. `is_public`: for whoever reads; otherwise for whoever takes part; `circle`: for those who see all of that group.
-- `state` is the module's own word. `is_live`: it lasts, and is not only a proposal. What holds for some days only has them: whoever asks knows today.
create view partnership.shared_node with (security_invoker = true) as
  select partnership_id, 'group' as kind, id, short_name as reference, name as title, 'groups/' || id as address, id as group_id, '' as state,
         true as is_live, true as is_public, null::bigint as circle, begins_on, ends_on
    from partnership."group"
  union all
  select partnership_id, 'organisation', id, '', name, 'organisations/' || id, null, '', true, true, null, begins_on, ends_on from partnership.organisation
  union all
  select partnership_id, 'person', id, '', name, 'people/' || id, null, '', true, false, null, null, null from partnership.person;
create view partnership.shared_link with (security_invoker = true) as
  select partnership_id, 'group' as lower_kind, id as lower_id, 'group' as upper_kind, parent_id as upper_id, 'reports to' as relation, null::date as begins_on,
         null::date as ends_on
    from partnership."group" where parent_id is not null
  union all
  select tenure.partnership_id, 'person', tenure.person_id, 'group', seat.group_id, 'sits on', tenure.begins_on, tenure.ends_on
    from partnership.tenure
    join partnership.seat on seat.partnership_id = tenure.partnership_id and seat.id = tenure.seat_id
  union all
  select partnership_id, 'person', person_id, 'organisation', organisation_id, 'works for', begins_on, ends_on from partnership.post;

create view performance.shared_node with (security_invoker = true) as
  select partnership_id, 'theme' as kind, id, '' as reference, title, 'agreements/' || agreement_id as address, null::bigint as group_id, '' as state,
         true as is_live, true as is_public, null::bigint as circle
    from performance.theme
  union all
  select outcome.partnership_id, 'outcome', outcome.id, '', outcome.title, 'agreements/' || theme.agreement_id, null, '', true, true, null
    from performance.outcome
    join performance.theme on theme.partnership_id = outcome.partnership_id and theme.id = outcome.theme_id
  union all
  select partnership_id, 'indicator', id, coalesce(reference, ''), title, 'indicators/' || id, null, case when closed_on is null then '' else 'closed' end,
         closed_on is null, true, null
    from performance.indicator;
create view performance.shared_link with (security_invoker = true) as
  select partnership_id, 'outcome' as lower_kind, id as lower_id, 'theme' as upper_kind, theme_id as upper_id, 'part of' as relation from performance.outcome
  union all
  select partnership_id, 'indicator', indicator_id, 'outcome', outcome_id, 'measures' from performance.indicator_outcome
  union all
  select partnership_id, 'organisation', lead_id, 'indicator', id, 'leads' from performance.indicator where lead_id is not null
  union all
  select partnership_id, 'organisation', organisation_id, 'indicator', indicator_id, 'contributes to' from performance.contributor
  union all
  select answerable.partnership_id, case when answerable.person_id is null then 'group' else 'person' end,
         coalesce(answerable.person_id, answerable.group_id, seat.group_id), 'indicator', answerable.indicator_id,
         case answerable.part when 'lead' then 'leads' else 'contributes to' end
    from performance.answerable
    left join partnership.shared_seat as seat on seat.partnership_id = answerable.partnership_id and seat.id = answerable.seat_id
  union all
  select partnership_id, 'group', group_id, case when theme_id is null then 'outcome' else 'theme' end, coalesce(theme_id, outcome_id), 'answers for'
    from performance.responsibility;

create view actions.shared_node with (security_invoker = true) as
  select partnership_id, 'action' as kind, id, reference, text as title, 'actions/' || id as address, group_id, state, state in ('open', 'done') as is_live,
         false as is_public, case when is_confidential then group_id end as circle
    from actions.action;
create view actions.shared_link with (security_invoker = true) as
  select partnership_id, 'action' as lower_kind, action_id as lower_id, 'indicator' as upper_kind, indicator_id as upper_id, 'is to move' as relation from actions.indicator
  union all
  select owner.partnership_id,
         case when owner.person_id is not null then 'person' when owner.organisation_id is not null then 'organisation' else 'group' end,
         coalesce(owner.person_id, owner.organisation_id, owner.group_id, seat.group_id), 'action', owner.action_id, 'owns'
    from actions.owner
    left join partnership.shared_seat as seat on seat.partnership_id = owner.partnership_id and seat.id = owner.seat_id;

create view meetings.shared_node with (security_invoker = true) as
  select agenda_item.partnership_id, 'item' as kind, agenda_item.id, '' as reference, agenda_item.title, 'meetings/' || agenda_item.meeting_id || '/minutes' as address,
         meeting.group_id, meeting.state, true as is_live, false as is_public, case when agenda_item.is_confidential then meeting.group_id end as circle
    from meetings.agenda_item
    join meetings.meeting on meeting.partnership_id = agenda_item.partnership_id and meeting.id = agenda_item.meeting_id
  union all
  select decision.partnership_id, 'decision', decision.id, '', decision.text, 'decisions/' || decision.id, meeting.group_id, decision.kind, true,
         minutes.state = 'approved' and not coalesce(agenda_item.is_confidential, false) and not coalesce(minute.is_withheld, false),
         case when coalesce(agenda_item.is_confidential, false) or coalesce(minute.is_withheld, false) or coalesce(minutes.state, 'draft') = 'draft' then meeting.group_id end
    from meetings.decision
    join meetings.meeting on meeting.partnership_id = decision.partnership_id and meeting.id = decision.meeting_id
    left join meetings.minutes on minutes.partnership_id = decision.partnership_id and minutes.meeting_id = decision.meeting_id
    left join meetings.agenda_item on agenda_item.partnership_id = decision.partnership_id and agenda_item.id = decision.item_id
    left join meetings.minute on minute.partnership_id = decision.partnership_id and minute.id = decision.minute_id;
create view meetings.shared_link with (security_invoker = true) as
  select decision.partnership_id, 'decision' as lower_kind, decision.id as lower_id, 'item' as upper_kind, decision.item_id as upper_id, 'taken under' as relation
    from meetings.decision where decision.item_id is not null
  union all
  select partnership_id, 'decision', decision_id, 'indicator', indicator_id, 'is about' from meetings.decision_indicator
  union all
  -- What was agreed to be done under the item of a decision is done because of it.
  select minute_action.partnership_id, 'action', minute_action.action_id, 'decision', decision.id, 'follows from'
    from meetings.minute_action
    join meetings.minute on minute.partnership_id = minute_action.partnership_id and minute.id = minute_action.minute_id
    join meetings.decision on decision.partnership_id = minute.partnership_id and decision.item_id = minute.item_id and decision.meeting_id = minute.meeting_id
  union all
  select minute_action.partnership_id, 'action', minute_action.action_id, 'item', minute.item_id, 'agreed under'
    from meetings.minute_action
    join meetings.minute on minute.partnership_id = minute_action.partnership_id and minute.id = minute_action.minute_id
  union all
  select agenda_item.partnership_id, 'item', agenda_item.id, 'group', meeting.group_id, 'taken at'
    from meetings.agenda_item
    join meetings.meeting on meeting.partnership_id = agenda_item.partnership_id and meeting.id = agenda_item.meeting_id;

create view delivery.shared_node with (security_invoker = true) as
  select partnership_id, 'plan' as kind, id, short_name as reference, title, 'plans/' || id as address, group_id, state, state in ('signed-off', 'revising') as is_live,
         state in ('signed-off', 'revising') as is_public, null::bigint as circle
    from delivery.plan
  union all
  select milestone.partnership_id, 'milestone', milestone.id, '', milestone.text, 'plans/' || planned_action.plan_id || '/actions/' || planned_action.id, plan.group_id,
         case when milestone.met_on is null then '' else 'met' end, milestone.met_on is null, plan.state in ('signed-off', 'revising'), null
    from delivery.milestone
    join delivery.planned_action on planned_action.partnership_id = milestone.partnership_id and planned_action.id = milestone.planned_action_id
    join delivery.plan on plan.partnership_id = planned_action.partnership_id and plan.id = planned_action.plan_id;
create view delivery.shared_link with (security_invoker = true) as
  select partnership_id, 'plan' as lower_kind, plan_id as lower_id, 'outcome' as upper_kind, outcome_id as upper_id, 'serves' as relation from delivery.plan_outcome
  union all
  select partnership_id, 'plan', plan_id, 'indicator', indicator_id, 'serves' from delivery.plan_indicator
  union all
  select partnership_id, 'action', action_id, 'plan', plan_id, 'part of' from delivery.planned_action
  union all
  select partnership_id, 'action', action_id, 'outcome', outcome_id, 'serves' from delivery.planned_action where outcome_id is not null
  union all
  select planned_action.partnership_id, 'milestone', milestone.id, 'action', planned_action.action_id, 'step of'
    from delivery.milestone
    join delivery.planned_action on planned_action.partnership_id = milestone.partnership_id and planned_action.id = milestone.planned_action_id
  union all
  select partnership_id, 'group', group_id, 'plan', id, 'owns' from delivery.plan
  union all
  select planned_action.partnership_id, 'organisation', action_contributor.organisation_id, 'action', planned_action.action_id, 'contributes to'
    from delivery.action_contributor
    join delivery.planned_action on planned_action.partnership_id = action_contributor.partnership_id and planned_action.id = action_contributor.planned_action_id;

grant select on partnership.shared_node, partnership.shared_link, performance.shared_node, performance.shared_link, actions.shared_node, actions.shared_link,
  meetings.shared_node, meetings.shared_link, delivery.shared_node, delivery.shared_link to goldthread_visit;
