-- Plan, do, review, revise: on which day a plan, an indicator's target, a theme or the thread as a whole is looked at, by which group, and what came of it.
--
-- What was expected and what happened are words that were filled from what was known that day and then agreed: a review that was held is a record, which says the same
-- when a target is changed or an action moved years later. A review that is still to come has none, and its page shows what is known today.
create table thread.review (
  partnership_id bigint not null,
  id             bigint generated always as identity,
  group_id       bigint not null,  -- which holds it
  -- What is reviewed; none of the three: the thread as a whole.
  plan_id        bigint,
  indicator_id   bigint,
  theme_id       bigint,
  due_on         date   not null,
  held_on        date,
  meeting_id     bigint,
  decision_id    bigint,
  step_id        bigint,           -- the revision of the plan that came of it
  expected       text   not null default '' check (length(expected) <= 10000),
  happened       text   not null default '' check (length(happened) <= 10000),
  changed        text   not null default '' check (length(changed) <= 5000),
  by_name        text   not null default '' check (length(by_name) <= 200),  -- who wrote down what came of it
  primary key (partnership_id, id),
  foreign key (partnership_id, group_id) references partnership."group",
  foreign key (partnership_id, plan_id) references delivery.plan on delete cascade,
  foreign key (partnership_id, indicator_id) references performance.indicator on delete cascade,
  foreign key (partnership_id, theme_id) references performance.theme on delete cascade,
  foreign key (partnership_id, meeting_id) references meetings.meeting on delete set null (meeting_id),
  foreign key (partnership_id, decision_id) references meetings.decision on delete set null (decision_id),
  foreign key (partnership_id, step_id) references delivery.step on delete set null (step_id),
  unique nulls not distinct (partnership_id, plan_id, indicator_id, theme_id, due_on),
  check (num_nonnulls(plan_id, indicator_id, theme_id) <= 1),
  check (held_on is null or changed <> ''),
  check (held_on is not null or num_nonnulls(meeting_id, decision_id, step_id) = 0)
);
create index on thread.review (partnership_id, group_id);
create index on thread.review (partnership_id, indicator_id);
create index on thread.review (partnership_id, theme_id);
create index on thread.review (partnership_id, meeting_id);
create index on thread.review (partnership_id, decision_id);
create index on thread.review (partnership_id, step_id);
select platform.belongs_to_partnership('thread.review');

-- What a review and the year's cycle are told from, beside what is there.
create or replace view delivery.shared_plan with (security_invoker = true) as
  select partnership_id, id, group_id, short_name, title, starts_on, ends_on, state, lead_id, progress_every from delivery.plan;
create or replace view delivery.shared_step with (security_invoker = true) as
  select partnership_id, id, plan_id, kind, on_day, decision_id, reason from delivery.step;
create view delivery.shared_milestone with (security_invoker = true) as
  select milestone.partnership_id, milestone.id, planned_action.plan_id, milestone.planned_action_id, planned_action.action_id, milestone.text, milestone.planned_on,
         milestone.forecast_on, milestone.met_on
    from delivery.milestone
    join delivery.planned_action on planned_action.partnership_id = milestone.partnership_id and planned_action.id = milestone.planned_action_id;
grant select on delivery.shared_milestone to goldthread_visit;
