-- A district partnership may be under a county partnership, by consent of both: the county's administrator makes a code, the district's gives it. From
-- then on the county's members may read what the district says it shares, and nothing else: they come to the district's own address, in a visit to it
-- that can only read. No policy lets one partnership's visit see another's rows.
create table platform.district (
  partnership_id bigint      primary key,
  county_id      bigint      not null references platform.partnership on delete cascade check (county_id <> partnership_id),
  joined_at      timestamptz not null default now()
);
create index on platform.district (county_id);
select platform.belongs_to_partnership('platform.district', keeps_history => false);

create table platform.share (
  partnership_id bigint not null references platform.district on delete cascade,
  what           text   not null check (what in ('scorecard', 'exceptions', 'structure')),
  primary key (partnership_id, what)
);
select platform.belongs_to_partnership('platform.share', keeps_history => false);

-- Of the county: a code that waits for the district whose administrator it was passed on to.
create table platform.district_code (
  partnership_id bigint      not null,
  code_digest    bytea       not null unique,
  expires_at     timestamptz not null,
  primary key (partnership_id, code_digest)
);
select platform.belongs_to_partnership('platform.district_code', keeps_history => false);

revoke all on platform.district, platform.share, platform.district_code from goldthread_visit;
grant select, insert, update, delete on platform.district, platform.share, platform.district_code to goldthread_platform;
create policy across_partnerships on platform.district to goldthread_platform using (true);
create policy across_partnerships on platform.share to goldthread_platform using (true);
create policy across_partnerships on platform.district_code to goldthread_platform using (true);

-- The example is three partnerships: a county and two districts. It is loaded by one at a time.
drop index platform.only_one_example;

-- What is agreed between two partnerships stands in the history of both, with what they were called then. What is removed with a partnership is not told.
create function platform.keep_history_of_both() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  told jsonb := to_jsonb(case when tg_op = 'DELETE' then old else new end);
  district platform.partnership;
  county platform.partnership;
begin
  select * into district from platform.partnership where id = (told ->> 'partnership_id')::bigint;
  select * into county from platform.partnership
   where id = coalesce((told ->> 'county_id')::bigint, (select county_id from platform.district where partnership_id = district.id));
  if district.id is null or county.id is null then return null; end if;
  told := jsonb_strip_nulls(jsonb_build_object('district', district.name, 'county', county.name, 'what', told -> 'what'));
  insert into platform.history (partnership_id, account_id, who, request_id, address, subject, subject_id, act, before, after)
  select partnership, nullif(current_setting('app.account', true), '')::bigint,
         coalesce(nullif(current_setting('app.who', true), ''), 'Goldthread'),
         coalesce(current_setting('app.request', true), ''), coalesce(current_setting('app.address', true), ''),
         tg_table_schema || '.' || tg_table_name, district.id::text,
         case tg_op when 'INSERT' then 'added' else 'removed' end,
         case tg_op when 'DELETE' then told end, case tg_op when 'INSERT' then told end
    from unnest(array[district.id, county.id]) as partnership;
  return null;
end $$;
revoke all on function platform.keep_history_of_both from public;
create trigger keep_history_of_both after insert or delete on platform.district for each row execute function platform.keep_history_of_both();
create trigger keep_history_of_both after insert or delete on platform.share for each row execute function platform.keep_history_of_both();
