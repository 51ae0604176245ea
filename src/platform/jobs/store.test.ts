import assert from 'node:assert/strict'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import test, { type TestContext } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { type FreshDatabase, freshDatabase, migrations } from '../../../test/database/index.ts'
import { openDatabase, prepareDatabase } from '../db/index.ts'
import { createJobs, enqueue } from './index.ts'

const quiet = { info: () => {}, error: () => {} }
const amina = { partnershipId: 1, accountId: null, name: 'Amina Rahman', requestId: 'r1' }

async function wexcombe(t: TestContext): Promise<FreshDatabase> {
  const fresh = await freshDatabase(t)
  await fresh.database.platform(db => db`insert into platform.partnership (slug, name) values ('wexcombe', 'Wexcombe')`)
  return fresh
}

/** Polls rarely, so that what is quick was heard. */
function jobsOf(t: TestContext, { database }: FreshDatabase, options: Parameters<typeof createJobs>[2] = {}) {
  const jobs = createJobs(database, quiet, { poll: 60_000, ...options })
  t.after(() => jobs.stop(0))
  return jobs
}

async function until(condition: () => unknown): Promise<void> {
  for (let tries = 0; !(await condition()); tries++) {
    if (tries > 500) assert.fail('it did not happen')
    await sleep(10)
  }
}

const left = ({ owner }: FreshDatabase) => owner<{ attempts: number; lastError: string | null; failed: boolean }[]>`
  select attempts, last_error, failed_at is not null as failed from platform.job order by id`

test('a job is done once the visit that asked for it is committed, in the name of the person who asked', async t => {
  const fresh = await wexcombe(t)
  const jobs = jobsOf(t, fresh)
  const done: unknown[] = []
  jobs.define('count', async ({ database, who, payload }) => {
    await database.visit(who, 'write', db => db`insert into partnership.area (name, kind) values ('Wexcombe', 'county')`)
    done.push([payload, who.partnershipId])
  })
  await jobs.start()
  await fresh.database.visit(amina, 'write', async db => {
    await enqueue(db, 'count', { import_id: 7 })
    await sleep(100)
    assert.deepEqual(done, [])
  })
  await until(async () => (await left(fresh)).length === 0)
  assert.deepEqual(done, [[{ import_id: 7 }, 1]])
})

test('a visit that is rolled back leaves no job, and of two with one key the second is dropped', async t => {
  const fresh = await wexcombe(t)
  await assert.rejects(
    fresh.database.visit(amina, 'write', async db => {
      await enqueue(db, 'count', {})
      throw new Error('refused')
    }),
  )
  assert.equal((await left(fresh)).length, 0)
  for (let i = 0; i < 2; i++) await fresh.database.visit(amina, 'write', db => enqueue(db, 'count', {}, 'import 7'))
  assert.equal((await left(fresh)).length, 1)
})

test('a job that fails is tried again, and given up after the last attempt', async t => {
  const fresh = await wexcombe(t)
  const jobs = jobsOf(t, fresh, { attempts: 3, poll: 10, pause: () => 20 })
  let tries = 0
  jobs.define('fail', async () => {
    tries++
    throw new Error(`not the ${tries}th time either`)
  })
  await jobs.start()
  await fresh.database.visit(amina, 'write', db => enqueue(db, 'fail', {}))
  await until(async () => (await left(fresh))[0]?.failed)
  assert.deepEqual([...(await left(fresh))], [{ attempts: 3, lastError: 'not the 3th time either', failed: true }])
})

test('twenty jobs and two web processes: each job is done once', async t => {
  const fresh = await wexcombe(t)
  const done: number[] = []
  for (let i = 0; i < 2; i++) {
    const jobs = jobsOf(t, fresh)
    jobs.define('number', async ({ payload }) => {
      await sleep(5)
      done.push((payload as { number: number }).number)
    })
    await jobs.start()
  }
  await fresh.database.visit(amina, 'write', async db => {
    for (let number = 0; number < 20; number++) await enqueue(db, 'number', { number })
  })
  await until(async () => (await left(fresh)).length === 0)
  assert.deepEqual(
    done.toSorted((a, b) => a - b),
    Array.from({ length: 20 }, (_, number) => number),
  )
})

