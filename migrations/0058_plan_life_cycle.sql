-- What a plan says is settled once it is signed off: it changes by a revision, and while it waits to be signed off it does not change either, so that what is
-- signed is what was read. What is said of it afterwards (progress, a milestone's forecast and the day on which it was met, the register of actions) goes on.
--
-- What it said when it was signed off, and when a revision began, is kept as it read, so that one sees what the revision has changed, whatever is renamed since.
create table delivery.plan_version (
  partnership_id bigint not null,
  id             bigint generated always as identity,
  plan_id        bigint not null,
  step_id        bigint not null,  -- at which it said so
  said           jsonb  not null,
  primary key (partnership_id, id),
  foreign key (partnership_id, plan_id) references delivery.plan on delete cascade,
  foreign key (partnership_id, step_id) references delivery.step on delete cascade
);
create index on delivery.plan_version (partnership_id, plan_id);
create index on delivery.plan_version (partnership_id, step_id);
select platform.belongs_to_partnership('delivery.plan_version');

create function delivery.refuse_change_of_version() returns trigger
  language plpgsql as $$
begin
  if current_user = 'goldthread_visit' then
    raise exception 'What plan % said when it was signed off stays as it was', old.plan_id using errcode = 'check_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger refuse_change before update or delete on delivery.plan_version for each row execute function delivery.refuse_change_of_version();

create function delivery.refuse_change_of_settled_plan() returns trigger
  language plpgsql as $$
begin
  if current_user = 'goldthread_visit' and old.state in ('submitted', 'signed-off')
     and (tg_op = 'DELETE' or (to_jsonb(new) - 'state') <> (to_jsonb(old) - 'state')) then
    raise exception 'Plan % is %, and what it says cannot be changed', old.id, old.state using errcode = 'check_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger refuse_change_of_settled before update or delete on delivery.plan for each row execute function delivery.refuse_change_of_settled_plan();

-- Of what belongs to a plan.
create function delivery.refuse_change_in_settled_plan() returns trigger
  language plpgsql as $$
begin
  if current_user = 'goldthread_visit'
     and exists (select from delivery.plan
                  where partnership_id = platform.current_partnership() and state in ('submitted', 'signed-off')
                    and id in (case when tg_op <> 'INSERT' then old.plan_id end, case when tg_op <> 'DELETE' then new.plan_id end)) then
    raise exception 'The plan is submitted or signed off, and what it says cannot be changed' using errcode = 'check_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger refuse_change_in_settled before insert or update or delete on delivery.planned_action
  for each row execute function delivery.refuse_change_in_settled_plan();
create trigger refuse_change_in_settled before insert or update or delete on delivery.plan_outcome
  for each row execute function delivery.refuse_change_in_settled_plan();
create trigger refuse_change_in_settled before insert or update or delete on delivery.plan_indicator
  for each row execute function delivery.refuse_change_in_settled_plan();
create trigger refuse_change_in_settled before insert or update or delete on delivery.resource
  for each row execute function delivery.refuse_change_in_settled_plan();

create function delivery.refuse_change_of_settled_milestone() returns trigger
  language plpgsql as $$
begin
  if current_user = 'goldthread_visit'
     and (tg_op <> 'UPDATE' or (to_jsonb(new) - '{forecast_on,met_on,note}'::text[]) <> (to_jsonb(old) - '{forecast_on,met_on,note}'::text[]))
     and exists (select from delivery.planned_action
                   join delivery.plan on plan.partnership_id = planned_action.partnership_id and plan.id = planned_action.plan_id
                  where planned_action.partnership_id = platform.current_partnership() and plan.state in ('submitted', 'signed-off')
                    and planned_action.id in (case when tg_op <> 'INSERT' then old.planned_action_id end, case when tg_op <> 'DELETE' then new.planned_action_id end)) then
    raise exception 'The plan is submitted or signed off, and its milestones cannot be changed' using errcode = 'check_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger refuse_change_of_settled before insert or update or delete on delivery.milestone
  for each row execute function delivery.refuse_change_of_settled_milestone();
