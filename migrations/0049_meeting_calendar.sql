-- Meetings that move, calendars that read them, and who was sent an invitation to which state of them.

-- How often a meeting was moved, and why.
create table meetings.move (
  partnership_id bigint not null,
  id             bigint generated always as identity,
  meeting_id     bigint not null,
  was            date   not null,
  becomes        date   not null,
  reason         text   not null default '' check (length(reason) <= 500),
  on_day         date   not null,
  primary key (partnership_id, id),
  foreign key (partnership_id, meeting_id) references meetings.meeting on delete cascade
);
create index on meetings.move (partnership_id, meeting_id);
select platform.belongs_to_partnership('meetings.move');

-- The secret address of a calendar of meetings: a group's, or a person's over all groups. Only its digest is kept.
create table meetings.feed (
  partnership_id bigint      not null,
  id             bigint      generated always as identity,
  group_id       bigint,
  person_id      bigint,
  digest         bytea       not null,
  made_at        timestamptz not null default now(),
  primary key (partnership_id, id),
  foreign key (partnership_id, group_id) references partnership."group" on delete cascade,
  foreign key (partnership_id, person_id) references partnership.person on delete cascade,
  check (num_nonnulls(group_id, person_id) = 1),
  unique (partnership_id, group_id),
  unique (partnership_id, person_id)
);
create unique index feed_of_a_digest on meetings.feed (digest);
select platform.belongs_to_partnership('meetings.feed');

-- To which partnership an address leads: asked before there is a visit. Whoever has no secret finds nothing.
create function meetings.feed_at(of_digest bytea) returns table (partnership_id bigint, slug text, name text)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  begin atomic
    select partnership.id, partnership.slug, partnership.name
      from meetings.feed
      join platform.partnership on partnership.id = feed.partnership_id
     where feed.digest = of_digest;
  end;
revoke all on function meetings.feed_at from public;
grant execute on function meetings.feed_at to goldthread_platform;

-- What each was told last of a meeting: nobody is told the same twice, and who was invited is told when it is cancelled.
create table meetings.invitation (
  partnership_id bigint      not null,
  meeting_id     bigint      not null,
  person_id      bigint      not null,
  sequence       integer     not null,
  is_cancelled   boolean     not null default false,
  sent_at        timestamptz not null default now(),
  primary key (partnership_id, meeting_id, person_id),
  foreign key (partnership_id, meeting_id) references meetings.meeting on delete cascade,
  foreign key (partnership_id, person_id) references partnership.person on delete cascade
);
create index on meetings.invitation (partnership_id, person_id);
select platform.belongs_to_partnership('meetings.invitation');

-- From when to when a group is there: a meeting outside of that is told of.
create or replace view partnership.shared_group with (security_invoker = true) as
  select partnership_id, id, name, short_name, begins_on, ends_on from partnership."group";
