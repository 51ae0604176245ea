-- Minutes as people read them: in the form that each group knows, as they were circulated, with what was corrected, and as they were approved.

-- For other modules. A view runs with the rights of who asks.
create or replace view partnership.shared_organisation with (security_invoker = true) as
  select partnership_id, id, name from partnership.organisation;
grant select on partnership.shared_organisation to goldthread_visit;
create or replace view performance.shared_indicator with (security_invoker = true) as
  select partnership_id, id, reference, title from performance.indicator;
grant select on performance.shared_indicator to goldthread_visit;
create or replace view actions.shared_owner with (security_invoker = true) as
  select partnership_id, action_id, place, person_id, seat_id, organisation_id, group_id from actions.owner;
grant select on actions.shared_owner to goldthread_visit;

-- How a group's minutes look, besides `minutes_form`. Words that are empty are the usual ones.
alter table meetings.practice
  add column minutes_called       text    not null default '' check (length(minutes_called) <= 60),         -- Minutes; Notes of the meeting
  add column present_called       text    not null default '' check (length(present_called) <= 60),         -- Present; Attendees; Executive members
  add column in_attendance_called text    not null default '' check (length(in_attendance_called) <= 60),   -- In attendance; Non-executive members
  add column apologies_called     text    not null default '' check (length(apologies_called) <= 60),
  add column item_called          text    not null default '' check (length(item_called) <= 20),            -- Item, so that one reads: Item 4 – Finance
  add column actions_again        text    not null default 'nowhere' check (actions_again in ('nowhere', 'top', 'end')),  -- all of them in a table
  add column has_action_column    boolean not null default true,   -- of the table form
  add column shows_times          boolean not null default true,   -- when the meeting was opened and closed
  add column shows_totals         boolean not null default false,  -- Total present: 40 people
  add column shows_forward_plan   boolean not null default false,  -- at the end, as a table
  add column queries_to           text    not null default '' check (length(queries_to) <= 500);            -- Please direct any queries to

-- Minutes as they stood when they were circulated and when they were approved: whatever is renamed, moved or resigned since then is not renamed in them.
create table meetings.minutes_text (
  partnership_id bigint      not null,
  id             bigint      generated always as identity,
  meeting_id     bigint      not null,
  kind           text        not null check (kind in ('circulated', 'approved')),
  made_at        timestamptz not null default now(),
  sent_to        integer     not null default 0 check (sent_to >= 0),  -- so many members, by mail
  records        jsonb       not null,
  primary key (partnership_id, id),
  foreign key (partnership_id, meeting_id) references meetings.minutes on delete cascade
);
create index on meetings.minutes_text (partnership_id, meeting_id);
select platform.belongs_to_partnership('meetings.minutes_text');

-- Agreed by a meeting is one thing, put into the text another. What the text was is in the minutes as they were circulated.
alter table meetings.correction
  add column made_at timestamptz not null default now(),
  add column applied boolean     not null default false;

-- What was approved stays approved, with its text and its corrections.
create function meetings.refuse_change_of_approved_minutes() returns trigger
  language plpgsql as $$
begin
  if current_user = 'goldthread_visit' and old.state = 'approved' then
    raise exception 'The minutes of meeting % are approved and cannot be changed', old.meeting_id using errcode = 'check_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger refuse_change_of_approved before update or delete on meetings.minutes for each row execute function meetings.refuse_change_of_approved_minutes();

create function meetings.refuse_change_of_approved_correction() returns trigger
  language plpgsql as $$
declare
  of_meeting bigint := case when tg_op = 'DELETE' then old.of_meeting_id else new.of_meeting_id end;
begin
  if current_user = 'goldthread_visit'
     and exists (select from meetings.minutes
                  where partnership_id = platform.current_partnership() and meeting_id = of_meeting and state = 'approved')
     -- Its place and its piece in the later meeting's minutes are that meeting's.
     and (tg_op <> 'UPDATE' or (to_jsonb(new) - '{minute_id,place}'::text[]) <> (to_jsonb(old) - '{minute_id,place}'::text[])) then
    raise exception 'The minutes of meeting % are approved and cannot be corrected', of_meeting using errcode = 'check_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger refuse_change_of_approved before insert or update or delete on meetings.correction
  for each row execute function meetings.refuse_change_of_approved_correction();

create function meetings.refuse_change_of_text() returns trigger
  language plpgsql as $$
begin
  if current_user = 'goldthread_visit' and (tg_op = 'UPDATE' or old.kind = 'approved') then
    raise exception 'What went out of the minutes of meeting % stays as it was', old.meeting_id using errcode = 'check_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger refuse_change before update or delete on meetings.minutes_text for each row execute function meetings.refuse_change_of_text();

-- What is left out of the public version may still be settled when minutes are approved: that changes none of their words.
create function meetings.refuse_change_of_approved_piece() returns trigger
  language plpgsql as $$
begin
  if current_user = 'goldthread_visit'
     and (tg_op <> 'UPDATE' or (to_jsonb(new) - '{is_withheld,edition}'::text[]) <> (to_jsonb(old) - '{is_withheld,edition}'::text[]))
     and exists (select from meetings.minutes
                  where partnership_id = platform.current_partnership() and state = 'approved'
                    and meeting_id in (case when tg_op = 'INSERT' then new.meeting_id else old.meeting_id end,
                                       case when tg_op = 'DELETE' then old.meeting_id else new.meeting_id end)) then
    raise exception 'The minutes are approved and cannot be changed' using errcode = 'check_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
drop trigger refuse_change_of_approved on meetings.minute;
create trigger refuse_change_of_approved before insert or update or delete on meetings.minute
  for each row execute function meetings.refuse_change_of_approved_piece();
