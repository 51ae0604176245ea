// Two web processes on one server work as one: two programs, started at the same moment on an empty database.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { connect } from '../src/platform/db/connection.ts'
import { emptyDatabase, migrations } from './database/index.ts'
import { Browser, type Program, startProgram } from './kill/program.ts'
import { formIn } from './web/form.ts'

const dropping: (() => Promise<void>)[] = []
const url = await emptyDatabase({ after: work => void dropping.push(work) })
const owner = connect(url, { max: 3 })
const both = await Promise.all([startProgram({ DATABASE_URL: url }), startProgram({ DATABASE_URL: url })])
const [one, other] = both
after(async () => {
  await Promise.all([...both.map(({ stop }) => stop()), owner.end({ timeout: 1 })])
  for (const work of dropping) await work()
})

const helen = new Browser()
const passphrase = 'seven yellow bicycles'

test('both are ready, and the schema was made once', async () => {
  const applied = await owner<{ number: number }[]>`select number from migration.applied order by number`
  assert.deepEqual(
    applied.map(({ number }) => number),
    migrations.map(({ number }) => number),
  )
})

test('the code that one printed opens the other', async () => {
  for (const [printed, asked] of [both, both.toReversed()] as [Program, Program][]) {
    const somebody = new Browser()
    assert.equal((await somebody.get(`${asked.origin}/?code=${printed.code}`)).status, 303)
    assert.match((await somebody.get(`${asked.origin}/`)).body, /Set up your partnership/)
  }
})

test('two who look round the example at the same moment, each at another, find the same one', async () => {
  const answers = await Promise.all(
    both.map(async ({ origin, code }) => {
      const somebody = new Browser()
      await somebody.get(`${origin}/?code=${code}`)
      return somebody.post(`${origin}/example`, {})
    }),
  )
  assert.deepEqual(
    answers.map(({ status, location }) => [status, location]),
    [
      [303, '/wexcombe'],
      [303, '/wexcombe'],
    ],
  )
  assert.equal((await owner`select from platform.partnership where slug = 'wexcombe'`).length, 1)
  assert.equal((await owner`select from platform.partnership`).length, 3, 'with its two districts')
})

test('who signs in at one is signed in at the other, and who signs out is signed out at both', async () => {
  await helen.get(`${one.origin}/?code=${other.code}`)
  const form = { partnership: 'Two', area: 'Trafford', name: 'Helen Marsh', email: 'helen@two.example', passphrase }
  assert.equal((await helen.post(`${one.origin}/setup`, form)).location, '/two')
  assert.equal((await helen.get(`${other.origin}/two/scorecard`)).status, 200)

  const before = new Map(helen.cookies)
  await helen.post(`${other.origin}/sign-out`, {})
  for (const [name, value] of before) helen.cookies.set(name, value)
  for (const { origin } of both) assert.equal((await helen.get(`${origin}/two/scorecard`)).status, 303)

  await helen.post(`${other.origin}/sign-in`, { email: 'helen@two.example', passphrase })
  assert.equal((await helen.get(`${one.origin}/two/scorecard`)).status, 200)
})

test('what is changed at one shows at the other at once, though it had made the page before', async () => {
  for (let round = 0; round < 4; round++) {
    const [changed, shown] = round % 2 === 0 ? [one, other] : [other, one]
    const name = `Partner ${round}`
    const list = () => helen.get(`${shown.origin}/two/organisations`)
    for (let time = 0; time < 2; time++) assert.doesNotMatch((await list()).body, new RegExp(name))
    assert.equal((await helen.post(`${changed.origin}/two/organisations/new`, { name })).status, 303)
    assert.match((await list()).body, new RegExp(name))
  }
})

