-- Workshops: many people's points, collected at once, grouped under headings, counted and ranked by votes.
create table meetings.workshop (
  partnership_id bigint  not null,
  id             bigint  generated always as identity,
  group_id       bigint  not null,
  meeting_id     bigint,
  item_id        bigint,
  title          text    not null check (length(title) between 1 and 200),
  prompt         text    not null default '' check (length(prompt) <= 2000),  -- what is asked of everybody
  state          text    not null default 'collecting' check (state in ('collecting', 'grouping', 'voting', 'closed')),
  votes_each     integer not null default 5 check (votes_each between 1 and 50),
  begun_on       date    not null,
  minute_id      bigint,             -- the piece of minutes that sums it up
  primary key (partnership_id, id),
  foreign key (partnership_id, group_id) references partnership."group",
  foreign key (partnership_id, meeting_id) references meetings.meeting on delete set null (meeting_id),
  foreign key (partnership_id, item_id) references meetings.agenda_item on delete set null (item_id),
  foreign key (partnership_id, minute_id) references meetings.minute on delete set null (minute_id)
);
create index on meetings.workshop (partnership_id, group_id, begun_on);
create index on meetings.workshop (partnership_id, meeting_id);
create index on meetings.workshop (partnership_id, item_id);
create index on meetings.workshop (partnership_id, minute_id);
select platform.belongs_to_partnership('meetings.workshop');

create table meetings.workshop_heading (
  partnership_id bigint  not null,
  id             bigint  generated always as identity,
  workshop_id    bigint  not null,
  place          integer not null default 0,
  title          text    not null check (length(title) between 1 and 200),
  implication    text    not null default '' check (length(implication) <= 4000),  -- what follows from what is under it
  primary key (partnership_id, id),
  foreign key (partnership_id, workshop_id) references meetings.workshop on delete cascade
);
create index on meetings.workshop_heading (partnership_id, workshop_id, place);
select platform.belongs_to_partnership('meetings.workshop_heading');

-- A point as somebody made it. One that was merged into another stays, and counts there.
create table meetings.workshop_point (
  partnership_id  bigint not null,
  id              bigint generated always as identity,
  workshop_id     bigint not null,
  heading_id      bigint,
  merged_into_id  bigint check (merged_into_id <> id),
  text            text   not null check (length(text) between 1 and 1000),
  by_person_id    bigint,
  action_id       bigint,   -- what became of it
  forward_item_id bigint,
  primary key (partnership_id, id),
  foreign key (partnership_id, workshop_id) references meetings.workshop on delete cascade,
  foreign key (partnership_id, heading_id) references meetings.workshop_heading on delete set null (heading_id),
  foreign key (partnership_id, merged_into_id) references meetings.workshop_point on delete set null (merged_into_id),
  foreign key (partnership_id, by_person_id) references partnership.person,
  foreign key (partnership_id, action_id) references actions.action on delete set null (action_id),
  foreign key (partnership_id, forward_item_id) references meetings.forward_item on delete set null (forward_item_id)
);
create index on meetings.workshop_point (partnership_id, workshop_id);
create index on meetings.workshop_point (partnership_id, heading_id);
create index on meetings.workshop_point (partnership_id, merged_into_id);
create index on meetings.workshop_point (partnership_id, by_person_id);
create index on meetings.workshop_point (partnership_id, action_id);
create index on meetings.workshop_point (partnership_id, forward_item_id);
select platform.belongs_to_partnership('meetings.workshop_point');

-- Votes are counted and shown to nobody with a name; so no history is kept of them either.
create table meetings.workshop_vote (
  partnership_id bigint  not null,
  point_id       bigint  not null,
  person_id      bigint  not null,
  votes          integer not null check (votes between 1 and 50),
  primary key (partnership_id, point_id, person_id),
  foreign key (partnership_id, point_id) references meetings.workshop_point on delete cascade,
  foreign key (partnership_id, person_id) references partnership.person
);
create index on meetings.workshop_vote (partnership_id, person_id);
select platform.belongs_to_partnership('meetings.workshop_vote', keeps_history => false);
