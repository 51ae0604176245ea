-- What the base of attendance did not have: a heading of its own in the list (Executive members), who is announced to come in somebody's place, and whose time
-- on a seat a resignation ended, with what its last day was before, so that it can be taken back.
alter table meetings.attendance
  add column heading         text not null default '' check (length(heading) <= 100),
  add column sends_person_id bigint check (sends_person_id <> person_id),
  add column ended_tenure_id bigint,
  add column tenure_ended_on date,
  add check (sends_person_id is null or how = 'apologies'),
  add check (not has_resigned or how = 'apologies'),
  add check (ended_tenure_id is null or has_resigned),
  add foreign key (partnership_id, sends_person_id) references partnership.person,
  add foreign key (partnership_id, ended_tenure_id) references partnership.tenure on delete set null (ended_tenure_id);
create index on meetings.attendance (partnership_id, sends_person_id);
create index on meetings.attendance (partnership_id, ended_tenure_id);
