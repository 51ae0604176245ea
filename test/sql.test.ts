import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { freshDatabase } from './database/index.ts'

/** Not of any partnership: reached from a visit only through definer functions. Whoever adds one says here why. */
const ofThePlatform = [
  'migration.applied', // which migrations this database has had
  'platform.partnership', // the partnerships themselves
  'platform.account', // a person may work for several
  'platform.session',
  'platform.one_time_link', // to an account, whichever partnerships it belongs to
  'platform.one_time_link_secret',
  'platform.setup_code',
  'platform.attempt',
  'platform.sealing_key', // what seals the rest of what an account has to show
  'platform.authenticator',
  'platform.recovery_code',
  'platform.passkey',
  'platform.second_step',
  'platform.provider_secret', // apart from its provider, for the platform alone
  'platform.provider_request', // who is on the way to a provider and back
  'platform.used_challenge',
  'platform.change', // how often each partnership has changed: asked with the session
  'platform.history_link', // the chain of the history: made when a transaction ends, read by who verifies it
  'platform.history_head',
  'platform.job', // the queue is one; its rows carry the partnership of the visit that asked
  'platform.posted', // beside it: which mails were asked for
  'platform.daily', // and what was asked for today
]

/** Their own history, or working space of an import. */
const withoutHistory = [
  'platform.provider_account', // its coming and going is told as what happened to the account
  'platform.district', // told in the history of both partnerships, by a trigger of their own
  'platform.share',
  'platform.district_code', // waits to be used, which is told
  'platform.history',
  'platform.stored_file_piece', // the bytes of a file, which never change; its name and digest are in the history
  'platform.stored_file_text', // read out of it
  'platform.search_entry', // says again what its records say
  'actions.reminder', // says itself who was written to, and when
  'partnership.answer_link', // what somebody answers by it is told in its own record
  'meetings.workshop_vote', // who gave which vote is nobody's to read
  'performance.catalogue_entry', // comes and goes with its catalogue
  'thread.gap_count', // counted anew each day from what has a history
  'meetings.minutes_change', // counts the changes whose history the pieces themselves keep
  'performance.locked_indicator', // says no more than the locking that it belongs to
  'performance.reported_figure', // never changed: what a meeting saw
  'performance.reported_line',
  'performance.data_return', // never changed: each revision is a further row, with who, when and why
  'performance.data_import', // says who and when; its steps are written many times while it is checked
  'performance.data_import_name',
  'performance.data_import_piece',
  'performance.data_import_row',
]

type Table = { name: string; secured: boolean; hasPartnership: boolean; keyStart: string | null; policies: number; keepsHistory: boolean }
const { owner: sql } = await freshDatabase({ after })
const tables = await sql<Table[]>`
    select c.oid::regclass::text as name, c.relrowsecurity as secured,
           exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'partnership_id' and a.attnotnull) as has_partnership,
           (select a.attname::text from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0] where i.indrelid = c.oid and i.indisprimary) as key_start,
           (select count(*) from pg_policy p where p.polrelid = c.oid) as policies,
           exists (select from pg_trigger g where g.tgrelid = c.oid and g.tgfoid = 'platform.keep_history'::regproc and g.tgenabled = 'O') as keeps_history
      from pg_class c
     where c.relkind in ('r', 'p') and c.relnamespace::regnamespace::text !~ '^(pg_|information_schema)'
     order by 1`

const ofPartnerships = () => tables.filter(({ name }) => !ofThePlatform.includes(name))
const named = (rows: readonly { name: string }[]) => rows.map(({ name }) => name)

test('the lists in this test name tables that exist', () => {
  const names = named(tables)
  assert.deepEqual(
    [...ofThePlatform, ...withoutHistory].filter(name => !names.includes(name)),
    [],
  )
  assert.ok(ofPartnerships().length >= 15)
})

test('every table of a partnership leads its primary key with the partnership', () => {
  assert.deepEqual(named(ofPartnerships().filter(({ hasPartnership, keyStart }) => !hasPartnership || keyStart !== 'partnership_id')), [])
})

test('every table of a partnership keeps partnerships apart by row-level security', () => {
  assert.deepEqual(named(ofPartnerships().filter(({ secured, policies }) => !secured || policies === 0)), [])
})

test('the policy compares with the partnership of the visit, for reading and for writing', async () => {
  const policies = await sql<{ table: string; uses: string; checks: string | null; command: string; permissive: boolean }[]>`
    select polrelid::regclass::text as table, pg_get_expr(polqual, polrelid) as uses, pg_get_expr(polwithcheck, polrelid) as checks, polcmd::text as command, polpermissive as permissive
      from pg_policy
     where polroles @> array['goldthread_visit'::regrole::oid] or polroles = array[0::oid]`
  assert.deepEqual(policies.map(({ table }) => table).toSorted(), named(ofPartnerships()).toSorted(), 'one policy for visits on each table')
  for (const { table, uses, checks, command } of policies) {
    assert.match(
      uses,
      /^\(partnership_id = \( SELECT \(NULLIF\(current_setting\('app\.partnership'::text, true\), ''::text\)\)::bigint AS "?nullif"?\)\)$/i,
      table,
    )
    assert.deepEqual([checks, command], [null, '*'], table)
  }
})

