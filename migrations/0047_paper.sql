-- Papers that are brought to meetings, in versions, each a file or a link; what they say on a cover sheet; and what went to the members when.
--
-- A paper belongs to an item of an agenda, or to an item of the forward plan until there is an agenda, and goes where that goes. It is late when it came
-- after the day that counted when it came.
create table meetings.paper (
  partnership_id     bigint  not null,
  id                 bigint  generated always as identity,
  group_id           bigint  not null,
  meeting_id         bigint,               -- where its item is taken off the agenda, or it has none
  item_id            bigint,
  forward_item_id    bigint,
  place              integer not null default 0,
  title              text    not null check (length(title) between 1 and 300),
  person_id          bigint,               -- who brings it
  due_on             date,                 -- where another day was agreed than the group's practice says
  asked_on           date,
  reminded_on        date,
  is_confidential    boolean not null default false,
  withdrawn_on       date,
  withdrawn_because  text    not null default '' check (length(withdrawn_because) <= 500),
  primary key (partnership_id, id),
  foreign key (partnership_id, group_id) references partnership."group",
  foreign key (partnership_id, meeting_id) references meetings.meeting on delete cascade,
  foreign key (partnership_id, item_id) references meetings.agenda_item on delete set null (item_id),
  foreign key (partnership_id, forward_item_id) references meetings.forward_item on delete set null (forward_item_id),
  foreign key (partnership_id, person_id) references partnership.person
);
create index on meetings.paper (partnership_id, group_id);
create index on meetings.paper (partnership_id, meeting_id);
create index on meetings.paper (partnership_id, item_id);
create index on meetings.paper (partnership_id, forward_item_id);
create index on meetings.paper (partnership_id, person_id);
select platform.belongs_to_partnership('meetings.paper');

create table meetings.paper_version (
  partnership_id bigint  not null,
  id             bigint  generated always as identity,
  paper_id       bigint  not null,
  number         integer not null check (number > 0),
  file_id        bigint,
  link           text    not null default '' check (length(link) <= 1000),
  note           text    not null default '' check (length(note) <= 500),
  on_day         date    not null,
  due_on         date,                     -- by when the paper was due when this came
  made_by_name   text    not null,
  primary key (partnership_id, id),
  foreign key (partnership_id, paper_id) references meetings.paper on delete cascade,
  foreign key (partnership_id, file_id) references platform.stored_file,
  unique (partnership_id, paper_id, number),
  check ((file_id is null) = (link <> ''))
);
create index on meetings.paper_version (partnership_id, file_id);
select platform.belongs_to_partnership('meetings.paper_version');

create table meetings.cover_sheet (
  partnership_id bigint not null,
  paper_id       bigint not null,
  author         text   not null check (length(author) between 1 and 300),
  purpose        text   not null check (purpose in ('decide', 'discuss', 'note')),
  recommendation text   not null check (length(recommendation) between 1 and 4000),
  summary        text   not null default '' check (length(summary) <= 8000),
  finance        text   not null default '' check (length(finance) <= 4000),
  risk           text   not null default '' check (length(risk) <= 4000),
  equality       text   not null default '' check (length(equality) <= 4000),
  primary key (partnership_id, paper_id),
  foreign key (partnership_id, paper_id) references meetings.paper on delete cascade
);
select platform.belongs_to_partnership('meetings.cover_sheet');

-- That notice, agenda and papers went to the members. What they were told is kept, so that the next time says what is new.
create table meetings.publication (
  partnership_id bigint      not null,
  id             bigint      generated always as identity,
  meeting_id     bigint      not null,
  number         integer     not null check (number > 0),
  message        text        not null default '' check (length(message) <= 4000),
  contents       jsonb       not null,     -- when and where, items and versions of papers
  made_at        timestamptz not null,
  made_by_name   text        not null,
  primary key (partnership_id, id),
  foreign key (partnership_id, meeting_id) references meetings.meeting on delete cascade,
  unique (partnership_id, meeting_id, number)
);
select platform.belongs_to_partnership('meetings.publication');

create table meetings.publication_recipient (
  partnership_id bigint  not null,
  publication_id bigint  not null,
  person_id      bigint  not null,
  sees           text    not null check (sees in ('all', 'open')),
  primary key (partnership_id, publication_id, person_id),
  foreign key (partnership_id, publication_id) references meetings.publication on delete cascade,
  foreign key (partnership_id, person_id) references partnership.person
);
create index on meetings.publication_recipient (partnership_id, person_id);
select platform.belongs_to_partnership('meetings.publication_recipient');
