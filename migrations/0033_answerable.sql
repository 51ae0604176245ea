-- Who answers for an indicator besides organisations: a group, a seat, a person, as lead or as contributor. The lead organisation stays a column of the
-- indicator and contributing organisations stay where they are: files, returns and locked reports speak of organisations, and most indicators have no other.

-- For other modules. A view runs with the rights of who asks.
create view partnership.shared_group with (security_invoker = true) as
  select partnership_id, id, name, short_name from partnership."group";
create view partnership.shared_seat with (security_invoker = true) as
  select seat.partnership_id, seat.id, seat.group_id, "group".name as group_name, seat.role, seat.title, seat.organisation_id
    from partnership.seat
    join partnership."group" on "group".partnership_id = seat.partnership_id and "group".id = seat.group_id;
-- With the organisation of the post that lasts, or else of the last one.
create view partnership.shared_person with (security_invoker = true) as
  select person.partnership_id, person.id, person.name,
         (select organisation_id
            from partnership.post
           where post.partnership_id = person.partnership_id and post.person_id = person.id
           order by ends_on desc nulls first, begins_on desc nulls last, id desc
           limit 1) as organisation_id
    from partnership.person;
grant select on partnership.shared_group, partnership.shared_seat, partnership.shared_person to goldthread_visit;

create table performance.answerable (
  partnership_id bigint not null,
  id             bigint generated always as identity,
  indicator_id   bigint not null,
  part           text   not null check (part in ('lead', 'contributor')),
  group_id       bigint,
  seat_id        bigint,
  person_id      bigint,
  primary key (partnership_id, id),
  foreign key (partnership_id, indicator_id) references performance.indicator on delete cascade,
  foreign key (partnership_id, group_id) references partnership."group",
  foreign key (partnership_id, seat_id) references partnership.seat,
  foreign key (partnership_id, person_id) references partnership.person,
  check (num_nonnulls(group_id, seat_id, person_id) = 1),
  unique nulls not distinct (partnership_id, indicator_id, part, group_id, seat_id, person_id)
);
create index on performance.answerable (partnership_id, group_id);
create index on performance.answerable (partnership_id, seat_id);
create index on performance.answerable (partnership_id, person_id);
-- One lead of each kind.
create unique index one_lead_group on performance.answerable (partnership_id, indicator_id) where part = 'lead' and group_id is not null;
create unique index one_lead_seat on performance.answerable (partnership_id, indicator_id) where part = 'lead' and seat_id is not null;
create unique index one_lead_person on performance.answerable (partnership_id, indicator_id) where part = 'lead' and person_id is not null;
select platform.belongs_to_partnership('performance.answerable');

-- What leads an indicator besides an organisation, one row for each that has such a lead: the group (its own or that of the seat), and the organisation that
-- follows from the seat or else from the person's post, for where no lead organisation is named.
create view performance.lead_beside with (security_invoker = true) as
  select answerable.partnership_id, answerable.indicator_id,
         coalesce(max(answerable.group_id), max(seat.group_id)) as group_id,
         coalesce(max("group".name), max(seat.group_name)) as group_name,
         max(person.name) as person_name,
         coalesce(max(seat.organisation_id), max(person.organisation_id)) as organisation_id
    from performance.answerable
    left join partnership.shared_group as "group" on "group".partnership_id = answerable.partnership_id and "group".id = answerable.group_id
    left join partnership.shared_seat as seat on seat.partnership_id = answerable.partnership_id and seat.id = answerable.seat_id
    left join partnership.shared_person as person on person.partnership_id = answerable.partnership_id and person.id = answerable.person_id
   where answerable.part = 'lead'
   group by answerable.partnership_id, answerable.indicator_id;
grant select on performance.lead_beside to goldthread_visit;
