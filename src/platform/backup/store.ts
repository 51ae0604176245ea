import type { Writable } from 'node:stream'
import type { Db } from '../db/index.ts'

export type Table = { readonly name: string; readonly columns: readonly string[] }
export type Sequence = { readonly name: string; readonly lastValue: string; readonly isCalled: boolean }
type Applied = { readonly number: number; readonly name: string; readonly digest: string }

/** The same text everywhere, whatever the server's settings; rows in the order in which they lie; all of them, whatever their partnership. */
export async function setForCopying(db: Db): Promise<void> {
  await db`
    select set_config('row_security', 'off', true), set_config('synchronize_seqscans', 'off', true), set_config('timezone', 'UTC', true),
           set_config('datestyle', 'ISO, YMD', true), set_config('intervalstyle', 'postgres', true), set_config('bytea_output', 'hex', true),
           set_config('extra_float_digits', '1', true), set_config('statement_timeout', '0', true), set_config('lock_timeout', '0', true),
           set_config('idle_in_transaction_session_timeout', '0', true), set_config('search_path', 'pg_catalog', true)`
}

/** As a migration finds it when Goldthread is started. */
export async function setForMigrating(db: Db): Promise<void> {
  await db`select set_config('search_path', reset_val, true) from pg_settings where name = 'search_path'`
}

export async function serverVersion(db: Db): Promise<string> {
  const [row] = await db<{ version: string }[]>`select current_setting('server_version') as version`
  return row?.version ?? ''
}

/** null where no Goldthread has been. */
export async function appliedMigrations(db: Db): Promise<Applied[] | null> {
  const [there] = await db`select from pg_class where oid = to_regclass('migration.applied')`
  return there === undefined ? null : db<Applied[]>`select number, name, digest from migration.applied order by number`
}

/** A schema is Goldthread's when its visits or its platform were let into it: one that a later module adds is there without being named here. */
const ourSchemas = (db: Db) => db`
  select s.oid
    from pg_namespace s
   where exists (select from aclexplode(s.nspacl) a join pg_roles r on r.oid = a.grantee where r.rolname in ('goldthread_visit', 'goldthread_platform'))`

export async function tablesOf(db: Db): Promise<Table[]> {
  return db<Table[]>`
    select s.nspname || '.' || c.relname as name,
           array(select a.attname::text
                   from pg_attribute a
                  where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                  order by a.attnum) as columns
      from pg_class c
      join pg_namespace s on s.oid = c.relnamespace
     where c.relkind = 'r' and s.oid in (${ourSchemas(db)})
     order by (s.nspname || '.' || c.relname) collate "C"`
}

/** Not part of the snapshot: it may be ahead of the rows, never behind. */
export async function sequencesOf(db: Db): Promise<Sequence[]> {
  const names = await db<{ name: string }[]>`
    select s.nspname || '.' || c.relname as name
      from pg_class c
      join pg_namespace s on s.oid = c.relnamespace
     where c.relkind = 'S' and s.oid in (${ourSchemas(db)})
     order by (s.nspname || '.' || c.relname) collate "C"`
  const sequences: Sequence[] = []
  for (const { name } of names) {
    const [row] = await db<Omit<Sequence, 'name'>[]>`select last_value::text as last_value, is_called from ${db(name)}`
    if (row) sequences.push({ name, ...row })
  }
  return sequences
}

export async function setSequence(db: Db, { name, lastValue, isCalled }: Sequence): Promise<void> {
  await db`select setval(${name}::regclass, ${lastValue}::bigint, ${isCalled})`
}

/**
 * In pieces of some size: the driver gives each row by itself. It pauses the connection while a row waits to be read, and forgets to go on when that was
 * the last one, or when nobody reads any more; whatever is asked next would then wait for ever.
 */
export async function* rowsOut(db: Db, { name, columns }: Table): AsyncGenerator<Uint8Array> {
  const stream = await db`copy ${db(name)} (${db([...columns])}) to stdout`.readable()
  try {
    let parts: Uint8Array[] = []
    let size = 0
    for await (const row of stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>) {
      parts.push(row)
      size += row.length
      if (size < pieceSize) continue
      yield Buffer.concat(parts)
      parts = []
      size = 0
    }
    yield Buffer.concat(parts)
  } finally {
    stream.push = () => true
    stream._read(0)
  }
}

