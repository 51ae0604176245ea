-- One person who was written down twice becomes one again. Every reference to the second goes to the first, in whatever table it stands: the references are
-- found in the catalogue, so that a table that comes later needs nothing of its own here.

-- The number that the second had leads to the first ever after, and the history says into whom they were merged.
create table partnership.merged_person (
  partnership_id bigint not null,
  id             bigint not null,
  into_id        bigint not null,
  name           text   not null,
  primary key (partnership_id, id),
  foreign key (partnership_id, into_id) references partnership.person on delete cascade
);
create index on partnership.merged_person (partnership_id, into_id);
select platform.belongs_to_partnership('partnership.merged_person');

-- Two who look like one and are not, as somebody has said: they are not offered again.
create table partnership.people_apart (
  partnership_id bigint not null,
  id             bigint generated always as identity,
  first_id       bigint not null,
  second_id      bigint not null check (second_id <> first_id),
  primary key (partnership_id, id),
  foreign key (partnership_id, first_id) references partnership.person on delete cascade,
  foreign key (partnership_id, second_id) references partnership.person on delete cascade,
  unique (partnership_id, first_id, second_id)
);
create index on partnership.people_apart (partnership_id, second_id);
select platform.belongs_to_partnership('partnership.people_apart');

-- What both were at overlapping days they were once, from the first day to the last. What is said of both and can be said only once stays as the kept one has
-- it. Of two accounts none is chosen: that is refused before.
create function partnership.merge_people(kept bigint, other bigint) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  here constant bigint := platform.current_partnership();
  gone partnership.person;
  twice record;
  reference record;
  moved record;
begin
  perform from partnership.person where partnership_id = here and id in (kept, other) order by id for update;
  select * into strict gone from partnership.person where partnership_id = here and id = other;
  if kept = other or not exists (select from partnership.person where partnership_id = here and id = kept) then
    raise exception 'Nobody can be merged into person %', kept;
  end if;

  loop
    select one.id as kept_id, two.id as other_id, two.title, two.begins_on, two.ends_on into twice
      from partnership.post as one
      join partnership.post as two
        on two.partnership_id = one.partnership_id and two.organisation_id = one.organisation_id
       and (two.title = '' or one.title = '' or lower(two.title) = lower(one.title))
       and daterange(two.begins_on, two.ends_on, '[]') && daterange(one.begins_on, one.ends_on, '[]')
     where one.partnership_id = here and one.person_id = kept and two.person_id = other
     order by one.id, two.id limit 1;
    exit when not found;
    update partnership.post
       set title = coalesce(nullif(title, ''), twice.title),
           begins_on = case when begins_on is not null and twice.begins_on is not null then least(begins_on, twice.begins_on) end,
           ends_on = case when ends_on is not null and twice.ends_on is not null then greatest(ends_on, twice.ends_on) end
     where partnership_id = here and id = twice.kept_id;
    delete from partnership.post where partnership_id = here and id = twice.other_id;
  end loop;

  loop
    select one.id as kept_id, two.id as other_id, two.place, two.begins_on, two.ends_on into twice
      from partnership.deputy as one
      join partnership.deputy as two
        on two.partnership_id = one.partnership_id and two.seat_id = one.seat_id
       and daterange(two.begins_on, two.ends_on, '[]') && daterange(one.begins_on, one.ends_on, '[]')
     where one.partnership_id = here and one.person_id = kept and two.person_id = other
     order by one.id, two.id limit 1;
    exit when not found;
    update partnership.deputy
       set place = least(place, twice.place),
           begins_on = case when begins_on is not null and twice.begins_on is not null then least(begins_on, twice.begins_on) end,
           ends_on = case when ends_on is not null and twice.ends_on is not null then greatest(ends_on, twice.ends_on) end
     where partnership_id = here and id = twice.kept_id;
    delete from partnership.deputy where partnership_id = here and id = twice.other_id;
  end loop;

  loop
    select one.id as kept_id, two.id as other_id, two.reason, two.begins_on, two.ends_on into twice
      from partnership.absence as one
      join partnership.absence as two
        on two.partnership_id = one.partnership_id
       and daterange(two.begins_on, two.ends_on, '[]') && daterange(one.begins_on, one.ends_on, '[]')
     where one.partnership_id = here and one.person_id = kept and two.person_id = other
     order by one.id, two.id limit 1;
    exit when not found;
    update partnership.absence
       set reason = coalesce(nullif(reason, ''), twice.reason),
           begins_on = least(begins_on, twice.begins_on),
           ends_on = case when ends_on is not null and twice.ends_on is not null then greatest(ends_on, twice.ends_on) end
     where partnership_id = here and id = twice.kept_id;
    delete from partnership.absence where partnership_id = here and id = twice.other_id;
  end loop;

  for reference in
    select key.conrelid::regclass as name, part.attname as part
      from pg_constraint as key
      cross join lateral unnest(key.conkey, key.confkey) as pair (part, of)
      join pg_attribute as part on part.attrelid = key.conrelid and part.attnum = pair.part
      join pg_attribute as referred on referred.attrelid = key.confrelid and referred.attnum = pair.of
     where key.contype = 'f' and key.conparentid = 0 and key.confrelid = 'partnership.person'::regclass and referred.attname = 'id'
     order by key.conrelid::regclass::text, part.attname
  loop
    for moved in
      execute format('select tableoid as part, ctid as place from %s where partnership_id = $1 and %I = $2 for update', reference.name, reference.part)
        using here, other
    loop
      begin
        execute format('update %s set %I = $1 where tableoid = $2 and ctid = $3', reference.name, reference.part) using kept, moved.part, moved.place;
      exception when unique_violation or exclusion_violation or check_violation then
        execute format('delete from %s where tableoid = $1 and ctid = $2', reference.name) using moved.part, moved.place;
      end;
    end loop;
  end loop;

  -- Nobody stands in for themselves, nor covers for themselves.
  delete from partnership.deputy
   where partnership_id = here and person_id = kept
     and exists (select from partnership.tenure
                  where tenure.partnership_id = here and tenure.seat_id = deputy.seat_id and tenure.person_id = kept and not tenure.is_interim
                    and daterange(tenure.begins_on, tenure.ends_on, '[]') @> daterange(deputy.begins_on, deputy.ends_on, '[]'));
  delete from partnership.tenure as cover
   where partnership_id = here and person_id = kept and is_interim
     and exists (select from partnership.tenure as own
                  where own.partnership_id = here and own.seat_id = cover.seat_id and own.person_id = kept and not own.is_interim
                    and daterange(own.begins_on, own.ends_on, '[]') @> daterange(cover.begins_on, cover.ends_on, '[]'));

  insert into partnership.merged_person (partnership_id, id, into_id, name) values (here, other, kept, gone.name);
  delete from partnership.person where partnership_id = here and id = other;
  if gone.account_id is not null then
    update partnership.person set account_id = gone.account_id where partnership_id = here and id = kept and account_id is null;
  end if;
end $$;
revoke all on function partnership.merge_people from public;
grant execute on function partnership.merge_people to goldthread_visit;
