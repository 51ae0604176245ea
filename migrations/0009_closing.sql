-- A period is closed: what was reported for it is submitted, approved and locked, and then nothing of it is written until somebody unlocks it and says why.
-- Whoever reports for an organisation is named here too, since what they may enter follows from which indicators that organisation leads or contributes to.

alter table platform.membership drop constraint membership_role_check;
alter table platform.membership add constraint membership_role_check check (role in ('administrator', 'performance-officer', 'contributor', 'reader'));

-- A member of the partnership who answers for an organisation. The platform knows accounts and no organisations, so the tie is kept on this side;
-- with the membership it goes.
create table partnership.representative (
  partnership_id  bigint not null,
  account_id      bigint not null,
  organisation_id bigint not null,
  primary key (partnership_id, account_id, organisation_id),
  foreign key (partnership_id, account_id) references platform.membership on delete cascade,
  foreign key (partnership_id, organisation_id) references partnership.organisation
);
create index on partnership.representative (partnership_id, organisation_id);
select platform.belongs_to_partnership('partnership.representative');

-- The members of this partnership, by name, for what is kept of them elsewhere: a visit sees no accounts.
create function platform.members() returns table (account_id bigint, name text, role text)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  begin atomic
    select account.id, account.name, membership.role
      from platform.membership
      join platform.account on account.id = membership.account_id
     where membership.partnership_id = nullif(current_setting('app.partnership', true), '')::bigint;
  end;
revoke all on function platform.members from public;
grant execute on function platform.members to goldthread_visit;

-- One turn of the key: a period of an agreement was locked, and perhaps unlocked again. It is never removed: to lock again is a further row.
-- Its days are those of the closed period (a quarter, a year); it covers whatever is reported for a period that ends within them.
create table performance.locking (
  partnership_id   bigint      not null,
  id               bigint      generated always as identity,
  agreement_id     bigint      not null,
  starts_on        date        not null,
  ends_on          date        not null check (ends_on >= starts_on),
  reason           text        not null default '',  -- why it was locked although something was missing
  locked_at        timestamptz not null,
  locked_by        bigint,
  locked_by_name   text        not null,
  unlocked_at      timestamptz,
  unlocked_by      bigint,
  unlocked_by_name text,
  unlock_reason    text        check (unlock_reason <> ''),
  primary key (partnership_id, id),
  foreign key (partnership_id, agreement_id) references performance.agreement,
  check ((unlocked_at is null) = (unlocked_by_name is null) and (unlocked_at is null) = (unlock_reason is null))
);
create index on performance.locking (partnership_id, agreement_id, ends_on);
select platform.belongs_to_partnership('performance.locking');

-- The indicators that are locked now. An indicator whose figure was not published yet when the period was locked has none, and can still be reported;
-- nor has one that came into the agreement later, whose past is nobody's word yet.
create table performance.locked_indicator (
  partnership_id bigint not null,
  locking_id     bigint not null,
  indicator_id   bigint not null,
  starts_on      date   not null,
  ends_on        date   not null,
  primary key (partnership_id, locking_id, indicator_id),
  foreign key (partnership_id, locking_id) references performance.locking on delete cascade,
  foreign key (partnership_id, indicator_id) references performance.indicator
);
create index on performance.locked_indicator (partnership_id, indicator_id);
select platform.belongs_to_partnership('performance.locked_indicator', keeps_history => false);

-- Whatever way somebody writes (a form, a grid, a file, a statement of their own), nothing of a locked period is added, changed or removed. The pages
-- say so before; this holds for all of them. One question for each statement, however many rows: an import has a million. A partnership that is
-- removed goes with all it has.
--
-- Whoever locks holds the indicators for update, which waits for whoever is adding returns to them (their foreign keys hold the indicator); who comes
-- after waits there in turn, and this, being asked last, sees the lock.
create function performance.refuse_locked() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  refused_indicator bigint;
  refused_day date;
begin
  if tg_op <> 'DELETE' then
    select written.indicator_id, written.ends_on into refused_indicator, refused_day
      from added written
      join (select partnership_id, indicator_id, range_agg(daterange(starts_on, ends_on, '[]')) as days
              from performance.locked_indicator group by partnership_id, indicator_id) locked
        on locked.partnership_id = written.partnership_id and locked.indicator_id = written.indicator_id
     where written.ends_on <@ locked.days
     limit 1;
  end if;
  if tg_op <> 'INSERT' and refused_day is null then
    select written.indicator_id, written.ends_on into refused_indicator, refused_day
      from removed written
      join (select partnership_id, indicator_id, range_agg(daterange(starts_on, ends_on, '[]')) as days
              from performance.locked_indicator group by partnership_id, indicator_id) locked
        on locked.partnership_id = written.partnership_id and locked.indicator_id = written.indicator_id
     where written.ends_on <@ locked.days and exists (select from platform.partnership where id = written.partnership_id)
     limit 1;
  end if;
  if refused_day is not null then
    raise exception 'The period of indicator % that ends on % is locked', refused_indicator, refused_day using errcode = 'check_violation';
  end if;
  return null;
end $$;

create trigger refuse_locked_insert after insert on performance.data_return
  referencing new table as added for each statement execute function performance.refuse_locked();
create trigger refuse_locked_update after update on performance.data_return
  referencing old table as removed new table as added for each statement execute function performance.refuse_locked();
create trigger refuse_locked_delete after delete on performance.data_return
  referencing old table as removed for each statement execute function performance.refuse_locked();
create trigger refuse_locked_insert after insert on performance.target
  referencing new table as added for each statement execute function performance.refuse_locked();
create trigger refuse_locked_update after update on performance.target
  referencing old table as removed new table as added for each statement execute function performance.refuse_locked();
create trigger refuse_locked_delete after delete on performance.target
  referencing old table as removed for each statement execute function performance.refuse_locked();
