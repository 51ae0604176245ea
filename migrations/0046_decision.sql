-- What a group decided, passed on: an endorsement that another group has to give, and what a group may decide at all.

-- An endorsement that is passed up to another group becomes an item there. What is decided under the agenda item that is made of it is the answer.
create table meetings.referral (
  partnership_id  bigint  not null,
  id              bigint  generated always as identity,
  decision_id     bigint  not null,
  to_group_id     bigint  not null,
  forward_item_id bigint,           -- in that group's forward plan; none once it is taken out of it
  question        text    not null check (length(question) between 1 and 300),
  made_on         date    not null,
  primary key (partnership_id, id),
  foreign key (partnership_id, decision_id) references meetings.decision on delete cascade,
  foreign key (partnership_id, to_group_id) references partnership."group",
  foreign key (partnership_id, forward_item_id) references meetings.forward_item on delete set null (forward_item_id)
);
create index on meetings.referral (partnership_id, decision_id);
create index on meetings.referral (partnership_id, to_group_id);
create index on meetings.referral (partnership_id, forward_item_id);
select platform.belongs_to_partnership('meetings.referral');

-- What a group may decide, and up to what amount.
create table meetings.delegation (
  partnership_id bigint  not null,
  id             bigint  generated always as identity,
  group_id       bigint  not null,
  matter         text    not null check (length(matter) between 1 and 300),
  limit_pence    bigint  check (limit_pence >= 0),  -- for each decision; none: without money, or without a limit
  from_group_id  bigint  check (from_group_id <> group_id),
  source         text    not null default '' check (length(source) <= 300),  -- where that is written: terms of reference, a decision
  primary key (partnership_id, id),
  foreign key (partnership_id, group_id) references partnership."group" on delete cascade,
  foreign key (partnership_id, from_group_id) references partnership."group" on delete set null (from_group_id)
);
create index on meetings.delegation (partnership_id, group_id);
create index on meetings.delegation (partnership_id, from_group_id);
select platform.belongs_to_partnership('meetings.delegation');

-- A meeting may note that approved minutes were wrong: that changes nothing of them. What was put into their text stays as it was decided.
create or replace function meetings.refuse_change_of_approved_correction() returns trigger
  language plpgsql as $$
declare
  of_meeting bigint := case when tg_op = 'DELETE' then old.of_meeting_id else new.of_meeting_id end;
begin
  if current_user = 'goldthread_visit'
     and ((tg_op <> 'INSERT' and old.applied) or (tg_op <> 'DELETE' and new.applied))
     and (tg_op <> 'UPDATE' or (to_jsonb(new) - '{minute_id,place}'::text[]) <> (to_jsonb(old) - '{minute_id,place}'::text[]))
     and exists (select from meetings.minutes
                  where partnership_id = platform.current_partnership() and meeting_id = of_meeting and state = 'approved') then
    raise exception 'The minutes of meeting % are approved and cannot be corrected', of_meeting using errcode = 'check_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;

-- Which change touched a piece last, and how often it was changed, are no words of it.
create or replace function meetings.refuse_change_of_approved_piece() returns trigger
  language plpgsql as $$
begin
  if current_user = 'goldthread_visit'
     and (tg_op <> 'UPDATE'
          or (to_jsonb(new) - '{is_withheld,edition,change}'::text[]) <> (to_jsonb(old) - '{is_withheld,edition,change}'::text[]))
     and exists (select from meetings.minutes
                  where partnership_id = platform.current_partnership() and state = 'approved'
                    and meeting_id in (case when tg_op = 'INSERT' then new.meeting_id else old.meeting_id end,
                                       case when tg_op = 'DELETE' then old.meeting_id else new.meeting_id end)) then
    raise exception 'The minutes are approved and cannot be changed' using errcode = 'check_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
