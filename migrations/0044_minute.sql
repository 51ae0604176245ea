-- What the minute-taker's page needs: the further fields of a piece as they were typed, so that what was not understood of them is not lost; and a count of
-- what was written in a meeting's minutes, by which two who write at once learn of each other's pieces without reading all of them again.
alter table meetings.minute
  add column typed  jsonb  not null default '{}' check (jsonb_typeof(typed) = 'object'),
  add column change bigint not null default 0;  -- which change of the meeting's minutes this piece had last

-- Its row is locked by whoever writes until they have committed, so that no lower count becomes visible after a higher one. Says nothing that the pieces' own history does not.
create table meetings.minutes_change (
  partnership_id bigint not null,
  meeting_id     bigint not null,
  count          bigint not null default 0,
  primary key (partnership_id, meeting_id),
  foreign key (partnership_id, meeting_id) references meetings.meeting on delete cascade
);
select platform.belongs_to_partnership('meetings.minutes_change', keeps_history => false);

create function meetings.count_change(of_partnership bigint, of_meeting bigint) returns bigint
  language sql as $$
  insert into meetings.minutes_change as counted (partnership_id, meeting_id, count) values (of_partnership, of_meeting, 1)
  on conflict (partnership_id, meeting_id) do update set count = counted.count + 1
  returning count;
$$;
revoke all on function meetings.count_change from public;
grant execute on function meetings.count_change to goldthread_visit;

create function meetings.note_change() returns trigger
  language plpgsql as $$
begin
  -- A removal of a whole partnership and a restored backup are no visits.
  if current_user <> 'goldthread_visit' then return new; end if;
  if tg_op = 'DELETE' then
    -- A meeting that is removed takes its count along.
    if exists (select from meetings.meeting where partnership_id = old.partnership_id and id = old.meeting_id) then
      perform meetings.count_change(old.partnership_id, old.meeting_id);
    end if;
    return null;
  end if;
  new.change := meetings.count_change(new.partnership_id, new.meeting_id);
  return new;
end $$;
-- After the trigger that refuses a change of approved minutes: they run in the order of their names.
create trigger then_note_change before insert or update on meetings.minute for each row execute function meetings.note_change();
create trigger then_note_removal after delete on meetings.minute for each row execute function meetings.note_change();

-- Items that come, move or go are told as well.
create function meetings.note_change_of_agenda() returns trigger
  language plpgsql as $$
declare
  of_meeting bigint := case when tg_op = 'DELETE' then old.meeting_id else new.meeting_id end;
  of_partnership bigint := case when tg_op = 'DELETE' then old.partnership_id else new.partnership_id end;
begin
  if current_user <> 'goldthread_visit' then return null; end if;
  if exists (select from meetings.meeting where partnership_id = of_partnership and id = of_meeting) then
    perform meetings.count_change(of_partnership, of_meeting);
  end if;
  return null;
end $$;
create trigger then_note_change after insert or update or delete on meetings.agenda_item for each row execute function meetings.note_change_of_agenda();
