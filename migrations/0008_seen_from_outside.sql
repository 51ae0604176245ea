-- What whoever watches the server may know of all partnerships together: how many imports are in which state, and no more. Without it the
-- platform, which sees no partnership's rows, would have to visit each of them.
grant usage on schema performance to goldthread_platform;

create function performance.imports_by_state() returns table (state text, count bigint)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select data_import.state, count(*) from performance.data_import group by data_import.state
$$;
revoke all on function performance.imports_by_state from public;
grant execute on function performance.imports_by_state to goldthread_platform;

-- How far this database has been migrated, which a newer Goldthread beside this one may have done.
create function platform.migrations_applied() returns integer
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select max(number) from migration.applied
$$;
revoke all on function platform.migrations_applied from public;
grant execute on function platform.migrations_applied to goldthread_platform;
