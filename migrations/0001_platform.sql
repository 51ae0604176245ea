-- The ground: who may sign in, which partnerships there are, and how one is kept from another.
--
-- Two roles, neither of which can log in or owns anything:
--   goldthread_visit     what a visit to one partnership runs as; sees only rows of app.partnership (row-level security)
--   goldthread_platform  what the platform runs as between visits: accounts, sessions, partnerships' addresses, jobs
-- The pool logs in as goldthread_login, which is a member of these two, inherits nothing from them, and is granted nothing itself,
-- so that a query outside a visit fails. The launcher makes the roles (they belong to the whole server, not to this database).
create schema platform;
create schema partnership;
create schema performance;
revoke all on schema public from public;
grant usage on schema platform, partnership, performance to goldthread_visit;
grant usage on schema platform to goldthread_platform;

-- The tenant. What a partnership is (its area, its people) belongs to the module of that name: here it is a number and an address.
create table platform.partnership (
  id          bigint generated always as identity primary key,
  slug        text        not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 60),
  name        text        not null check (length(name) between 1 and 200),
  is_example  boolean     not null default false,
  created_at  timestamptz not null default now()
);
create unique index only_one_example on platform.partnership (is_example) where is_example;

-- A person who signs in. Without a passphrase nobody can sign in as them: people of the example, and colleagues who have not yet used their link.
create table platform.account (
  id              bigint generated always as identity primary key,
  email           text        not null check (email = lower(email) and position('@' in email) > 1 and length(email) <= 254),
  name            text        not null check (length(name) between 1 and 200),
  passphrase_hash text,
  is_example      boolean     not null default false,
  created_at      timestamptz not null default now(),
  unique (email)
);

-- Only the digest of a session's secret is kept: who reads this table cannot sign in with it.
create table platform.session (
  token_digest bytea       primary key,
  account_id   bigint      not null references platform.account on delete cascade,
  created_at   timestamptz not null default now(),
  seen_at      timestamptz not null default now(),
  address      text        not null default '',
  agent        text        not null default ''
);
create index on platform.session (account_id);

-- A single-use link with which a person chooses a passphrase.
create table platform.invitation (
  token_digest bytea       primary key,
  account_id   bigint      not null references platform.account on delete cascade,
  expires_at   timestamptz not null,
  created_at   timestamptz not null default now()
);

-- The one-time code that proves that a first visitor can read what the server printed. Gone once a partnership of one's own exists.
create table platform.setup_code (
  code_digest bytea       primary key,
  created_at  timestamptz not null default now()
);

-- Failed attempts (signing in, the one-time code), counted by what was tried and from where, so that guessing is slow and nobody is locked out for good.
create table platform.attempt (
  key_digest bytea       not null,
  at         timestamptz not null default now()
);
create index on platform.attempt (key_digest, at);
create index on platform.attempt (at);

-- Work that outlives the request that asked for it. A worker holds its row locked while it works, so that the lock dies with the worker.
create table platform.job (
  id             bigint generated always as identity primary key,
  kind           text        not null,
  partnership_id bigint      references platform.partnership on delete cascade,
  account_id     bigint      references platform.account on delete set null,
  payload        jsonb       not null,
  unique_key     text        unique,
  run_at         timestamptz not null default now(),
  attempts       integer     not null default 0,
  last_error     text,
  failed_at      timestamptz,
  created_at     timestamptz not null default now()
);
create index on platform.job (run_at) where failed_at is null;

grant select, insert, update, delete on all tables in schema platform to goldthread_platform;
grant usage on all sequences in schema platform to goldthread_platform;

-- A visit asks for work through this: the partnership and the person are the visit's own, and a visit that is rolled back leaves no job.
create function platform.enqueue(kind text, payload jsonb, unique_key text default null) returns bigint
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare job_id bigint;
begin
  insert into platform.job (kind, payload, unique_key, partnership_id, account_id)
  values (enqueue.kind, enqueue.payload, enqueue.unique_key,
          nullif(current_setting('app.partnership', true), '')::bigint, nullif(current_setting('app.account', true), '')::bigint)
  on conflict (unique_key) do nothing
  returning id into job_id;
  perform pg_notify('goldthread_job', '');
  return job_id;
