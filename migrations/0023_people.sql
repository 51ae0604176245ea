-- Who is around the table: people and their posts, groups and how they report, seats, who sits on them and who stands in.
--
-- Days are the first and the last one on which something holds; none means for as long as anybody knows. Nothing is taken away when somebody leaves or a
-- group is wound up: it gets a last day, so that it can be asked who sat where on any day.

create function partnership.holds_on(begins_on date, ends_on date, today date) returns boolean
  language sql immutable parallel safe
  return coalesce(begins_on <= today, true) and coalesce(today <= ends_on, true);
grant execute on function partnership.holds_on to goldthread_visit, goldthread_platform;
grant usage on schema partnership to goldthread_platform;

alter table partnership.organisation
  add column sector text check (sector in ('local-authority', 'health', 'police', 'fire', 'probation', 'education', 'housing', 'business', 'voluntary',
                                           'parish', 'government-office', 'regulator', 'other')),
  add column identifier text check (identifier ~ '^[A-Z0-9]+(-[A-Z0-9]+)+$' and length(identifier) <= 100),  -- org-id.guide: GB-COH-01234567
  add column begins_on date,
  add column ends_on date check (ends_on >= begins_on);
create unique index one_organisation_of_an_identifier on partnership.organisation (partnership_id, identifier);

-- A body that took over from another: reorganised councils, merged trusts, a charity under another name.
create table partnership.succession (
  partnership_id bigint not null,
  id             bigint generated always as identity,
  predecessor_id bigint not null,
  successor_id   bigint not null check (successor_id <> predecessor_id),
  on_day         date   not null,  -- the first day of the successor
  kind           text   not null check (kind in ('renamed', 'merged', 'split', 'replaced')),
  primary key (partnership_id, id),
  foreign key (partnership_id, predecessor_id) references partnership.organisation,
  foreign key (partnership_id, successor_id) references partnership.organisation,
  unique (partnership_id, predecessor_id, successor_id)
);
create index on partnership.succession (partnership_id, successor_id);
select platform.belongs_to_partnership('partnership.succession');

-- Somebody at the table, whether or not they ever sign in. Two of one name are two people until somebody says that they are one.
create table partnership.person (
  partnership_id bigint  not null,
  id             bigint  generated always as identity,
  name           text    not null check (length(name) between 1 and 200),
  email          text    check (email = lower(email) and position('@' in email) > 1 and length(email) <= 254),
  telephone      text    not null default '' check (length(telephone) <= 60),
  note           text    not null default '' check (length(note) <= 2000),
  account_id     bigint,
  primary key (partnership_id, id),
  foreign key (partnership_id, account_id) references platform.membership on delete set null (account_id),
  unique (partnership_id, account_id)
);
create index on partnership.person (partnership_id, email);
create index on partnership.person (partnership_id, lower(name));
select platform.belongs_to_partnership('partnership.person');

-- What somebody is at an organisation, from when to when.
create table partnership.post (
  partnership_id  bigint not null,
  id              bigint generated always as identity,
  person_id       bigint not null,
  organisation_id bigint not null,
  title           text   not null default '' check (length(title) <= 200),
  begins_on       date,
  ends_on         date   check (ends_on >= begins_on),
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references partnership.person,
  foreign key (partnership_id, organisation_id) references partnership.organisation
);
create index on partnership.post (partnership_id, person_id);
create index on partnership.post (partnership_id, organisation_id);
select platform.belongs_to_partnership('partnership.post');

-- Somebody is away: while that lasts their deputies act.
create table partnership.absence (
  partnership_id bigint not null,
  id             bigint generated always as identity,
  person_id      bigint not null,
  begins_on      date   not null,
  ends_on        date   check (ends_on >= begins_on),
  reason         text   not null default '' check (length(reason) <= 200),
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references partnership.person
);
create index on partnership.absence (partnership_id, person_id);
select platform.belongs_to_partnership('partnership.absence');

create table partnership."group" (
  partnership_id     bigint  not null,
  id                 bigint  generated always as identity,
  name               text    not null check (length(name) between 1 and 200),
  short_name         text    not null check (short_name ~ '^[A-Z0-9][A-Z0-9-]{0,19}$'),  -- PMG: begins the references of its actions (rules E11)
  layer              text    not null check (layer in ('strategic', 'executive', 'operational')),
  kind               text    not null check (kind in ('board', 'executive', 'management-group', 'thematic-partnership', 'working-group', 'task-and-finish')),
  parent_id          bigint  check (parent_id <> id),  -- the group that it reports to first of all
  terms_of_reference text    not null default '' check (length(terms_of_reference) <= 20000),
  quorum             integer check (quorum between 1 and 200),  -- seats represented (rules E9), besides what is asked of each sector
  deputies_act       text    not null default 'when-away' check (deputies_act in ('when-away', 'always')),
  begins_on          date,
  ends_on            date    check (ends_on >= begins_on),
  primary key (partnership_id, id),
  foreign key (partnership_id, parent_id) references partnership."group",
  check (kind <> 'task-and-finish' or ends_on is not null)
);
create unique index one_group_of_a_name on partnership."group" (partnership_id, lower(name));
create unique index one_group_of_a_short_name on partnership."group" (partnership_id, short_name);
create index on partnership."group" (partnership_id, parent_id);
select platform.belongs_to_partnership('partnership."group"');

