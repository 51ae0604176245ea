-- What is written to the chair of a group that had nobody at the table at two meetings of another running (rules E9), as it was changed by hand, and on which day
-- somebody sent it: so that nobody writes twice for the same meetings.
create table meetings.representation_letter (
  partnership_id  bigint not null,
  id              bigint generated always as identity,
  group_id        bigint not null,                 -- whose meetings
  about_group_id  bigint not null check (about_group_id <> group_id),  -- who was not there
  last_meeting_id bigint not null,                 -- the later of the two
  text            text   not null check (length(text) between 1 and 10000),
  sent_on         date,
  sent_by_name    text   not null default '' check (length(sent_by_name) <= 200),
  primary key (partnership_id, id),
  foreign key (partnership_id, group_id) references partnership."group" on delete cascade,
  foreign key (partnership_id, about_group_id) references partnership."group" on delete cascade,
  foreign key (partnership_id, last_meeting_id) references meetings.meeting on delete cascade,
  unique (partnership_id, group_id, about_group_id, last_meeting_id),
  check ((sent_on is null) = (sent_by_name = ''))
);
create index on meetings.representation_letter (partnership_id, about_group_id);
create index on meetings.representation_letter (partnership_id, last_meeting_id);
select platform.belongs_to_partnership('meetings.representation_letter');