test('every change of a table of a partnership is kept in the history', () => {
  assert.deepEqual(named(ofPartnerships().filter(({ name, keepsHistory }) => keepsHistory === withoutHistory.includes(name))), [])
})

test('a change of anything that a visit can read is counted as a change of its partnership', async () => {
  const unnoted = await sql<{ name: string }[]>`
    select c.oid::regclass::text as name
      from pg_class c
     where c.relkind in ('r', 'p', 'f', 'm') and has_table_privilege('goldthread_visit', c.oid, 'select') and c.relnamespace::regnamespace::text !~ '^(pg_|information_schema)'
       and not exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgfoid = 'platform.note_change'::regproc and t.tgenabled = 'O'
                        and t.tgtype = (4 | 8 | 16 | 32)::smallint)`
  assert.deepEqual(named(unnoted), [])
})

test('a foreign key between tables of a partnership leads with the partnership on both sides', async () => {
  const keys = await sql<{ name: string; from: string; to: string; first: string; last: string }[]>`
    select k.conrelid::regclass::text || '.' || k.conname as name, k.conrelid::regclass::text as from, k.confrelid::regclass::text as to, f.attname::text as first, l.attname::text as last
      from pg_constraint k
      join pg_attribute f on f.attrelid = k.conrelid and f.attnum = k.conkey[1]
      join pg_attribute l on l.attrelid = k.confrelid and l.attnum = k.confkey[1]
     where k.contype = 'f'`
  const between = keys.filter(({ from, to }) => !ofThePlatform.includes(from) && !ofThePlatform.includes(to))
  assert.ok(between.length > 20)
  assert.deepEqual(named(between.filter(({ first, last }) => first !== 'partnership_id' || last !== 'partnership_id')), [])
})

test('every foreign key from a table of a partnership has an index that leads with its columns', async () => {
  const slow = await sql<{ name: string }[]>`
    select k.conrelid::regclass::text || '.' || k.conname as name
      from pg_constraint k
     where k.contype = 'f' and cardinality(k.conkey) > 1
       and not exists (select from pg_index i where i.indrelid = k.conrelid and (i.indkey::int2[])[0 : cardinality(k.conkey) - 1] @> k.conkey)`
  // Small tables, from which little is ever removed at the other end.
  const small = [
    'performance.agreement',
    'performance.indicator',
    'performance.target',
    'performance.data_return',
    'performance.data_import',
    'partnership.profile',
  ]
  assert.deepEqual(
    named(slow).filter(name => !small.some(table => name.startsWith(`${table}.`))),
    [],
  )
})

test('every view runs with the rights of who asks, so that row-level security holds in it', async () => {
  const views = await sql<{ name: string }[]>`
    select c.oid::regclass::text as name
      from pg_class c
     where c.relkind in ('v', 'm') and c.relnamespace::regnamespace::text !~ '^(pg_|information_schema)'
       and not coalesce(c.reloptions @> array['security_invoker=true'], false)`
  assert.deepEqual(named(views), [])
})

test('a function that runs with its owner’s rights says where its names are looked up, and is not for everybody', async () => {
  const functions = await sql<{ name: string; settings: string[] | null; everybodys: boolean; trigger: boolean }[]>`
    select oid::regprocedure::text as name, proconfig as settings, has_function_privilege('public', oid, 'execute') as everybodys, prorettype = 'trigger'::regtype as trigger
      from pg_proc
     where prosecdef and pronamespace::regnamespace::text !~ '^(pg_|information_schema)'`
  assert.ok(functions.length >= 2)
  for (const { name, settings, everybodys, trigger } of functions) {
    assert.ok(
      settings?.some(setting => setting.startsWith('search_path=')),
      name,
    )
    assert.ok(trigger || !everybodys, name)
  }
})

test('a visit may touch nothing of the platform’s, and cannot write the history', async () => {
  const granted = await sql<{ name: string }[]>`
    select distinct table_schema || '.' || table_name as name
      from information_schema.role_table_grants
     where grantee in ('goldthread_visit', 'PUBLIC') and table_schema in ('platform', 'migration')
       and not (table_name = 'membership' or table_name = 'history' and privilege_type = 'SELECT' or table_name ~ '^(shared_)?stored_file')`
  assert.deepEqual(named(granted), [])
})

test('the pool’s own role is granted nothing and owns nothing', async () => {
  const granted = await sql`
    select relname from pg_class, aclexplode(relacl) a where a.grantee = 'goldthread_login'::regrole
    union all select relname from pg_class where relowner = 'goldthread_login'::regrole`
  assert.equal(granted.length, 0)
})
