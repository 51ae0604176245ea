import assert from 'node:assert/strict'
import { AsyncLocalStorage } from 'node:async_hooks'
import test, { describe, type TestContext } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { type FreshDatabase, freshDatabase, migrations } from '../../../test/database/index.ts'
import { connect, type Db } from './connection.ts'
import { openDatabase, type Who } from './database.ts'
import { prepareDatabase } from './prepare.ts'
import { type Asked, because } from './watching.ts'

const amina: Who = { partnershipId: 1, accountId: 7, name: 'Amina Rahman', requestId: 'r1' }
const strangers: Who = { partnershipId: 2, accountId: 8, name: 'Tom Ashworth', requestId: 'r2' }

/** Another visitor at the same time, not inside the visit that is open. */
const meanwhile = AsyncLocalStorage.snapshot()

/** Wexcombe is partnership 1, its neighbour Ashford 2. */
async function twoPartnerships(t: TestContext): Promise<FreshDatabase> {
  const fresh = await freshDatabase(t)
  await fresh.database.platform(
    db => db`insert into platform.partnership (slug, name) values ('wexcombe', 'Wexcombe'), ('ashford', 'Ashford')`,
  )
  return fresh
}

test('a visit sees and writes what is its own partnership’s, and nothing of another’s', async t => {
  const { database, owner } = await twoPartnerships(t)
  await database.visit(amina, 'write', db => db`insert into partnership.area (name, kind) values ('Wexcombe', 'county')`)

  const seen = await database.visit(strangers, 'write', async db => ({
    areas: await db`select from partnership.area`,
    changed: (await db`update partnership.area set name = 'Ours now'`).count,
    removed: (await db`delete from partnership.area`).count,
    history: await db`select from platform.history`,
  }))
  assert.deepEqual([seen.areas.length, seen.changed, seen.removed, seen.history.length], [0, 0, 0, 0])
  await assert.rejects(
    database.visit(strangers, 'write', db => db`insert into partnership.area (partnership_id, name, kind) values (1, 'A gift', 'county')`),
    /row-level security/,
  )
  assert.deepEqual([...(await owner`select partnership_id, name from partnership.area`)], [{ partnershipId: 1, name: 'Wexcombe' }])
})

test('a row cannot refer to another partnership’s', async t => {
  const { database } = await twoPartnerships(t)
  const [area] = await database.visit(
    amina,
    'write',
    db => db<{ id: number }[]>`insert into partnership.area (name, kind) values ('Wexcombe', 'county') returning id`,
  )
  await assert.rejects(
    database.visit(
      strangers,
      'write',
      db => db`insert into performance.agreement (title, first_year, last_year, area_id) values ('LAA', 2008, 2010, ${area?.id ?? 0})`,
    ),
    /foreign key/,
  )
})

test('outside a visit the pool may do nothing', async t => {
  const { ownerUrl } = await twoPartnerships(t)
  const { appUrl } = await prepareDatabase(ownerUrl, null, migrations)
  const pool = connect(appUrl, { max: 1 })
  t.after(() => pool.end())
  await assert.rejects(pool`select from platform.partnership`, /permission denied/)
  await assert.rejects(pool`select from partnership.area`, /permission denied/)
  await assert.rejects(pool`set role goldthread`, /role|permission/)
})

test('a visit may not reach the platform’s own tables, and the platform none of a partnership’s', async t => {
  const { database } = await twoPartnerships(t)
  await assert.rejects(
    database.visit(amina, 'read', db => db`select from platform.session`),
    /permission denied/,
  )
  await assert.rejects(
    database.platform(db => db`select from partnership.area`),
    /permission denied/,
  )
})

test('a visit that reads cannot write, and sees one moment throughout', async t => {
  const { database } = await twoPartnerships(t)
  await assert.rejects(
    database.visit(amina, 'read', db => db`insert into partnership.area (name, kind) values ('Wexcombe', 'county')`),
    /read-only transaction/,
  )
  const count = async (db: Db) => (await db`select from partnership.area`).length
  const [before, after] = await database.visit(amina, 'read', async db => {
    const first = await count(db)
    await meanwhile(() => database.visit(amina, 'write', db => db`insert into partnership.area (name, kind) values ('Wexcombe', 'county')`))
    return [first, await count(db)]
  })
  assert.deepEqual([before, after], [0, 0])
  assert.equal(await database.visit(amina, 'read', count), 1)
})