end $$;
revoke all on function platform.enqueue from public;
grant execute on function platform.enqueue to goldthread_visit;

-- The partnership of the visit; null outside one, which matches no row.
create function platform.current_partnership() returns bigint
  language sql stable parallel safe
  return nullif(current_setting('app.partnership', true), '')::bigint;
create function platform.current_account() returns bigint
  language sql stable parallel safe
  return nullif(current_setting('app.account', true), '')::bigint;
grant execute on function platform.current_partnership, platform.current_account to goldthread_visit;

-- Every change of a record of a partnership: who, when, what before and after. Written by the trigger below, in the transaction of the change.
create table platform.history (
  partnership_id bigint      not null,
  id             bigint      generated always as identity,
  at             timestamptz not null default now(),
  account_id     bigint,
  who            text        not null,
  request_id     text        not null,
  subject        text        not null,  -- schema.table
  subject_id     text        not null,
  act            text        not null check (act in ('added', 'changed', 'removed', 'imported')),
  before         jsonb,
  after          jsonb,
  primary key (partnership_id, id)
);
create index on platform.history (partnership_id, subject, subject_id, id);

create function platform.keep_history() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  was jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) - 'partnership_id' end;
  now_is jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) - 'partnership_id' end;
begin
  if was is not distinct from now_is then return null; end if;
  -- A partnership that is removed takes its history with it.
  if tg_op = 'DELETE' and not exists (select from platform.partnership where id = old.partnership_id) then return null; end if;
  insert into platform.history (partnership_id, account_id, who, request_id, subject, subject_id, act, before, after)
  values (coalesce(new.partnership_id, old.partnership_id),
          nullif(current_setting('app.account', true), '')::bigint,
          coalesce(nullif(current_setting('app.who', true), ''), 'Goldthread'),
          coalesce(current_setting('app.request', true), ''),
          tg_table_schema || '.' || tg_table_name,
          coalesce(now_is ->> 'id', was ->> 'id', now_is ->> 'indicator_id', was ->> 'indicator_id', now_is ->> 'account_id', was ->> 'account_id', ''),
          case tg_op when 'INSERT' then 'added' when 'UPDATE' then 'changed' else 'removed' end,
          was, now_is);
  return null;
end $$;

-- Makes a table one of a partnership: rows of another can be neither seen nor written, and what a statement leaves out is filled in.
-- keeps_history is false only for tables that are their own history or are working space; a test lists them by name.
create function platform.belongs_to_partnership(name text, keeps_history boolean default true) returns void
  language plpgsql as $$
begin
  execute format('alter table %s enable row level security', name);
  execute format('alter table %s alter column partnership_id set default platform.current_partnership()', name);
  execute format('alter table %s add foreign key (partnership_id) references platform.partnership on delete cascade', name);
  execute format('create policy own_partnership on %s to goldthread_visit
    using (partnership_id = (select nullif(current_setting(''app.partnership'', true), '''')::bigint))', name);
  execute format('grant select, insert, update, delete on %s to goldthread_visit', name);
  if keeps_history then
    execute format('create trigger keep_history after insert or update or delete on %s
      for each row execute function platform.keep_history()', name);
  end if;
end $$;

select platform.belongs_to_partnership('platform.history', keeps_history => false);
revoke insert, update, delete on platform.history from goldthread_visit;

-- Who may do what in which partnership.
create table platform.membership (
  partnership_id bigint not null,
  account_id     bigint not null references platform.account on delete cascade,
  role           text   not null check (role in ('administrator', 'performance-officer', 'reader')),
  primary key (partnership_id, account_id)
);
create index on platform.membership (account_id);
select platform.belongs_to_partnership('platform.membership');
grant select, insert, update, delete on platform.membership to goldthread_platform;
create policy across_partnerships on platform.membership to goldthread_platform using (true);