test('forty jobs are each done once, by either', async () => {
  await addAgreement()
  const first = await bringIn('reference,title,polarity,value_type,decimals\nN1,First-time entrants,lower,count,0\n')
  const copies = await owner<{ id: number }[]>`
    insert into performance.data_import (partnership_id, kind, agreement_id, file_name, source, state, mapping, file, made_by_name)
    select partnership_id, kind, agreement_id, file_name, source, 'checking', mapping, file, made_by_name
      from performance.data_import, generate_series(1, 40)
     where id = ${first}
    returning id`
  const ids = copies.map(({ id }) => id)
  await owner`
    insert into performance.data_import_piece (partnership_id, import_id, number, content)
    select partnership_id, copy, number, content from performance.data_import_piece, unnest(${ids}::bigint[]) as copy where import_id = ${first}`
  await whileJobsStandStill(async () => {
    await owner.begin(async sql => {
      await sql`
        insert into platform.job (kind, partnership_id, payload)
        select 'check-data-import', partnership_id, jsonb_build_object('importId', id) from performance.data_import where id = any(${ids})`
      await sql`select pg_notify('goldthread_job', '')`
    })
    await until(async () => Math.min(...(await Promise.all(both.map(running)))) > 0, 'one of them did nothing')
  })
  await until(async () => (await owner`select from platform.job`).length === 0, 'the jobs were not done')

  const done = await Promise.all([jobs(one, 'done'), jobs(other, 'done')])
  assert.equal(done[0] + done[1], 40, String(done))
  const outcomes = await owner`
    select state, (select count(*) from performance.data_import_row r where r.import_id = i.id) as rows
      from performance.data_import i where id = any(${ids}) group by 1, 2`
  assert.deepEqual([...outcomes], [{ state: 'checked', rows: 1 }])
})

test('when one is killed in the middle of a job, the other does it', async () => {
  const rows = 8_000
  const lines = Array.from({ length: rows }, (_, at) => `X${at},${`Indicator ${at} `.padEnd(300, 'x')},higher,percentage,1`)
  let id = 0
  let heir = one
  let before = 0
  await whileJobsStandStill(async () => {
    id = await bringIn(`reference,title,polarity,value_type,decimals\n${lines.join('\n')}\n`)
    await until(async () => Math.max(...(await Promise.all(both.map(running)))) > 0, 'nobody began it')
    const victim = (await running(one)) > 0 ? one : other
    heir = victim === one ? other : one
    before = await jobs(heir, 'done')
    await victim.kill()
  })

  await until(async () => (await owner`select from platform.job`).length === 0, 'nobody took the job up')
  const [found] = await owner`
    select state, (select count(*) from performance.data_import_row r where r.import_id = i.id) as rows from performance.data_import i where id = ${id}`
  assert.deepEqual(found, { state: 'checked', rows })
  assert.equal(await jobs(heir, 'done'), before + 1)
  assert.equal((await helen.get(`${heir.origin}/two/imports/${id}`)).status, 200)
})

/** Whoever checks a file comes as far as its first row, and waits there. */
async function whileJobsStandStill(work: () => Promise<void>): Promise<void> {
  await owner.begin(async sql => {
    await sql`lock table performance.data_import_row in access exclusive mode`
    await work()
  })
}

async function addAgreement(): Promise<void> {
  const { body } = await helen.get(`${one.origin}/two/agreements/new`)
  const agreement = { title: 'Agreement', firstYear: '2008-09', lastYear: '2010-11', tolerance: '5%' }
  assert.equal((await helen.post(`${one.origin}/two/agreements/new`, { ...formIn(body).fields, ...agreement })).status, 303)
}

/** A file of indicators, brought in at one and given to be checked. */
async function bringIn(content: string): Promise<number> {
  const { action, fields } = formIn((await helen.get(`${one.origin}/two/imports/new?kind=indicators`)).body, '/imports')
  const form = new FormData()
  form.append('file', new Blob([content], { type: 'text/csv' }), 'indicators.csv')
  for (const [name, values] of Object.entries(fields)) for (const value of values) form.append(name, value)
  const { location } = await helen.post(`${one.origin}${action}`, form)
  const columns = `${one.origin}${location}`
  assert.equal((await helen.post(columns, formIn((await helen.get(columns)).body).fields)).status, 303)
  return Number(/imports\/(\d+)/.exec(location)?.[1])
}

const running = (program: Program): Promise<number> => figure(program, 'goldthread_jobs_running{kind="check-data-import"}')
const jobs = (program: Program, outcome: string): Promise<number> =>
  figure(program, `goldthread_jobs_total{kind="check-data-import",outcome="${outcome}"}`)

async function figure({ origin }: Program, name: string): Promise<number> {
  const text = await (await fetch(`${origin}/metrics`)).text()
  const line = text.split('\n').find(each => each.startsWith(`${name} `))
  return line === undefined ? 0 : Number(line.slice(name.length + 1))
}

async function until(condition: () => Promise<boolean>, otherwise: string): Promise<void> {
  for (const deadline = performance.now() + 30_000; !(await condition()); await sleep(50))
    assert.ok(performance.now() < deadline, otherwise)
}