test('a visit inside a visit is refused, also through the platform', async t => {
  const { database } = await twoPartnerships(t)
  const nothing = async () => {}
  await assert.rejects(
    database.visit(amina, 'read', () => database.visit(amina, 'read', nothing)),
    /begun inside a visit/,
  )
  await assert.rejects(
    database.visit(amina, 'read', () => database.platform(nothing)),
    /begun inside a visit/,
  )
  await assert.rejects(
    database.platform(() => database.visit(amina, 'read', nothing)),
    /begun inside a platform/,
  )
  await database.visit(amina, 'read', nothing)
})

test('what throws is rolled back, and a savepoint only to where it began', async t => {
  const { database } = await twoPartnerships(t)
  const add = (name: string) => (db: Db) => db`insert into partnership.area (name, kind) values (${name}, 'ward')`
  await assert.rejects(
    database.visit(amina, 'write', async db => {
      await add('Lost')(db)
      throw new Error('the handler failed')
    }),
    /the handler failed/,
  )
  await database.visit(amina, 'write', async db => {
    await add('Kept')(db)
    await assert.rejects(
      db.savepoint(async inner => {
        await add('Lost too')(inner)
        await inner`select 1 / 0`
      }),
    )
  })
  assert.deepEqual([...(await database.visit(amina, 'read', db => db`select name from partnership.area`))], [{ name: 'Kept' }])
})

test('a query that was not awaited is not sent in somebody else’s visit', async t => {
  const { ownerUrl } = await twoPartnerships(t)
  const { appUrl } = await prepareDatabase(ownerUrl, null, migrations)
  const database = openDatabase(appUrl, { poolSize: 1 })
  t.after(() => database.close())
  let forgotten: PromiseLike<unknown> | undefined
  let late: () => PromiseLike<unknown> = () => Promise.resolve()
  await database.visit(amina, 'write', async db => {
    forgotten = db`insert into partnership.area (name, kind) values ('Forgotten', 'ward')`
    late = () => db`insert into partnership.area (name, kind) values ('Late', 'ward')`
  })
  await database.visit(strangers, 'write', async () => {
    await assert.rejects(Promise.resolve(forgotten), /after its visit had ended/)
    await assert.rejects(Promise.resolve(late()), /after its visit had ended/)
    await sleep(20)
  })
  assert.equal((await database.visit(strangers, 'read', db => db`select from partnership.area`)).length, 0)
})

describe('a visit whose connection is lost fails at once, whatever it was about to do, and the next one is served', () => {
  type Ways = { readonly db: Db; readonly cut: () => Promise<unknown> }
  const check = (name: string, work: (ways: Ways) => Promise<unknown>) =>
    test(name, async t => {
      const { database, owner } = await twoPartnerships(t)
      await assert.rejects(
        database.visit(amina, 'write', async db => {
          const [own] = await db<{ pid: number }[]>`select pg_backend_pid() as pid`
          return work({ db, cut: () => owner`select pg_terminate_backend(${own?.pid ?? 0})`.then(() => sleep(50)) })
        }),
        /CONNECTION_CLOSED|terminating connection/,
      )
      await sleep(50)
      assert.equal((await database.visit(amina, 'read', db => db`select from partnership.area`)).length, 0)
      assert.deepEqual(database.pool(), { size: 4, inUse: 0, waiting: 0 })
    })

  check('while a query is answered', ({ db, cut }) => Promise.all([db`select pg_sleep(5)`, cut()]))
  check('while it does something else', async ({ db, cut }) => {
    await cut()
    await db`select 1`
  })
  check('before it ends', ({ cut }) => cut())
  check('before it fails', async ({ cut }) => {
    await cut()
    throw new Error('the handler failed')
  })
  check('within a savepoint', ({ db, cut }) => db.savepoint(inner => Promise.all([inner`select pg_sleep(5)`, cut()])))
  check('and it takes no notice', ({ db, cut }) => Promise.all([db`select pg_sleep(5)`.then(null, () => {}), cut()]))
})

