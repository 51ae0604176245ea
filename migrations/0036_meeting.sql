-- Meetings: when a group meets, what is on the agenda, who came, what was said, agreed and decided.
--
-- A meeting's minutes are written piece by piece under the items of its agenda, in the order in which things were said: discussion, decisions, actions,
-- corrections to earlier minutes, conflicts of interest. Each piece is a row of its own, so that two people can write at once. A decision, an action and a
-- correction are records beside their piece, which says where they fell.
create schema meetings;
grant usage on schema meetings to goldthread_visit, goldthread_platform;

-- How a group goes about its meetings. A group without a row has the defaults.
create table meetings.practice (
  partnership_id    bigint  not null,
  group_id          bigint  not null,
  papers_due        integer not null default 7 check (papers_due between 0 and 60),  -- so many days before (rules E8)
  papers_due_in     text    not null default 'working' check (papers_due_in in ('working', 'calendar')),
  agenda_due        integer not null default 5 check (agenda_due between 0 and 60),  -- in the same days
  usual_starts_at   time,
  usual_ends_at     time,
  usual_venue       text    not null default '' check (length(usual_venue) <= 300),
  confirms_closings boolean not null default false,  -- an action that its owner calls done is closed when the group has confirmed it
  minutes_form      text    not null default 'prose' check (minutes_form in ('prose', 'table')),  -- table: number, item, action
  primary key (partnership_id, group_id),
  foreign key (partnership_id, group_id) references partnership."group" on delete cascade
);
select platform.belongs_to_partnership('meetings.practice');

create table meetings.meeting (
  partnership_id       bigint      not null,
  id                   bigint      generated always as identity,
  group_id             bigint      not null,
  title                text        not null default '' check (length(title) <= 200),  -- Executive meeting and workshop; none for an ordinary one
  on_day               date        not null,
  day_known            text        not null default 'fixed' check (day_known in ('fixed', 'provisional', 'month')),  -- month: April 2006, the day to be advised
  starts_at            time,
  ends_at              time        check (ends_at > starts_at),
  venue                text        not null default '' check (length(venue) <= 300),  -- none: to be confirmed
  host_organisation_id bigint,
  joining_link         text        not null default '' check (length(joining_link) <= 1000),
  note                 text        not null default '' check (length(note) <= 2000),
  state                text        not null default 'planned' check (state in ('planned', 'held', 'cancelled')),
  state_reason         text        not null default '' check (length(state_reason) <= 500),
  opened_at            time,
  closed_at            time,
  published_at         timestamptz,  -- when agenda and papers last went to the members
  uid                  uuid        not null default gen_random_uuid(),  -- in calendars
  sequence             integer     not null default 0,                  -- counts what calendars have to be told
  primary key (partnership_id, id),
  foreign key (partnership_id, group_id) references partnership."group",
  foreign key (partnership_id, host_organisation_id) references partnership.organisation
);
create index on meetings.meeting (partnership_id, group_id, on_day);
create index on meetings.meeting (partnership_id, on_day);
create index on meetings.meeting (partnership_id, host_organisation_id);
select platform.belongs_to_partnership('meetings.meeting');

-- What is to come to which meeting; without a meeting it is to be allocated. A standing item comes to each.
create table meetings.forward_item (
  partnership_id bigint  not null,
  id             bigint  generated always as identity,
  group_id       bigint  not null,
  meeting_id     bigint,
  is_standing    boolean not null default false,
  place          integer not null default 0,
  title          text    not null check (length(title) between 1 and 300),
  detail         text    not null default '' check (length(detail) <= 4000),  -- a list under it: agreed updates, barriers, hotspots
  responsible    text    not null default '' check (length(responsible) <= 300),  -- as one writes it: Duncan Wood/Kay Asuni; Thematic leads; Tbc
  person_id      bigint,
  seat_id        bigint,
  purpose        text    not null default 'discuss' check (purpose in ('decide', 'discuss', 'note')),
  source         text    not null default '' check (length(source) <= 300),  -- where it comes from, in words
  source_item_id bigint,                                                     -- the agenda item that asked for it
  minutes        integer check (minutes between 1 and 600),
  primary key (partnership_id, id),
  foreign key (partnership_id, group_id) references partnership."group",
  foreign key (partnership_id, meeting_id) references meetings.meeting on delete set null (meeting_id),
  foreign key (partnership_id, person_id) references partnership.person,
  foreign key (partnership_id, seat_id) references partnership.seat,
  check (not is_standing or meeting_id is null)
);
create index on meetings.forward_item (partnership_id, group_id, meeting_id);
create index on meetings.forward_item (partnership_id, meeting_id);
create index on meetings.forward_item (partnership_id, person_id);
create index on meetings.forward_item (partnership_id, seat_id);
select platform.belongs_to_partnership('meetings.forward_item');