test('a job that is running when Goldthread stops is aborted, and taken up again as if it had not been tried', async t => {
  const fresh = await wexcombe(t)
  const jobs = jobsOf(t, fresh)
  let began = false
  jobs.define('long', async ({ signal }) => {
    began = true
    await sleep(60_000, undefined, { signal })
  })
  await jobs.start()
  await fresh.database.visit(amina, 'write', db => enqueue(db, 'long', {}))
  await until(() => began)
  await jobs.stop(50)
  assert.deepEqual([...(await left(fresh))], [{ attempts: 0, lastError: null, failed: false }])
})

test('a job that asks nothing for longer than a visit may think keeps its row, and is done once', async t => {
  const fresh = await wexcombe(t)
  const { appUrl } = await prepareDatabase(fresh.ownerUrl, null, migrations)
  const database = openDatabase(appUrl, { poolSize: 6, idleMs: 200 })
  t.after(() => database.close())
  // That the time is short at all: a visit that thinks for longer is ended.
  await assert.rejects(
    database.platform(async db => {
      await db`select 1`
      await sleep(600)
      await db`select 1`
    }),
  )
  let times = 0
  for (let i = 0; i < 2; i++) {
    const jobs = jobsOf(t, { ...fresh, database }, { poll: 50 })
    jobs.define('long', async () => {
      times++
      await sleep(3_000)
    })
    await jobs.start()
  }
  await fresh.database.visit(amina, 'write', db => enqueue(db, 'long', {}))
  await until(async () => (await left(fresh)).length === 0)
  assert.equal(times, 1)
})

test('what becomes of a job is told', async t => {
  const fresh = await wexcombe(t)
  const told: string[] = []
  const jobs = jobsOf(t, fresh, { attempts: 2, poll: 10, pause: () => 20, tell: (kind, event) => void told.push(`${kind} ${event}`) })
  jobs.define('good', async () => {})
  jobs.define('bad', () => Promise.reject(new Error('not this time')))
  await jobs.start()
  await fresh.database.visit(amina, 'write', db => enqueue(db, 'good', {}))
  await until(async () => (await left(fresh)).length === 0)
  await fresh.database.visit(amina, 'write', db => enqueue(db, 'bad', {}))
  await until(async () => (await left(fresh))[0]?.failed)
  await until(() => told.length === 9)
  assert.deepEqual(told.slice(0, 3).toSorted(), ['good begun', 'good done', 'good ended'])
  assert.deepEqual(told.slice(3), ['bad begun', 'bad failed', 'bad ended', 'bad begun', 'bad given up', 'bad ended'])
})

test('a job whose process is killed is taken up again within seconds', async t => {
  const fresh = await wexcombe(t)
  await fresh.database.visit(amina, 'write', db => enqueue(db, 'deadly', {}))
  const victim = fork(new URL('./victim.ts', import.meta.url).pathname, [fresh.ownerUrl], { stdio: 'inherit' })
  await once(victim, 'message')
  victim.kill('SIGKILL')
  await once(victim, 'exit')
  const jobs = jobsOf(t, fresh, { poll: 20 })
  jobs.define('deadly', async () => {})
  await jobs.start()
  await until(async () => (await left(fresh)).length === 0)
})

test('a job that kills every process is given up', async t => {
  const fresh = await wexcombe(t)
  await fresh.database.visit(amina, 'write', db => enqueue(db, 'deadly', {}))
  await fresh.owner`update platform.job set attempts = 5`
  const jobs = jobsOf(t, fresh)
  jobs.define('deadly', () => assert.fail('it was tried again'))
  await jobs.start()
  await until(async () => (await left(fresh))[0]?.failed)
})
