-- The letter to the chair of a group whose plan is owed: drafted from what is known, changed by hand, and kept as it was sent. One is being written at a time; a
-- plan that stays away is chased again.
create table delivery.chaser (
  partnership_id bigint not null,
  id             bigint generated always as identity,
  requirement_id bigint not null,
  text           text   not null check (length(text) between 1 and 10000),
  sent_on        date,
  sent_by_name   text   not null default '' check (length(sent_by_name) <= 200),
  sent_to        text   not null default '' check (length(sent_to) <= 200),  -- whom it reached, by name
  by_mail        boolean not null default false,
  primary key (partnership_id, id),
  foreign key (partnership_id, requirement_id) references delivery.requirement on delete cascade,
  check ((sent_on is null) = (sent_by_name = ''))
);
create index on delivery.chaser (partnership_id, requirement_id);
create unique index on delivery.chaser (partnership_id, requirement_id) where sent_on is null;
select platform.belongs_to_partnership('delivery.chaser');

-- A plan is found by what it says of itself: by everybody once it is in force, until then by whoever takes part.
create function delivery.enter_plan_in_search() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'DELETE' then
    perform platform.leave_search(old.partnership_id, 'delivery.plan', old.id::text);
  else
    perform platform.enter_search(new.partnership_id, 'delivery.plan', new.id::text, new.title,
      concat_ws(E'\n', nullif(new.summary, ''), nullif(new.risks, ''), nullif(new.equality, ''), nullif(new.sustainability, '')),
      coalesce((select name from partnership.shared_group as "group" where "group".partnership_id = new.partnership_id and "group".id = new.group_id), ''),
      'plans/' || new.id, new.starts_on, null, new.state in ('signed-off', 'revising'));
  end if;
  return null;
end $$;
create trigger enter_in_search after insert or update or delete on delivery.plan for each row execute function delivery.enter_plan_in_search();
