import assert from 'node:assert/strict'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import test, { describe, type TestContext } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { type FreshDatabase, freshDatabase } from '../../../test/database/index.ts'
import { dayOnceIt } from './daily.ts'
import { createJobs } from './index.ts'

describe('it is that late in London', () => {
  const check = (now: string, at: string, expected: string | null) =>
    test(`${now}, ${at}`, () => assert.equal(dayOnceIt(Temporal.Instant.from(now), at), expected))

  check('2026-11-25T06:59:59Z', '07:00', null)
  check('2026-11-25T07:00:00Z', '07:00', '2026-11-25')
  check('2026-11-25T23:59:59Z', '07:00', '2026-11-25')
  check('2026-07-01T05:59:59Z', '07:00', null)
  check('2026-07-01T06:00:00Z', '07:00', '2026-07-01')
  check('2026-07-01T23:30:00Z', '07:00', null)
  // The clocks go forward at one: half past one is not there, and over.
  check('2026-03-29T00:59:00Z', '01:30', null)
  check('2026-03-29T01:00:00Z', '01:30', '2026-03-29')
})

const quiet = { info: () => {}, error: () => {} }

async function partnerships(t: TestContext): Promise<FreshDatabase> {
  const fresh = await freshDatabase(t)
  await fresh.database.platform(
    db => db`insert into platform.partnership (slug, name) values ('wexcombe', 'Wexcombe'), ('elmbridge', 'Elmbridge')`,
  )
  return fresh
}

type Done = { readonly partnership: number; readonly today: string; readonly before: string | null }

/** A process with a clock of its own. */
async function processOf(t: TestContext, { database }: FreshDatabase, done: Done[], clock: () => string) {
  const jobs = createJobs(database, quiet, { poll: 10, pause: () => 10, clock: () => Temporal.Instant.from(clock()) })
  jobs.daily({
    name: 'reminders',
    at: '07:00',
    work: async (db, { today, before }) => {
      const [here] = await db<{ id: number }[]>`select platform.current_partnership() as id`
      done.push({ partnership: here?.id ?? 0, today, before })
    },
  })
  await jobs.start()
  t.after(() => jobs.stop(0))
  return jobs
}

async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; !condition(); tries++) {
    if (tries > 500) assert.fail('it did not happen')
    await sleep(10)
  }
  // Whatever else would happen has time to.
  await sleep(100)
}
const inOrder = (done: readonly Done[]) => done.toSorted((a, b) => a.today.localeCompare(b.today) || a.partnership - b.partnership)

test('each partnership once a day, whatever the number of processes, over the end of summer time', async t => {
  const fresh = await partnerships(t)
  const done: Done[] = []
  let now = '2026-10-24T05:30:00Z'
  for (let i = 0; i < 2; i++) await processOf(t, fresh, done, () => now)
  await sleep(50)
  assert.deepEqual(done, [])
  now = '2026-10-24T06:00:00Z'
  await until(() => done.length === 2)
  now = '2026-10-25T06:30:00Z'
  await sleep(50)
  assert.equal(done.length, 2)
  now = '2026-10-25T07:00:00Z'
  await until(() => done.length === 4)
  assert.deepEqual(inOrder(done), [
    { partnership: 1, today: '2026-10-24', before: null },
    { partnership: 2, today: '2026-10-24', before: null },
    { partnership: 1, today: '2026-10-25', before: '2026-10-24' },
    { partnership: 2, today: '2026-10-25', before: '2026-10-24' },
  ])
})

test('what was missed is caught up once, and knows which days it has to speak for', async t => {
  const fresh = await partnerships(t)
  const done: Done[] = []
  const first = await processOf(t, fresh, done, () => '2026-11-20T08:00:00Z')
  await until(() => done.length === 2)
  await first.stop(1_000)
  for (let i = 0; i < 2; i++) {
    const next = await processOf(t, fresh, done, () => '2026-11-24T16:45:00Z')
    await until(() => done.length === 4)
    await next.stop(1_000)
  }
  assert.deepEqual(inOrder(done).slice(2), [
    { partnership: 1, today: '2026-11-24', before: '2026-11-20' },
    { partnership: 2, today: '2026-11-24', before: '2026-11-20' },
  ])
})

test('a process that is killed in the middle of it leaves it to be done', async t => {
  const fresh = await partnerships(t)
  const victim = fork(new URL('./victim.ts', import.meta.url).pathname, [fresh.ownerUrl, 'reminders'], { stdio: 'inherit' })
  await once(victim, 'message')
  victim.kill('SIGKILL')
  await once(victim, 'exit')
  const done: Done[] = []
  await fresh.owner`update platform.job set run_at = now()`
  await processOf(t, fresh, done, () => Temporal.Now.zonedDateTimeISO('Europe/London').with({ hour: 12 }).toInstant().toString())
  await until(() => done.length === 2)
  assert.deepEqual(
    inOrder(done).map(({ partnership, before }) => ({ partnership, before })),
    [
      { partnership: 1, before: null },
      { partnership: 2, before: null },
    ],
  )
})