const pieceSize = 1 << 17

export async function rowsIn(db: Db, { name, columns }: Table): Promise<Writable> {
  return db`copy ${db(name)} (${db([...columns])}) from stdin`.writable()
}

/** The first of our tables in which there is something that somebody may want to keep. */
export async function tableInUse(db: Db, besides: readonly string[]): Promise<string | null> {
  for (const { name } of await tablesOf(db)) {
    if (besides.includes(name)) continue
    const [row] = await db`select from ${db(name)} limit 1`
    if (row) return name
  }
  return null
}

/** Schemas of the names that the first migrations make, though no Goldthread made them. */
export async function schemasInTheWay(db: Db): Promise<string[]> {
  const rows = await db<{ name: string }[]>`
    select nspname::text as name from pg_namespace where nspname in ('platform', 'partnership', 'performance', 'migration') order by 1`
  return rows.map(({ name }) => name)
}

/** Of a database in which there is nothing, so that it is made anew in the form that the backup has. */
export async function dropSchemas(db: Db): Promise<void> {
  await db`
    do $$
    declare name text;
    begin
      for name in
        select s.nspname
          from pg_namespace s
         where s.nspname = 'migration'
            or exists (select from aclexplode(s.nspacl) a join pg_roles r on r.oid = a.grantee where r.rolname in ('goldthread_visit', 'goldthread_platform'))
      loop
        execute format('drop schema %I cascade', name);
      end loop;
    end $$`.simple()
}

/**
 * While rows are loaded nothing is to be written by triggers, and no row is to wait for another of a table that comes later. A plain owner may not
 * switch foreign keys off, but may take them away and put them back, which checks all rows at once. So with keys and indexes: one that is made of rows that
 * are there takes a fraction of the time.
 */
export async function letGo(db: Db): Promise<void> {
  await db`
    create temporary table set_aside on commit drop as
    with ours as (select c.oid, c.oid::regclass::text as name from pg_class c where c.relkind = 'r' and c.relnamespace in (${ourSchemas(db)}))
    select case k.contype when 'f' then 3 else 1 end as step, ours.name as of_table, k.conname::text as name,
           format('alter table %s drop constraint %I', ours.name, k.conname) as let_go,
           format('alter table %s add constraint %I %s', ours.name, k.conname, pg_get_constraintdef(k.oid)) as hold
      from pg_constraint k
      join ours on ours.oid = k.conrelid
     where k.contype in ('p', 'u', 'x', 'f')
     union all
    select 2, ours.name, i.indexrelid::regclass::text, format('drop index %s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid)
      from pg_index i
      join ours on ours.oid = i.indrelid
     where not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.conrelid = i.indrelid)
     union all
    select 4, ours.name, '', format('alter table %s disable trigger user', ours.name), format('alter table %s enable trigger user', ours.name)
      from ours
     where exists (select from pg_trigger t where t.tgrelid = ours.oid and not t.tgisinternal)`
  await db`
    do $$
    declare statement text;
    begin
      for statement in select let_go from pg_temp.set_aside order by step desc loop execute statement; end loop;
    end $$`.simple()
}

export async function holdAgain(db: Db): Promise<void> {
  await db`select set_config('maintenance_work_mem', '128MB', true)`
  await db`
    do $$
    declare statement text;
    begin
      for statement in select hold from pg_temp.set_aside order by step, of_table, name loop execute statement; end loop;
    end $$`.simple()
}

export async function analyze(db: Db): Promise<void> {
  for (const { name } of await tablesOf(db)) await db`analyze ${db(name)}`
}

/** Whether somebody who logs in as Goldthread's pool does is connected to this database. */
export async function isServing(db: Db, login: string): Promise<boolean> {
  const [row] = await db`select from pg_stat_activity where datname = current_database() and usename = ${login} limit 1`
  return row !== undefined
}
