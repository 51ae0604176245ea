-- Three more roles, and whoever reports an organisation's figures is one of the partnership's people, with days: a data coordinator, whatever their role.

alter table platform.membership drop constraint membership_role_check;
alter table platform.membership add constraint membership_role_check
  check (role in ('administrator', 'performance-officer', 'finance-officer', 'contributor', 'auditor', 'scrutiny', 'reader'));
alter table platform.factor_role drop constraint factor_role_role_check;
alter table platform.factor_role add constraint factor_role_role_check
  check (role in ('administrator', 'performance-officer', 'finance-officer', 'contributor', 'auditor', 'scrutiny', 'reader'));

-- Whoever belongs to a partnership is one of its people: the one with their e-mail address who has no account yet, or somebody new.
create function partnership.welcome_member() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if exists (select from partnership.person where partnership_id = new.partnership_id and account_id = new.account_id) then
    return null;
  end if;
  update partnership.person
     set account_id = new.account_id
   where partnership_id = new.partnership_id
     and id = (select min(person.id)
                 from partnership.person
                 join platform.account on account.email = person.email
                where person.partnership_id = new.partnership_id and person.account_id is null and account.id = new.account_id);
  if not found then
    insert into partnership.person (partnership_id, name, email, account_id)
    select new.partnership_id, name, email, id from platform.account where id = new.account_id;
  end if;
  return null;
end $$;
revoke all on function partnership.welcome_member from public;
create trigger welcome_member after insert on platform.membership for each row execute function partnership.welcome_member();

-- An account is one person's: whoever is given it has it from then on, and whoever had it before has none.
create function partnership.hand_over_account() returns trigger
  language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  update partnership.person
     set account_id = null
   where partnership_id = new.partnership_id and account_id = new.account_id and id <> new.id;
  return new;
end $$;
create trigger hand_over_account before insert or update of account_id on partnership.person
  for each row when (new.account_id is not null) execute function partnership.hand_over_account();

create table partnership.coordinator (
  partnership_id  bigint not null,
  id              bigint generated always as identity,
  organisation_id bigint not null,
  person_id       bigint not null,
  begins_on       date,
  ends_on         date   check (ends_on >= begins_on),
  primary key (partnership_id, id),
  foreign key (partnership_id, organisation_id) references partnership.organisation,
  foreign key (partnership_id, person_id) references partnership.person
);
create index on partnership.coordinator (partnership_id, organisation_id);
create index on partnership.coordinator (partnership_id, person_id);
select platform.belongs_to_partnership('partnership.coordinator');

insert into partnership.person (partnership_id, name, email, account_id)
select membership.partnership_id, account.name, account.email, account.id
  from platform.membership
  join platform.account on account.id = membership.account_id
 where not exists (select from partnership.person
                    where person.partnership_id = membership.partnership_id and person.account_id = membership.account_id)
 order by membership.partnership_id, account.id;

insert into partnership.coordinator (partnership_id, organisation_id, person_id)
select representative.partnership_id, representative.organisation_id, person.id
  from partnership.representative
  join partnership.person on person.partnership_id = representative.partnership_id and person.account_id = representative.account_id
 order by 1, 2, 3;
drop table partnership.representative;

-- As before, with the organisations whose figures somebody reports.
create or replace function partnership.capacity_of(partnership bigint, account bigint, today date) returns jsonb
  language sql stable security definer set search_path = pg_catalog, pg_temp
  begin atomic
    select jsonb_build_object(
      'personId', person.id,
      'organisationIds', coalesce((
        select jsonb_agg(distinct post.organisation_id)
          from partnership.post
         where post.partnership_id = person.partnership_id and post.person_id = person.id
           and partnership.holds_on(post.begins_on, post.ends_on, today)), '[]'),
      'coordinates', coalesce((
        select jsonb_agg(distinct coordinator.organisation_id)
          from partnership.coordinator
         where coordinator.partnership_id = person.partnership_id and coordinator.person_id = person.id
           and partnership.holds_on(coordinator.begins_on, coordinator.ends_on, today)), '[]'),
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