create table partnership.quorum_sector (
  partnership_id bigint  not null,
  group_id       bigint  not null,
  sector         text    not null,
  number         integer not null check (number between 1 and 200),
  primary key (partnership_id, group_id, sector),
  foreign key (partnership_id, group_id) references partnership."group" on delete cascade
);
select platform.belongs_to_partnership('partnership.quorum_sector');

-- A body outside the partnership that a group reports to or works with: a county board, a government office, a regional assembly.
create table partnership.outside_body (
  partnership_id bigint not null,
  id             bigint generated always as identity,
  name           text   not null check (length(name) between 1 and 200),
  reach          text   not null check (reach in ('national', 'regional', 'county', 'district', 'neighbouring')),
  primary key (partnership_id, id)
);
create unique index one_outside_body_of_a_name on partnership.outside_body (partnership_id, lower(name));
select platform.belongs_to_partnership('partnership.outside_body');

-- Besides its parent: further lines of reporting, groups that work together, and the counterpart of a group in the county or a district.
create table partnership.group_link (
  partnership_id bigint not null,
  id             bigint generated always as identity,
  group_id       bigint not null,
  kind           text   not null check (kind in ('reports-to', 'works-with', 'counterpart')),
  to_group_id    bigint check (to_group_id <> group_id),
  to_body_id     bigint,
  primary key (partnership_id, id),
  foreign key (partnership_id, group_id) references partnership."group" on delete cascade,
  foreign key (partnership_id, to_group_id) references partnership."group" on delete cascade,
  foreign key (partnership_id, to_body_id) references partnership.outside_body,
  check ((to_group_id is null) <> (to_body_id is null)),
  unique nulls not distinct (partnership_id, group_id, kind, to_group_id, to_body_id)
);
create index on partnership.group_link (partnership_id, to_group_id);
create index on partnership.group_link (partnership_id, to_body_id);
select platform.belongs_to_partnership('partnership.group_link');

-- A place on a group, which stays when whoever sits on it goes. A vacancy is a seat on which nobody sits.
create table partnership.seat (
  partnership_id  bigint  not null,
  id              bigint  generated always as identity,
  group_id        bigint  not null,
  role            text    not null check (role in ('chair', 'vice-chair', 'lead', 'member', 'adviser', 'secretariat', 'observer')),
  title           text    not null default '' check (length(title) <= 200),  -- Children and young people; Director of Public Health
  organisation_id bigint,                                                    -- for whom; none for somebody who is there in their own right
  place           integer not null default 0,
  begins_on       date,
  ends_on         date    check (ends_on >= begins_on),
  primary key (partnership_id, id),
  foreign key (partnership_id, group_id) references partnership."group",
  foreign key (partnership_id, organisation_id) references partnership.organisation
);
create index on partnership.seat (partnership_id, group_id);
create index on partnership.seat (partnership_id, organisation_id);
select platform.belongs_to_partnership('partnership.seat');

-- Who sits on a seat, from when to when. Interim cover stands beside the holder, who comes back: "covering maternity leave until 3 May 2027".
create table partnership.tenure (
  partnership_id bigint  not null,
  id             bigint  generated always as identity,
  seat_id        bigint  not null,
  person_id      bigint  not null,
  is_interim     boolean not null default false,
  reason         text    not null default '' check (length(reason) <= 200),  -- of the cover
  begins_on      date,
  ends_on        date    check (ends_on >= begins_on),
  ended_by       text    check (ended_by in ('resigned', 'replaced', 'left', 'term-ended')),
  primary key (partnership_id, id),
  foreign key (partnership_id, seat_id) references partnership.seat,
  foreign key (partnership_id, person_id) references partnership.person,
  check (ended_by is null or ends_on is not null),
  -- One holder at a time, and one at a time who covers. A number is written as a range, since only ranges are compared so without an extension.
  constraint one_at_a_time exclude using gist (int8range(partnership_id, partnership_id, '[]') with &&, int8range(seat_id, seat_id, '[]') with &&,
    int4range(is_interim::int, is_interim::int, '[]') with &&, daterange(begins_on, ends_on, '[]') with &&)
);
create index on partnership.tenure (partnership_id, seat_id);
create index on partnership.tenure (partnership_id, person_id);
select platform.belongs_to_partnership('partnership.tenure');

