-- The thread as one: what every module says of its records and of how they hang together, in two views that the module `thread` reads.
--
-- A target is a record of the thread too: the one of its indicator's own agreement that holds now, until the next begins. Where a seat owns or leads, whoever sits there
-- does; where a module says 'of this group' of a seat, that stays.
create view partnership.shared_tenure with (security_invoker = true) as
  select partnership_id, seat_id, person_id, begins_on, ends_on from partnership.tenure;
grant select on partnership.shared_tenure to goldthread_visit;

create or replace view performance.shared_node with (security_invoker = true) as
  select partnership_id, 'theme' as kind, id, '' as reference, title, 'agreements/' || agreement_id as address, null::bigint as group_id, '' as state,
         true as is_live, true as is_public, null::bigint as circle, null::date as begins_on, null::date as ends_on
    from performance.theme
  union all
  select outcome.partnership_id, 'outcome', outcome.id, '', outcome.title, 'agreements/' || theme.agreement_id, null, '', true, true, null, null, null
    from performance.outcome
    join performance.theme on theme.partnership_id = outcome.partnership_id and theme.id = outcome.theme_id
  union all
  select partnership_id, 'indicator', id, coalesce(reference, ''), title, 'indicators/' || id, null, case when closed_on is null then '' else 'closed' end,
         closed_on is null, true, null, null, null
    from performance.indicator
  union all
  select target.partnership_id, 'target', target.id, '',
         'Target to ' || to_char(target.ends_on, 'FMDD FMMonth YYYY') || ': '
           || case indicator.value_type when 'money' then '£' else '' end || coalesce(target.value::text, target.low || ' to ' || target.high)
           || case indicator.value_type when 'percentage' then '%' else '' end,
         'indicators/' || target.indicator_id || '/targets', null, '', indicator.closed_on is null, true, null, target.starts_on,
         (select min(later.starts_on) - 1
            from performance.target as later
           where later.partnership_id = target.partnership_id and later.indicator_id = target.indicator_id and later.area_id = target.area_id
             and later.kind = 'target' and later.starts_on > target.starts_on)
    from performance.target
    join performance.indicator on indicator.partnership_id = target.partnership_id and indicator.id = target.indicator_id
    join performance.agreement on agreement.partnership_id = indicator.partnership_id and agreement.id = indicator.agreement_id
   where target.kind = 'target' and target.area_id = agreement.area_id;

create or replace view performance.shared_link with (security_invoker = true) as
  select partnership_id, 'outcome' as lower_kind, id as lower_id, 'theme' as upper_kind, theme_id as upper_id, 'part of' as relation,
         null::date as begins_on, null::date as ends_on
    from performance.outcome
  union all
  select partnership_id, 'indicator', indicator_id, 'outcome', outcome_id, 'measures', null, null from performance.indicator_outcome
  union all
  select target.partnership_id, 'target', target.id, 'indicator', target.indicator_id, 'is aimed for in', null, null
    from performance.target
    join performance.indicator on indicator.partnership_id = target.partnership_id and indicator.id = target.indicator_id
    join performance.agreement on agreement.partnership_id = indicator.partnership_id and agreement.id = indicator.agreement_id
   where target.kind = 'target' and target.area_id = agreement.area_id
  union all
  select partnership_id, 'organisation', lead_id, 'indicator', id, 'leads', null, null from performance.indicator where lead_id is not null
  union all
  select partnership_id, 'organisation', organisation_id, 'indicator', indicator_id, 'contributes to', null, null from performance.contributor
  union all
  select answerable.partnership_id, case when answerable.person_id is null then 'group' else 'person' end,
         coalesce(answerable.person_id, answerable.group_id, seat.group_id), 'indicator', answerable.indicator_id,
         case answerable.part when 'lead' then 'leads' else 'contributes to' end, null, null
    from performance.answerable
    left join partnership.shared_seat as seat on seat.partnership_id = answerable.partnership_id and seat.id = answerable.seat_id
  union all
  select answerable.partnership_id, 'person', tenure.person_id, 'indicator', answerable.indicator_id,
         case answerable.part when 'lead' then 'leads' else 'contributes to' end, tenure.begins_on, tenure.ends_on
    from performance.answerable
    join partnership.shared_tenure as tenure on tenure.partnership_id = answerable.partnership_id and tenure.seat_id = answerable.seat_id
  union all
  select partnership_id, 'group', group_id, case when theme_id is null then 'outcome' else 'theme' end, coalesce(theme_id, outcome_id), 'answers for', null, null
    from performance.responsibility;