-- An item of the agenda, or one within another: 1.2, or CYPSP under the thematic partnerships' updates.
create table meetings.agenda_item (
  partnership_id   bigint  not null,
  id               bigint  generated always as identity,
  meeting_id       bigint  not null,
  parent_id        bigint  check (parent_id <> id),
  place            integer not null default 0,
  number_as_typed  text    not null default '' check (length(number_as_typed) <= 20),  -- where it does not follow from its place
  kind             text    not null default 'item' check (kind in ('welcome', 'apologies', 'interests', 'minutes', 'matters-arising', 'forward-plan', 'exceptions',
                                                                  'standing', 'item', 'workshop', 'any-other-business', 'next-meeting')),
  title            text    not null check (length(title) between 1 and 300),
  detail           text    not null default '' check (length(detail) <= 4000),
  purpose          text    check (purpose in ('decide', 'discuss', 'note')),
  presenter        text    not null default '' check (length(presenter) <= 300),
  presenter_id     bigint,
  about_group_id   bigint,  -- whose update it is
  minutes          integer check (minutes between 1 and 600),
  is_confidential  boolean not null default false,
  forward_item_id  bigint,
  primary key (partnership_id, id),
  foreign key (partnership_id, meeting_id) references meetings.meeting on delete cascade,
  foreign key (partnership_id, parent_id) references meetings.agenda_item on delete cascade,
  foreign key (partnership_id, presenter_id) references partnership.person,
  foreign key (partnership_id, about_group_id) references partnership."group",
  foreign key (partnership_id, forward_item_id) references meetings.forward_item on delete set null (forward_item_id)
);
create index on meetings.agenda_item (partnership_id, meeting_id, place);
create index on meetings.agenda_item (partnership_id, parent_id);
create index on meetings.agenda_item (partnership_id, presenter_id);
create index on meetings.agenda_item (partnership_id, about_group_id);
create index on meetings.agenda_item (partnership_id, forward_item_id);
select platform.belongs_to_partnership('meetings.agenda_item');
alter table meetings.forward_item add foreign key (partnership_id, source_item_id) references meetings.agenda_item on delete set null (source_item_id);
create index on meetings.forward_item (partnership_id, source_item_id);

-- Who came, who sent apologies and who did neither. Somebody who came for another has whose seat or whose place it was.
create table meetings.attendance (
  partnership_id  bigint  not null,
  id              bigint  generated always as identity,
  meeting_id      bigint  not null,
  person_id       bigint  not null,
  seat_id         bigint,          -- which seat they filled, or which was empty
  how             text    not null check (how in ('present', 'apologies', 'absent', 'in-attendance')),
  for_person_id   bigint  check (for_person_id <> person_id),  -- in whose place
  is_chair        boolean not null default false,
  described_as    text    not null default '' check (length(described_as) <= 300),  -- as the minutes print it: Safer Essex lead
  came_at         time,
  left_at         time,
  has_resigned    boolean not null default false,  -- noted under apologies: the seat ends on that day (rules E9)
  place           integer not null default 0,
  edition         integer not null default 0,
  primary key (partnership_id, id),
  foreign key (partnership_id, meeting_id) references meetings.meeting on delete cascade,
  foreign key (partnership_id, person_id) references partnership.person,
  foreign key (partnership_id, seat_id) references partnership.seat,
  foreign key (partnership_id, for_person_id) references partnership.person,
  unique nulls not distinct (partnership_id, meeting_id, person_id, seat_id)
);
create index on meetings.attendance (partnership_id, person_id);
create index on meetings.attendance (partnership_id, seat_id);
create index on meetings.attendance (partnership_id, for_person_id);
select platform.belongs_to_partnership('meetings.attendance');

-- Minutes as a whole: where they have got to.
create table meetings.minutes (
  partnership_id  bigint      not null,
  meeting_id      bigint      not null,
  state           text        not null default 'draft' check (state in ('draft', 'circulated', 'approved')),
  circulated_at   timestamptz,
  corrections_by  date,        -- until when corrections are asked for
  approved_at     timestamptz,
  approved_in_id  bigint,      -- the meeting that approved them
  primary key (partnership_id, meeting_id),
  foreign key (partnership_id, meeting_id) references meetings.meeting on delete cascade,
  foreign key (partnership_id, approved_in_id) references meetings.meeting,
  check ((state = 'approved') = (approved_at is not null))
);
create index on meetings.minutes (partnership_id, approved_in_id);
select platform.belongs_to_partnership('meetings.minutes');

