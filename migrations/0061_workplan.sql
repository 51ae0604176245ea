-- The workplan sheet of a group for a meeting: under each heading what is there, unless its lead has written it anew; once the meeting was held, as it stood then.
create table delivery.workplan (
  partnership_id bigint not null,
  id             bigint generated always as identity,
  meeting_id     bigint not null,
  group_id       bigint not null,
  kept_on        date,                                                     -- since when it stands as it is
  primary key (partnership_id, id),
  foreign key (partnership_id, meeting_id) references meetings.meeting on delete cascade,
  foreign key (partnership_id, group_id) references partnership."group",
  unique (partnership_id, meeting_id, group_id)
);
create index on delivery.workplan (partnership_id, group_id);
select platform.belongs_to_partnership('delivery.workplan');

-- A line of the text is a line of the sheet. A heading without a row is filled from what is there.
create table delivery.workplan_text (
  partnership_id bigint not null,
  id             bigint generated always as identity,
  workplan_id    bigint not null,
  heading        text   not null check (heading in ('updates', 'achievements', 'barriers', 'cross-cutting', 'assurance', 'resources', 'hotspots', 'milestones')),
  text           text   not null check (length(text) <= 20000),
  primary key (partnership_id, id),
  foreign key (partnership_id, workplan_id) references delivery.workplan on delete cascade,
  unique (partnership_id, workplan_id, heading)
);
select platform.belongs_to_partnership('delivery.workplan_text');