create or replace view actions.shared_link with (security_invoker = true) as
  select partnership_id, 'action' as lower_kind, action_id as lower_id, 'indicator' as upper_kind, indicator_id as upper_id, 'is to move' as relation,
         null::date as begins_on, null::date as ends_on
    from actions.indicator
  union all
  select owner.partnership_id,
         case when owner.person_id is not null then 'person' when owner.organisation_id is not null then 'organisation' else 'group' end,
         coalesce(owner.person_id, owner.organisation_id, owner.group_id, seat.group_id), 'action', owner.action_id, 'owns', null, null
    from actions.owner
    left join partnership.shared_seat as seat on seat.partnership_id = owner.partnership_id and seat.id = owner.seat_id
  union all
  select owner.partnership_id, 'person', tenure.person_id, 'action', owner.action_id, 'owns', tenure.begins_on, tenure.ends_on
    from actions.owner
    join partnership.shared_tenure as tenure on tenure.partnership_id = owner.partnership_id and tenure.seat_id = owner.seat_id;

create view delivery.shared_resource with (security_invoker = true) as
  select resource.partnership_id, resource.plan_id, planned_action.action_id, resource.organisation_id, resource.fte, resource.pence
    from delivery.resource
    left join delivery.planned_action on planned_action.partnership_id = resource.partnership_id and planned_action.id = resource.planned_action_id;
grant select on delivery.shared_resource to goldthread_visit;

create view thread.shared_node with (security_invoker = true) as
  select partnership_id, 'strategy' as kind, id, '' as reference, title, 'strategies' as address, group_id, '' as state, true as is_live, true as is_public,
         null::bigint as circle, null::date as begins_on, null::date as ends_on
    from thread.strategy
  union all
  select partnership_id, 'vision', id, '', title, 'vision', null, '', true, true, null, null, null from thread.vision
  union all
  select partnership_id, 'ambition', id, '', title, 'thread/ambition/' || id, null, kind, true, true, null, null, null from thread.ambition;

create view thread.shared_link with (security_invoker = true) as
  select partnership_id, 'ambition' as lower_kind, id as lower_id, case when parent_id is null then 'vision' else 'ambition' end as upper_kind,
         coalesce(parent_id, vision_id) as upper_id, 'part of' as relation
    from thread.ambition
  union all
  select partnership_id, case when theme_id is null then 'outcome' else 'theme' end, coalesce(theme_id, outcome_id), 'ambition', ambition_id, 'serves' from thread.service;

-- A theme and an outcome have their page in the thread. What a plan in force has is public, and so is what it has planned, at its own page; what is confidential stays so.
create view thread.node with (security_invoker = true) as
  select partnership_id, kind, id, reference, title, address, group_id, state, is_live, is_public, circle, begins_on, ends_on from partnership.shared_node
  union all
  select partnership_id, kind, id, reference, title, case when kind in ('theme', 'outcome') then 'thread/' || kind || '/' || id else address end, group_id, state, is_live,
         is_public, circle, begins_on, ends_on
    from performance.shared_node
  union all
  select action.partnership_id, action.kind, action.id, action.reference, action.title,
         case when planned.id is null then action.address else 'plans/' || planned.plan_id || '/actions/' || planned.id end, action.group_id, action.state, action.is_live,
         coalesce(plan.state in ('signed-off', 'revising'), false), action.circle, null, null
    from actions.shared_node as action
    left join delivery.shared_planned_action as planned on planned.partnership_id = action.partnership_id and planned.action_id = action.id
    left join delivery.shared_plan as plan on plan.partnership_id = planned.partnership_id and plan.id = planned.plan_id
  union all
  select partnership_id, kind, id, reference, title, address, group_id, state, is_live, is_public, circle, null, null from meetings.shared_node
  union all
  select partnership_id, kind, id, reference, title, address, group_id, state, is_live, is_public, circle, null, null from delivery.shared_node
  union all
  select partnership_id, kind, id, reference, title, address, group_id, state, is_live, is_public, circle, begins_on, ends_on from thread.shared_node;

create view thread.link with (security_invoker = true) as
  select partnership_id, lower_kind, lower_id, upper_kind, upper_id, relation, begins_on, ends_on from partnership.shared_link
  union all
  select partnership_id, lower_kind, lower_id, upper_kind, upper_id, relation, begins_on, ends_on from performance.shared_link
  union all
  select partnership_id, lower_kind, lower_id, upper_kind, upper_id, relation, begins_on, ends_on from actions.shared_link
  union all
  select partnership_id, lower_kind, lower_id, upper_kind, upper_id, relation, null, null from meetings.shared_link
  union all
  select partnership_id, lower_kind, lower_id, upper_kind, upper_id, relation, null, null from delivery.shared_link
  union all
  select partnership_id, lower_kind, lower_id, upper_kind, upper_id, relation, null, null from thread.shared_link;
grant select on thread.shared_node, thread.shared_link, thread.node, thread.link to goldthread_visit;
