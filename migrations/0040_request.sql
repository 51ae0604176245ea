-- Requests: something is asked of several people by a date, and their answers stand side by side.
--
-- Whatever is asked is a form made of questions. A sign-off and a call for nominations are questions of their own kind, so that one can ask for comments beside them.
-- Whoever sits on a seat when the request is sent is asked for it; whoever sits or acts there afterwards may answer for it too.
create table meetings.request (
  partnership_id bigint  not null,
  id             bigint  generated always as identity,
  group_id       bigint  not null,   -- who asks
  title          text    not null check (length(title) between 1 and 200),
  why            text    not null default '' check (length(why) <= 4000),
  due_on         date    not null,
  seen_by        text    not null default 'keepers' check (seen_by in ('keepers', 'asked')),  -- who besides the keepers sees everybody's answers
  meeting_id     bigint,             -- what it comes from
  item_id        bigint,
  action_id      bigint,
  state          text    not null default 'draft' check (state in ('draft', 'sent', 'closed')),
  sent_on        date,
  closed_on      date,
  primary key (partnership_id, id),
  foreign key (partnership_id, group_id) references partnership."group",
  foreign key (partnership_id, meeting_id) references meetings.meeting on delete set null (meeting_id),
  foreign key (partnership_id, item_id) references meetings.agenda_item on delete set null (item_id),
  foreign key (partnership_id, action_id) references actions.action on delete set null (action_id),
  check ((state = 'draft') = (sent_on is null)),
  check ((state = 'closed') = (closed_on is not null))
);
create index on meetings.request (partnership_id, group_id, due_on);
create index on meetings.request (partnership_id, meeting_id);
create index on meetings.request (partnership_id, item_id);
create index on meetings.request (partnership_id, action_id);
select platform.belongs_to_partnership('meetings.request');

-- Each time it was given another date.
create table meetings.request_extension (
  partnership_id bigint not null,
  id             bigint generated always as identity,
  request_id     bigint not null,
  was_due_on     date   not null,
  due_on         date   not null check (due_on > was_due_on),
  reason         text   not null check (length(reason) between 1 and 1000),
  extended_on    date   not null,
  primary key (partnership_id, id),
  foreign key (partnership_id, request_id) references meetings.request on delete cascade
);
create index on meetings.request_extension (partnership_id, request_id);
select platform.belongs_to_partnership('meetings.request_extension');

create table meetings.question (
  partnership_id bigint  not null,
  id             bigint  generated always as identity,
  request_id     bigint  not null,
  place          integer not null default 0,
  kind           text    not null check (kind in ('short', 'long', 'yes-no', 'one', 'several', 'number', 'date', 'sign-off', 'names', 'file')),
  text           text    not null check (length(text) between 1 and 500),
  hint           text    not null default '' check (length(hint) <= 1000),
  choices        text[]  not null default '{}',
  is_required    boolean not null default true,
  primary key (partnership_id, id),
  foreign key (partnership_id, request_id) references meetings.request on delete cascade,
  check ((kind in ('one', 'several')) = (cardinality(choices) > 0))
);
create index on meetings.question (partnership_id, request_id, place);
select platform.belongs_to_partnership('meetings.question');

-- Who is asked: a person, or a seat, with the person who sat there when it was sent (none where it was vacant).
create table meetings.asked (
  partnership_id bigint  not null,
  id             bigint  generated always as identity,
  request_id     bigint  not null,
  person_id      bigint,
  seat_id        bigint,
  place          integer not null default 0,
  asked_on       date,
  primary key (partnership_id, id),
  foreign key (partnership_id, request_id) references meetings.request on delete cascade,
  foreign key (partnership_id, person_id) references partnership.person,
  foreign key (partnership_id, seat_id) references partnership.seat on delete cascade,
  check (person_id is not null or seat_id is not null)
);
create index on meetings.asked (partnership_id, request_id, place);
create index on meetings.asked (partnership_id, person_id);
create index on meetings.asked (partnership_id, seat_id);
select platform.belongs_to_partnership('meetings.asked');

-- That somebody was reminded, and why then: each once but for what a keeper sends by hand.
create table meetings.reminder (
  partnership_id bigint  not null,
  id             bigint  generated always as identity,
  asked_id       bigint  not null,
  kind           text    not null check (kind in ('before', 'after', 'by-hand')),
  due_on         date    not null,   -- of which date it reminds: after an extension it is another
  reminded_on    date    not null,
  primary key (partnership_id, id),
  foreign key (partnership_id, asked_id) references meetings.asked on delete cascade
);
create index on meetings.reminder (partnership_id, asked_id);
create unique index reminded_once on meetings.reminder (partnership_id, asked_id, kind, due_on) where kind <> 'by-hand';
select platform.belongs_to_partnership('meetings.reminder');

create table meetings.answer (
  partnership_id bigint  not null,
  asked_id       bigint  not null,
  state          text    not null check (state in ('draft', 'sent')),
  sent_on        date,               -- the first time: that is what makes it late
  changed_on     date,               -- the last time, where it was sent again
  by_person_id   bigint,             -- who answered, where that is known
  entered_by     text    not null default '' check (length(entered_by) <= 200),  -- the keeper who entered what was said to them
  primary key (partnership_id, asked_id),
  foreign key (partnership_id, asked_id) references meetings.asked on delete cascade,
  foreign key (partnership_id, by_person_id) references partnership.person,
  check ((state = 'sent') = (sent_on is not null))
);
create index on meetings.answer (partnership_id, by_person_id);
select platform.belongs_to_partnership('meetings.answer');

-- What was said to one question: a text, a number or a day as one value, choices and names as several, a sign-off as agree, or disagree and the reason.
create table meetings.answer_part (
  partnership_id bigint not null,
  asked_id       bigint not null,
  question_id    bigint not null,
  said           text[] not null,
  primary key (partnership_id, asked_id, question_id),
  foreign key (partnership_id, asked_id) references meetings.answer on delete cascade,
  foreign key (partnership_id, question_id) references meetings.question on delete cascade
);
create index on meetings.answer_part (partnership_id, question_id);
select platform.belongs_to_partnership('meetings.answer_part');
