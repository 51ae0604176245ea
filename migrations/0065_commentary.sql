-- Why a figure is what it is, and what was set going because of it: the story behind a judgement, the four questions that are asked of an indicator that is off
-- target (Herefordshire's four Rs), and the steps that were taken.

-- A later word is another row; the latest of an indicator, an area and a period counts.
create table delivery.commentary (
  partnership_id bigint not null,
  id             bigint generated always as identity,
  indicator_id   bigint not null,
  area_id        bigint not null,
  starts_on      date   not null,
  ends_on        date   not null check (ends_on >= starts_on),
  text           text   not null check (length(text) between 1 and 5000),
  reason_codes   text[] not null default '{}' check (cardinality(reason_codes) <= 10),  -- of performance/reason-code
  by_name        text   not null check (length(by_name) between 1 and 200),
  on_day         date   not null,
  primary key (partnership_id, id),
  foreign key (partnership_id, indicator_id) references performance.indicator on delete cascade,
  foreign key (partnership_id, area_id) references partnership.area
);
create index on delivery.commentary (partnership_id, indicator_id, area_id, starts_on, id);
create index on delivery.commentary (partnership_id, area_id);
select platform.belongs_to_partnership('delivery.commentary');

-- Is its target realistic, what is the rationale, what is the relative value for money, what do the reports say; and what comes of it. One for an indicator and
-- the period in which it is off target, in the agreement's own area.
create table delivery.four_rs (
  partnership_id bigint not null,
  id             bigint generated always as identity,
  indicator_id   bigint not null,
  starts_on      date   not null,
  ends_on        date   not null check (ends_on >= starts_on),
  realistic      text   not null default '' check (length(realistic) <= 3000),
  rationale      text   not null default '' check (length(rationale) <= 3000),
  value          text   not null default '' check (length(value) <= 3000),
  reports        text   not null default '' check (length(reports) <= 3000),
  outcome        text   not null check (outcome in ('keep-target', 'propose-target', 'change-plan', 'change-measure', 'stop', 'escalate')),
  note           text   not null default '' check (length(note) <= 3000),
  meeting_id     bigint,
  decision_id    bigint,
  by_name        text   not null check (length(by_name) between 1 and 200),
  on_day         date   not null,
  primary key (partnership_id, id),
  foreign key (partnership_id, indicator_id) references performance.indicator on delete cascade,
  foreign key (partnership_id, meeting_id) references meetings.meeting on delete set null (meeting_id),
  foreign key (partnership_id, decision_id) references meetings.decision on delete set null (decision_id),
  unique (partnership_id, indicator_id, starts_on, ends_on)
);
create index on delivery.four_rs (partnership_id, meeting_id);
create index on delivery.four_rs (partnership_id, decision_id);
select platform.belongs_to_partnership('delivery.four_rs');

-- What was set going because of a reason that the commentary of a period gives, so that nobody does it twice.
create table delivery.next_step (
  partnership_id  bigint not null,
  id              bigint generated always as identity,
  indicator_id    bigint not null,
  area_id         bigint not null,
  starts_on       date   not null,
  ends_on         date   not null check (ends_on >= starts_on),
  kind            text   not null check (length(kind) between 1 and 30),  -- of next-step/next-step.ts
  said            text   not null default '' check (length(said) <= 2000),
  to_names        text   not null default '' check (length(to_names) <= 1000),  -- who was written to
  action_id       bigint,
  forward_item_id bigint,
  by_name         text   not null check (length(by_name) between 1 and 200),
  on_day          date   not null,
  primary key (partnership_id, id),
  foreign key (partnership_id, indicator_id) references performance.indicator on delete cascade,
  foreign key (partnership_id, area_id) references partnership.area,
  foreign key (partnership_id, action_id) references actions.action on delete set null (action_id),
  foreign key (partnership_id, forward_item_id) references meetings.forward_item on delete set null (forward_item_id),
  unique (partnership_id, indicator_id, area_id, starts_on, ends_on, kind)
);
create index on delivery.next_step (partnership_id, area_id);
create index on delivery.next_step (partnership_id, action_id);
create index on delivery.next_step (partnership_id, forward_item_id);
select platform.belongs_to_partnership('delivery.next_step');

-- The latest commentary of a period is found by its words.
create function delivery.enter_commentary_in_search() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  it record;
begin
  if tg_op = 'DELETE' then
    perform platform.leave_search(old.partnership_id, 'delivery.commentary', concat_ws(' ', old.indicator_id, old.area_id, old.starts_on, old.ends_on));
    return null;
  end if;
  select reference, title into it from performance.indicator where partnership_id = new.partnership_id and id = new.indicator_id;
  perform platform.enter_search(new.partnership_id, 'delivery.commentary',
    concat_ws(' ', new.indicator_id, new.area_id, new.starts_on, new.ends_on), concat_ws(' ', it.reference, it.title), new.text, '', 'indicators/' || new.indicator_id, new.on_day, null, true);
  return null;
end $$;
create trigger enter_in_search after insert or delete on delivery.commentary for each row execute function delivery.enter_commentary_in_search();

-- For delivery, which says what has become of an item that it asked for, and of a letter to a chair.
create view meetings.shared_forward_item with (security_invoker = true) as
  select item.partnership_id, item.id, item.group_id, item.title, item.meeting_id, meeting.on_day
    from meetings.forward_item as item
    left join meetings.meeting on meeting.partnership_id = item.partnership_id and meeting.id = item.meeting_id;
create view meetings.shared_letter with (security_invoker = true) as
  select letter.partnership_id, letter.group_id, letter.about_group_id, meeting.on_day as last_on, letter.sent_on, letter.sent_by_name
    from meetings.representation_letter as letter
    join meetings.meeting on meeting.partnership_id = letter.partnership_id and meeting.id = letter.last_meeting_id;
grant select on meetings.shared_forward_item, meetings.shared_letter to goldthread_visit;
