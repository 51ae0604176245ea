-- A revision that is submitted waits as a plan does: what will be signed off is what was read, so that it does not change meanwhile. Its state goes on to say that
-- it is being revised, since what was signed off before is in force: whether it waits is what was done with it last.
create function delivery.is_settled(plan delivery.plan) returns boolean
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select plan.state in ('submitted', 'signed-off')
      or (plan.state = 'revising'
          and 'submitted' = (select step.kind from delivery.step where step.partnership_id = plan.partnership_id and step.plan_id = plan.id order by step.id desc limit 1))
$$;

create or replace function delivery.refuse_change_of_settled_plan() returns trigger
  language plpgsql as $$
begin
  if current_user = 'goldthread_visit' and (tg_op = 'DELETE' or (to_jsonb(new) - 'state') <> (to_jsonb(old) - 'state')) and delivery.is_settled(old) then
    raise exception 'Plan % is submitted or signed off, and what it says cannot be changed', old.id using errcode = 'check_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;

create or replace function delivery.refuse_change_in_settled_plan() returns trigger
  language plpgsql as $$
begin
  if current_user = 'goldthread_visit'
     and exists (select from delivery.plan
                  where partnership_id = platform.current_partnership() and delivery.is_settled(plan)
                    and id in (case when tg_op <> 'INSERT' then old.plan_id end, case when tg_op <> 'DELETE' then new.plan_id end)) then
    raise exception 'The plan is submitted or signed off, and what it says cannot be changed' using errcode = 'check_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;

create or replace function delivery.refuse_change_of_settled_milestone() returns trigger
  language plpgsql as $$
begin
  if current_user = 'goldthread_visit'
     and (tg_op <> 'UPDATE' or (to_jsonb(new) - '{forecast_on,met_on,note}'::text[]) <> (to_jsonb(old) - '{forecast_on,met_on,note}'::text[]))
     and exists (select from delivery.planned_action
                   join delivery.plan on plan.partnership_id = planned_action.partnership_id and plan.id = planned_action.plan_id
                  where planned_action.partnership_id = platform.current_partnership() and delivery.is_settled(plan)
                    and planned_action.id in (case when tg_op <> 'INSERT' then old.planned_action_id end, case when tg_op <> 'DELETE' then new.planned_action_id end)) then
    raise exception 'The plan is submitted or signed off, and its milestones cannot be changed' using errcode = 'check_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
