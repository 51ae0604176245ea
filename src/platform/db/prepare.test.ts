import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { emptyDatabase, migrations } from '../../../test/database/index.ts'
import { kind, startTestServer } from '../../../test/database/server.ts'
import { CannotStart } from './cannot-start.ts'
import { connect } from './connection.ts'
import { openDatabase } from './database.ts'
import type { Migration } from './migrate.ts'
import { prepareDatabase } from './prepare.ts'

const saying = (words: RegExp) => (error: unknown) => {
  assert.ok(error instanceof CannotStart, String(error))
  assert.match(error.message, words)
  return true
}

/** A server of the test's own, because roles belong to the whole server. */
async function freshServer(t: TestContext) {
  const server = await startTestServer(kind)
  t.after(server.stop)
  const owner = connect(server.url, { max: 8 })
  t.after(() => owner.end({ timeout: 1 }))
  const urlOf = (database: string, user?: string, password?: string) => {
    const url = new URL(server.url)
    url.pathname = `/${database}`
    if (user !== undefined) url.username = user
    if (password !== undefined) url.password = password
    return url.href
  }
  return { owner, urlOf }
}

test('eight databases of a server that knows nothing of Goldthread are made ready at once', async t => {
  const { owner, urlOf } = await freshServer(t)
  const names = Array.from({ length: 8 }, (_, number) => `thread_${number}`)
  for (const name of names) await owner`create database ${owner(name)} template template0`
  const prepared = await Promise.all(names.map(name => prepareDatabase(urlOf(name), null, migrations)))
  assert.deepEqual(new Set(prepared.map(({ applied }) => applied.length)), new Set([migrations.length]))
  const [login] = await owner`
    select rolcanlogin, rolinherit, rolsuper, array(select roleid::regrole::text from pg_auth_members where member = r.oid order by 1) as groups from pg_roles r where rolname = 'goldthread_login'`
  assert.deepEqual(login, { rolcanlogin: true, rolinherit: false, rolsuper: false, groups: ['goldthread_platform', 'goldthread_visit'] })
})

test('several web processes that start at once migrate a database once', async t => {
  const url = await emptyDatabase(t)
  const prepared = await Promise.all(Array.from({ length: 4 }, () => prepareDatabase(url, null, migrations)))
  assert.deepEqual(prepared.map(({ applied }) => applied.length).toSorted(), [0, 0, 0, migrations.length])
})

test('an owner who is no superuser will do', async t => {
  const { owner, urlOf } = await freshServer(t)
  await owner`create role council login createrole password 'rain'`
  await owner`create database thread owner council`
  const { appUrl } = await prepareDatabase(urlOf('thread', 'council', 'rain'), null, migrations)
  const database = openDatabase(appUrl, { poolSize: 2 })
  t.after(database.close)
  await database.platform(db => db`insert into platform.partnership (slug, name) values ('wexcombe', 'Wexcombe')`)
  const who = { partnershipId: 1, accountId: null, name: 'Amina Rahman', requestId: '' }
  await database.visit(who, 'write', db => db`insert into partnership.area (name, kind) values ('Wexcombe', 'county')`)
  assert.equal((await database.visit(who, 'read', db => db`select from platform.history`)).length, 1)
})

// Ours knows no passwords.
const onServer = kind === 'server' ? test : () => {}
onServer('an owner whose password was changed still finds the pool its way in', async t => {
  const { owner, urlOf } = await freshServer(t)
  await owner`create role council login createrole password 'rain'`
  await owner`create database thread owner council`
  await prepareDatabase(urlOf('thread', 'council', 'rain'), null, migrations)
  await owner`alter role council password 'sun'`
  await prepareDatabase(urlOf('thread', 'council', 'sun'), null, migrations)
})

test('an owner who may not create roles is told what to ask for, and it works once that is done', async t => {
  const { owner, urlOf } = await freshServer(t)
  await owner`create role council login password 'rain'`
  await owner`create database thread owner council`
  const url = urlOf('thread', 'council', 'rain')
  await assert.rejects(
    prepareDatabase(url, null, migrations),
    saying(/may not create roles.*create role goldthread_visit.*APP_DATABASE_URL/s),
  )

  await owner.unsafe(`create role goldthread_visit nologin; create role goldthread_platform nologin; create role council_app login noinherit password 'snow';
    grant goldthread_visit, goldthread_platform to council_app`)
  const appUrl = urlOf('thread', 'council_app', 'snow')
  assert.equal((await prepareDatabase(url, appUrl, migrations)).appUrl, appUrl)
  await assert.rejects(prepareDatabase(url, urlOf('postgres', 'council_app', 'snow'), migrations), saying(/lead to different databases/))

  await owner`alter role council_app inherit`
  await assert.rejects(prepareDatabase(url, appUrl, migrations), saying(/council_app must not be a superuser.*noinherit/s))
  await assert.rejects(prepareDatabase(url, url, migrations), saying(/council must not be a superuser nor the owner/))
})

test('a migration that was edited, or comes from a newer version, is refused with a sentence', async t => {
  const url = await emptyDatabase(t)
  const one: Migration = { number: 1, name: '0001_one.sql', sql: 'create table one ()', digest: 'a' }
  const two: Migration = { number: 2, name: '0002_two.sql', sql: 'create table two ()', digest: 'b' }
  await prepareDatabase(url, null, [one, two])
  await assert.rejects(
    prepareDatabase(url, null, [one]),
    saying(/made ready by a newer Goldthread: it has 0002_two.sql, and this version knows migrations up to 0001_one.sql/),
  )
  await assert.rejects(
    prepareDatabase(url, null, [one, { ...two, digest: 'c' }]),
    saying(/0002_two.sql was applied to this database in another form/),
  )
})

test('a migration that fails leaves everything as it was', async t => {
  const url = await emptyDatabase(t)
  const one: Migration = { number: 1, name: '0001_one.sql', sql: 'create table one (); create table two ()', digest: 'a' }
  await assert.rejects(
    prepareDatabase(url, null, [one, { ...one, number: 2, name: '0002_two.sql', sql: 'select 1 / 0' }]),
    /division by zero/,
  )
  const sql = connect(url, { max: 1 })
  t.after(() => sql.end())
  assert.deepEqual([...(await sql`select to_regclass('one')::text as one`)], [{ one: null }])
})

test('a database that is not there, and one in another encoding, are refused with a sentence', async t => {
  const { owner, urlOf } = await freshServer(t)
  await assert.rejects(prepareDatabase(urlOf('nowhere'), null, migrations), saying(/There is no database nowhere.*createdb/))
  await owner`create database old template template0 encoding 'SQL_ASCII' locale 'C'`
  await assert.rejects(prepareDatabase(urlOf('old'), null, migrations), saying(/encoded in SQL_ASCII/))
})