test('every change is in the history: who, when, by which request, before and after', async t => {
  const { database } = await twoPartnerships(t)
  await database.visit(amina, 'write', async db => {
    await db`insert into partnership.organisation (name) values ('Wexcombe Primary Care Trust')`
    await db`update partnership.organisation set name = 'NHS Wexcombe'`
    await db`update partnership.organisation set name = 'NHS Wexcombe'`
    await db`delete from partnership.organisation`
  })
  const history = await database.visit(
    amina,
    'read',
    db =>
      db`select who, account_id, request_id, subject, act, before ->> 'name' as before, after ->> 'name' as after from platform.history order by id`,
  )
  const by = { who: 'Amina Rahman', accountId: 7, requestId: 'r1', subject: 'partnership.organisation' }
  assert.deepEqual(
    [...history],
    [
      { ...by, act: 'added', before: null, after: 'Wexcombe Primary Care Trust' },
      { ...by, act: 'changed', before: 'Wexcombe Primary Care Trust', after: 'NHS Wexcombe' },
      { ...by, act: 'removed', before: 'NHS Wexcombe', after: null },
    ],
  )
  await assert.rejects(
    database.visit(amina, 'write', db => db`update platform.history set who = 'Somebody else'`),
    /permission denied/,
  )
})

test('values keep their meaning on the way: days and decimals as text, instants, whole numbers that are safe, keys inside jsonb as they were', async t => {
  const { database } = await twoPartnerships(t)
  const at = Temporal.Instant.from('2026-07-14T08:30:00.123456Z')
  const [row] = await database.platform(
    db => db`
      select date '2009-03-31' as ends_on, 1.50::numeric as value, 9007199254740991::bigint as large, ${at}::timestamptz as at, array[1, 2]::bigint[] as ids,
             ${db.json({ first_name: 'Amina', list: [1, { a_b: true }] })}::jsonb as payload, 7 = any(${[6, 7]}::bigint[]) as found`,
  )
  assert.deepEqual(
    { ...row, at: String(row?.['at']) },
    {
      endsOn: '2009-03-31',
      value: '1.50',
      large: 9007199254740991,
      at: '2026-07-14T08:30:00.123456Z',
      ids: [1, 2],
      payload: { first_name: 'Amina', list: [1, { a_b: true }] },
      found: true,
    },
  )
  await assert.rejects(
    database.platform(db => db`select 9007199254740993::bigint as too_large`),
    /too large/,
  )
})

test('every statement is told with its text, how long it took, whether it failed, and what it was asked for', async t => {
  const { database } = await twoPartnerships(t)
  const told: Asked[] = []
  database.watch(asked => told.push(asked))
  await because({ request: 'r7', route: '/areas' }, () =>
    database.visit(amina, 'read', async db => {
      const slow = db`select pg_sleep(${0.05}), ${'secret'}::text`
      // Sent while the first is answered: what it waits for that is not its own.
      await Promise.all([slow, db`select name from partnership.area where ${db`id = ${7}`}`])
      await assert.rejects(db.savepoint(inner => inner`select 1 / 0`))
    }),
  )
  await database.platform(db => db`select 1`)
  const cause = { request: 'r7', route: '/areas' }
  assert.deepEqual(
    told.map(({ ms: _, ...asked }) => asked),
    [
      { statement: 'select pg_sleep($1), $2::text', failed: false, cause },
      { statement: 'select name from partnership.area where id = $1', failed: false, cause },
      { statement: 'select 1 / 0', failed: true, cause },
      { statement: 'select 1', failed: false, cause: null },
    ],
  )
  const [slow, next] = told
  assert.ok(slow && slow.ms >= 50 && slow.ms < 1_000, `${slow?.ms} ms`)
  assert.ok(next && next.ms < 45, `${next?.ms} ms`)
})

test('the pool says how many visits have a connection and how many wait for one', async t => {
  const { ownerUrl } = await twoPartnerships(t)
  const { appUrl } = await prepareDatabase(ownerUrl, null, migrations)
  const database = openDatabase(appUrl, { poolSize: 2 })
  t.after(() => database.close())
  const { promise: open, resolve: end } = Promise.withResolvers<void>()
  const visits = Array.from({ length: 5 }, () =>
    database.visit(amina, 'read', async db => {
      await db`select 1`
      await open
    }),
  )
  for (let tries = 0; database.pool().inUse < 2 && tries < 500; tries++) await sleep(10)
  assert.deepEqual(database.pool(), { size: 2, inUse: 2, waiting: 3 })
  end()
  await Promise.all(visits)
  await assert.rejects(
    database.visit(amina, 'read', db => db`select 1 / 0`),
    /division by zero/,
  )
  assert.deepEqual(database.pool(), { size: 2, inUse: 0, waiting: 0 })
})

test('what is said on a channel is heard until one stops listening', async t => {
  const { database, owner } = await twoPartnerships(t)
  let heard = 0
  const stop = await database.listen('goldthread_job', () => heard++)
  const before = heard
  await owner`select pg_notify('goldthread_job', '')`
  await sleep(100)
  assert.equal(heard, before + 1)
  await stop()
})