-- Who stands in on a seat, in order.
create table partnership.deputy (
  partnership_id bigint  not null,
  id             bigint  generated always as identity,
  seat_id        bigint  not null,
  person_id      bigint  not null,
  place          integer not null default 1 check (place between 1 and 20),
  begins_on      date,
  ends_on        date    check (ends_on >= begins_on),
  primary key (partnership_id, id),
  foreign key (partnership_id, seat_id) references partnership.seat,
  foreign key (partnership_id, person_id) references partnership.person
);
create index on partnership.deputy (partnership_id, seat_id);
create index on partnership.deputy (partnership_id, person_id);
select platform.belongs_to_partnership('partnership.deputy');

-- Whoever belongs to a partnership is one of its people.
insert into partnership.person (partnership_id, name, email, account_id)
select membership.partnership_id, account.name, account.email, account.id
  from platform.membership
  join platform.account on account.id = membership.account_id
 order by membership.partnership_id, account.id;

create function partnership.is_away(partnership bigint, person bigint, today date) returns boolean
  language sql stable
  begin atomic
    select exists (select from partnership.absence
                    where absence.partnership_id = partnership and absence.person_id = person
                      and partnership.holds_on(absence.begins_on, absence.ends_on, today));
  end;
revoke all on function partnership.is_away from public;
grant execute on function partnership.is_away to goldthread_visit;

-- What an account is in a partnership by where its person sits on a day: asked by the platform with whose session it is.
-- A deputy acts always or while nobody who sits there is to be had, as the group says; of several, the first who is not away.
create function partnership.capacity_of(partnership bigint, account bigint, today date) returns jsonb
  language sql stable security definer set search_path = pg_catalog, pg_temp
  begin atomic
    select jsonb_build_object(
      'personId', person.id,
      'organisationIds', coalesce((
        select jsonb_agg(distinct post.organisation_id)
          from partnership.post
         where post.partnership_id = person.partnership_id and post.person_id = person.id
           and partnership.holds_on(post.begins_on, post.ends_on, today)), '[]'),
      'seats', coalesce((
        select jsonb_agg(jsonb_build_object('seatId', seat.id, 'groupId', seat.group_id, 'role', seat.role, 'as', held.as) order by seat.id, held.as)
          from (select tenure.seat_id, case when tenure.is_interim then 'interim' else 'holder' end as as
                  from partnership.tenure
                 where tenure.partnership_id = person.partnership_id and tenure.person_id = person.id
                   and partnership.holds_on(tenure.begins_on, tenure.ends_on, today)
                 union
                select deputy.seat_id, 'deputy'
                  from partnership.deputy
                  join partnership.seat on seat.partnership_id = deputy.partnership_id and seat.id = deputy.seat_id
                  join partnership."group" on "group".partnership_id = seat.partnership_id and "group".id = seat.group_id
                 where deputy.partnership_id = person.partnership_id and deputy.person_id = person.id
                   and partnership.holds_on(deputy.begins_on, deputy.ends_on, today)
                   and ("group".deputies_act = 'always'
                        or not exists (
                             select from partnership.tenure
                              where tenure.partnership_id = seat.partnership_id and tenure.seat_id = seat.id
                                and partnership.holds_on(tenure.begins_on, tenure.ends_on, today)
                                and not partnership.is_away(tenure.partnership_id, tenure.person_id, today))
                           and not exists (
                             select from partnership.deputy as earlier
                              where earlier.partnership_id = deputy.partnership_id and earlier.seat_id = deputy.seat_id
                                and (earlier.place, earlier.id) < (deputy.place, deputy.id)
                                and partnership.holds_on(earlier.begins_on, earlier.ends_on, today)
                                and not partnership.is_away(earlier.partnership_id, earlier.person_id, today)))
               ) as held
          join partnership.seat on seat.partnership_id = person.partnership_id and seat.id = held.seat_id
          join partnership."group" on "group".partnership_id = seat.partnership_id and "group".id = seat.group_id
         where partnership.holds_on(seat.begins_on, seat.ends_on, today)
           and partnership.holds_on("group".begins_on, "group".ends_on, today)), '[]'))
      from partnership.person
     where person.partnership_id = partnership and person.account_id = account;
  end;
revoke all on function partnership.capacity_of from public;
grant execute on function partnership.capacity_of to goldthread_platform;
