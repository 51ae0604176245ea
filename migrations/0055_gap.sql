-- What the gaps of the thread are found by, beside the modules' nodes and links: a few facts that no other page of another module needed so far.
-- A view runs with the rights of who asks.
create view performance.shared_measure with (security_invoker = true) as
  select partnership_id, id, agreement_id, coalesce(reference, '') as reference, title, definition, closed_on from performance.indicator;
create view performance.shared_outcome with (security_invoker = true) as
  select outcome.partnership_id, outcome.id, outcome.title, outcome.theme_id, theme.title as theme, theme.agreement_id, theme.position as theme_position, outcome.position
    from performance.outcome
    join performance.theme on theme.partnership_id = outcome.partnership_id and theme.id = outcome.theme_id;
-- The accounts whose people have reported something of an indicator.
create view performance.shared_reporter with (security_invoker = true) as
  select distinct partnership_id, indicator_id, reported_by as account_id from performance.data_return where reported_by is not null;
create view partnership.shared_account_post with (security_invoker = true) as
  select person.partnership_id, person.account_id, post.organisation_id
    from partnership.person
    join partnership.post on post.partnership_id = person.partnership_id and post.person_id = person.id
   where person.account_id is not null;
create view meetings.shared_decision with (security_invoker = true) as
  select partnership_id, id, meeting_id, number, kind from meetings.decision;
create view delivery.shared_requirement with (security_invoker = true) as
  select partnership_id, id, group_id, starts_on, ends_on, due_on, second_due_on from delivery.requirement;
create view delivery.shared_step with (security_invoker = true) as
  select partnership_id, id, plan_id, kind, on_day, decision_id from delivery.step;
-- Who gives something to an action of a plan besides its owners: work, people or money.
create view delivery.shared_giver with (security_invoker = true) as
  select planned_action.partnership_id, planned_action.action_id, action_contributor.organisation_id
    from delivery.action_contributor
    join delivery.planned_action on planned_action.partnership_id = action_contributor.partnership_id and planned_action.id = action_contributor.planned_action_id
  union
  select planned_action.partnership_id, planned_action.action_id, resource.organisation_id
    from delivery.resource
    join delivery.planned_action on planned_action.partnership_id = resource.partnership_id and planned_action.id = resource.planned_action_id
   where resource.organisation_id is not null;
-- What was last said of each planned action.
create view delivery.shared_rating with (security_invoker = true) as
  select distinct on (progress.partnership_id, progress.planned_action_id)
         progress.partnership_id, progress.planned_action_id, progress.rating, progress.starts_on, progress.ends_on
    from delivery.progress
   order by progress.partnership_id, progress.planned_action_id, progress.ends_on desc, progress.id desc;
grant select on performance.shared_measure, performance.shared_outcome, performance.shared_reporter, partnership.shared_account_post, meetings.shared_decision,
  delivery.shared_requirement, delivery.shared_step, delivery.shared_giver, delivery.shared_rating to goldthread_visit;