-- A piece of minutes. `key` is made by whoever writes it, so that one that is sent twice is kept once.
create table meetings.minute (
  partnership_id bigint  not null,
  id             bigint  generated always as identity,
  meeting_id     bigint  not null,
  item_id        bigint  not null,
  place          integer not null default 0,
  kind           text    not null default 'discussion' check (kind in ('heading', 'discussion', 'decision', 'action', 'correction', 'interest')),
  text           text    not null default '' check (length(text) <= 20000),
  is_withheld    boolean not null default false,  -- left out of the public version
  key            uuid    not null default gen_random_uuid(),
  edition        integer not null default 0,      -- counts its changes: who saves an older one is asked
  primary key (partnership_id, id),
  foreign key (partnership_id, meeting_id) references meetings.meeting on delete cascade,
  foreign key (partnership_id, item_id) references meetings.agenda_item on delete cascade,
  unique (partnership_id, key)
);
create index on meetings.minute (partnership_id, meeting_id, item_id, place);
create index on meetings.minute (partnership_id, item_id);
select platform.belongs_to_partnership('meetings.minute');

create table meetings.decision (
  partnership_id bigint  not null,
  id             bigint  generated always as identity,
  meeting_id     bigint  not null,
  item_id        bigint,
  minute_id      bigint,
  number         integer not null check (number > 0),  -- runs over the meeting: PMG/090506/D1
  kind           text    not null default 'agreed' check (kind in ('agreed', 'endorsed', 'refused', 'noted', 'approved-minutes', 'delegated')),
  text           text    not null check (length(text) between 1 and 4000),
  proposer_id    bigint,
  seconder_id    bigint,
  manner         text    not null default 'consensus' check (manner in ('consensus', 'vote')),
  votes_for      integer check (votes_for >= 0),
  votes_against  integer check (votes_against >= 0),
  abstentions    integer check (abstentions >= 0),
  dissent        text    not null default '' check (length(dissent) <= 1000),
  amount_pence   bigint,
  primary key (partnership_id, id),
  foreign key (partnership_id, meeting_id) references meetings.meeting,
  foreign key (partnership_id, item_id) references meetings.agenda_item on delete set null (item_id),
  foreign key (partnership_id, minute_id) references meetings.minute on delete set null (minute_id),
  foreign key (partnership_id, proposer_id) references partnership.person,
  foreign key (partnership_id, seconder_id) references partnership.person,
  unique (partnership_id, meeting_id, number),
  check (manner = 'vote' or num_nonnulls(votes_for, votes_against, abstentions) = 0)
);
create index on meetings.decision (partnership_id, item_id);
create index on meetings.decision (partnership_id, minute_id);
create index on meetings.decision (partnership_id, proposer_id);
create index on meetings.decision (partnership_id, seconder_id);
select platform.belongs_to_partnership('meetings.decision');

create table meetings.decision_indicator (
  partnership_id bigint not null,
  decision_id    bigint not null,
  indicator_id   bigint not null,
  primary key (partnership_id, decision_id, indicator_id),
  foreign key (partnership_id, decision_id) references meetings.decision on delete cascade,
  foreign key (partnership_id, indicator_id) references performance.indicator on delete cascade
);
create index on meetings.decision_indicator (partnership_id, indicator_id);
select platform.belongs_to_partnership('meetings.decision_indicator');

-- Which action a piece of minutes is; and which meeting it is due at, so that its date moves with it.
create table meetings.minute_action (
  partnership_id bigint not null,
  minute_id      bigint not null,
  action_id      bigint not null,
  due_meeting_id bigint,
  primary key (partnership_id, minute_id),
  foreign key (partnership_id, minute_id) references meetings.minute,
  foreign key (partnership_id, action_id) references actions.action,
  foreign key (partnership_id, due_meeting_id) references meetings.meeting,
  unique (partnership_id, action_id)
);
create index on meetings.minute_action (partnership_id, due_meeting_id);
select platform.belongs_to_partnership('meetings.minute_action');

-- "Page 4, Update on current year spend: should read … rather than …". Proposed after circulation or at the meeting that looks at them, and agreed there.
create table meetings.correction (
  partnership_id    bigint  not null,
  id                bigint  generated always as identity,
  of_meeting_id     bigint  not null,   -- whose minutes
  of_minute_id      bigint,             -- which piece, where that is known
  place_in_words    text    not null default '' check (length(place_in_words) <= 300),
  was               text    not null default '' check (length(was) <= 4000),
  should_read       text    not null default '' check (length(should_read) <= 4000),
  proposed_by_id    bigint,             -- a person
  state             text    not null default 'proposed' check (state in ('proposed', 'agreed', 'refused')),
  agreed_in_id      bigint,             -- the meeting that agreed or refused it
  minute_id         bigint,             -- the piece of that meeting's minutes that says so
  place             integer not null default 0,
  primary key (partnership_id, id),
  foreign key (partnership_id, of_meeting_id) references meetings.meeting on delete cascade,
  foreign key (partnership_id, of_minute_id) references meetings.minute on delete set null (of_minute_id),
  foreign key (partnership_id, proposed_by_id) references partnership.person,
  foreign key (partnership_id, agreed_in_id) references meetings.meeting,
  foreign key (partnership_id, minute_id) references meetings.minute on delete set null (minute_id),
  check (was <> '' or should_read <> '')
);
create index on meetings.correction (partnership_id, of_meeting_id);
create index on meetings.correction (partnership_id, of_minute_id);
create index on meetings.correction (partnership_id, proposed_by_id);
create index on meetings.correction (partnership_id, agreed_in_id);
create index on meetings.correction (partnership_id, minute_id);
select platform.belongs_to_partnership('meetings.correction');

create table meetings.interest (
  partnership_id bigint  not null,
  id             bigint  generated always as identity,
  meeting_id     bigint  not null,
  item_id        bigint,
  minute_id      bigint,
  person_id      bigint  not null,
  text           text    not null check (length(text) between 1 and 1000),
  left_the_room  boolean not null default false,
  primary key (partnership_id, id),
  foreign key (partnership_id, meeting_id) references meetings.meeting on delete cascade,
  foreign key (partnership_id, item_id) references meetings.agenda_item on delete cascade,
  foreign key (partnership_id, minute_id) references meetings.minute on delete set null (minute_id),
  foreign key (partnership_id, person_id) references partnership.person
);
create index on meetings.interest (partnership_id, meeting_id);
create index on meetings.interest (partnership_id, item_id);
create index on meetings.interest (partnership_id, minute_id);
create index on meetings.interest (partnership_id, person_id);
select platform.belongs_to_partnership('meetings.interest');

-- Approved minutes cannot be changed any more by any visit. A merging of two people, a removal of a whole partnership and a restored backup are none.
create function meetings.refuse_change_of_approved() returns trigger
  language plpgsql as $$
declare
  of_meeting bigint := case when tg_op = 'DELETE' then old.meeting_id else new.meeting_id end;
  of_partnership bigint := case when tg_op = 'DELETE' then old.partnership_id else new.partnership_id end;
begin
  if current_user <> 'goldthread_visit' then return case when tg_op = 'DELETE' then old else new end; end if;
  if exists (select from meetings.minutes where partnership_id = of_partnership and meeting_id = of_meeting and state = 'approved')
     or (tg_op = 'UPDATE' and exists (select from meetings.minutes where partnership_id = old.partnership_id and meeting_id = old.meeting_id and state = 'approved')) then
    raise exception 'The minutes of meeting % are approved and cannot be changed', of_meeting using errcode = 'check_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger refuse_change_of_approved before insert or update or delete on meetings.minute for each row execute function meetings.refuse_change_of_approved();
create trigger refuse_change_of_approved before insert or update or delete on meetings.decision for each row execute function meetings.refuse_change_of_approved();
create trigger refuse_change_of_approved before insert or update or delete on meetings.attendance for each row execute function meetings.refuse_change_of_approved();
create trigger refuse_change_of_approved before insert or update or delete on meetings.interest for each row execute function meetings.refuse_change_of_approved();
create trigger refuse_change_of_approved before insert or update or delete on meetings.agenda_item for each row execute function meetings.refuse_change_of_approved();

-- For other modules and the search.
create view meetings.shared_meeting with (security_invoker = true) as
  select partnership_id, id, group_id, title, on_day, day_known, starts_at, ends_at, state from meetings.meeting;
grant select on meetings.shared_meeting to goldthread_visit;
