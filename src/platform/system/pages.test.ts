import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { freshApp, openApplication } from '../../../test/web/index.ts'
import { openWatch } from './watch.ts'

const app = await freshApp({ after })
const token = 'a-token-that-nobody-guesses'
const log: string[] = []

/** The same behind a proxy, with a token, and with a log in which every query is slow. */
const { web } = await openApplication({
  database: app.database,
  version: '1.2.3',
  clock: () => Temporal.Instant.from('2009-05-06T09:30:00Z'),
  metricsToken: token,
  trustProxy: 1,
  slowQueryMs: 0,
  log: { write: line => void log.push(line) },
})
after(() => web.server.close())

describe('whether all is well', () => {
  test('an administrator sees it line by line', async () => {
    const { statusCode, body } = await app.get(app.administrator, 'system')
    assert.equal(statusCode, 200)
    assert.match(body, /<h1 class="govuk-heading-l">Is all well\?<\/h1>/)
    assert.match(body, /PostgreSQL 1\d\.\d+, on a server/)
    assert.match(body, /Migration \d+/)
    assert.match(body, /Nothing is being done, nothing waiting/)
    assert.match(body, /Version 0\.0\.0, running for/)
    assert.match(body, /href="\/wexcombe\/system"/)
  })

  test('others have neither the page nor the way to it', async () => {
    assert.equal((await app.get(app.officer, 'system')).statusCode, 403)
    assert.doesNotMatch((await app.get(app.officer, 'scorecard')).body, /\/wexcombe\/system/)
  })

  test('a job that was given up is told to its own partnership only', async t => {
    await app.owner`
      insert into platform.job (kind, partnership_id, payload, attempts, last_error, failed_at)
      values ('keep-data-import', ${app.partnershipId}, '{}', 5, 'No space left on device', '2009-05-05T09:30:00Z')`
    t.after(() => app.owner`delete from platform.job`.then(() => {}))
    const own = await app.get(app.administrator, 'system')
    assert.match(own.body, /Importing a file: given up on 5 May 2009, 10:30am\. The disk is full \(job-\d+ in the log\)/)
    assert.match(own.body, /What to do:<\/strong> Do what it was for once more/)
    const other = await app.get(app.stranger, '/elmbridge/system')
    assert.match(other.body, /None in the last week/)
  })

  test('failed sign-ins are counted, each once', async () => {
    for (let i = 0; i < 2; i++) await app.post(null, '/sign-in', { email: 'helen.marsh@1.example', passphrase: `not the passphrase, ${i}` })
    const { body } = await app.get(app.administrator, 'system')
    // The clock stands still: two at the same moment are one.
    assert.match(body, /1 in the last hour, 1 in the last day/)
  })
})

describe('figures', () => {
  const ask = (headers: Record<string, string> = {}, remoteAddress = '127.0.0.1', at = web) =>
    at.server.inject({ method: 'GET', url: '/metrics', headers, remoteAddress })

  test('are given to this machine and to whoever has the token; for others there is no such page', async () => {
    const isThere = async (expected: boolean, ...asked: Parameters<typeof ask>) =>
      assert.equal((await ask(...asked)).statusCode, expected ? 200 : 404, JSON.stringify(asked.slice(0, 2)))

    await isThere(true)
    await isThere(true, {}, '::1')
    await isThere(true, {}, '::ffff:127.0.0.1')
    await isThere(false, {}, '203.0.113.9')
    await isThere(false, {}, '10.0.0.127')
    await isThere(false, { authorization: 'Bearer a-token-that-somebody-guessed' }, '203.0.113.9')
    await isThere(true, { authorization: `Bearer ${token}` }, '203.0.113.9')
    // The proxy is on this machine, whoever is behind it is not.
    await isThere(false, { 'x-forwarded-for': '203.0.113.9' })
    await isThere(false, { 'x-forwarded-for': '127.0.0.1, 203.0.113.9' })
    await isThere(true, { 'x-forwarded-for': '203.0.113.9', authorization: `Bearer ${token}` })
  })

  test('a proxy that nobody told us of does not make a stranger one of this machine, and without a token none is right', async () => {
    assert.equal((await ask({}, '127.0.0.1', app.web)).statusCode, 200)
    assert.equal((await ask({ 'x-forwarded-for': '203.0.113.9' }, '127.0.0.1', app.web)).statusCode, 404)
    for (const authorization of ['Bearer ', 'Bearer null', ''])
      assert.equal((await ask({ authorization }, '203.0.113.9', app.web)).statusCode, 404)
  })

  test('tell of requests, queries, jobs, imports, the pool and the process, and of no partnership or person', async () => {
    await web.server.inject({ method: 'GET', url: '/wexcombe/scorecard', headers: { cookie: app.administrator.cookie } })
    await web.server.inject({ method: 'GET', url: '/nowhere/at/all' })
    await app.owner`insert into platform.job (kind, partnership_id, payload, run_at) values ('later', ${app.partnershipId}, '{}', now() - interval '1 hour')`
    const watch = openWatch({ database: app.database, version: '1.2.3', figures: async () => [], keep: 0 })
    assert.match(await watch.metrics(), /goldthread_jobs_waiting\{kind="later"\} 1\n/)
    assert.match(await watch.metrics(), /goldthread_jobs_oldest_waiting_seconds\{kind="later"\} 36\d\d\.\d+\n/)

    const { body, headers } = await ask()
    assert.equal(headers['content-type'], 'text/plain; version=0.0.4; charset=utf-8')
    assert.equal(headers['cache-control'], 'no-store')
    for (const line of [
      /^goldthread_info\{version="1\.2\.3"\} 1$/m,
      /^goldthread_requests_total\{route="\/:partnership\/scorecard",method="GET",status="200"\} 1$/m,
      /^goldthread_requests_total\{route="unknown",method="GET",status="404"\} \d+$/m,
      /^goldthread_request_duration_seconds_count\{route="\/:partnership\/scorecard",method="GET"\} 1$/m,
      /^goldthread_query_duration_seconds_bucket\{le="\+Inf"\} \d+$/m,
      /^goldthread_pool_size 4$/m,
      /^goldthread_pool_in_use 0$/m,
      /^goldthread_pool_waiting 0$/m,
      /^# TYPE goldthread_imports gauge$/m,
      /^process_resident_memory_bytes \d+$/m,
      /^goldthread_uptime_seconds [\d.]+$/m,
      /^goldthread_database_up 1$/m,
    ])
      assert.match(body, line)
    assert.doesNotMatch(body, /wexcombe|Wexcombe|Helen|marsh/)
    // Every line is a remark or a figure.
    assert.deepEqual(
      body.split('\n').filter(line => !/^(# (HELP|TYPE) \w+ .+|\w+(\{(\w+="[^"]*",?)+\})? -?[\d.e+-]+|)$/.test(line)),
      [],
    )
  })

  test('imports are counted of all partnerships together', async () => {
    await app.owner`
      with area as (insert into partnership.area (partnership_id, name, kind) values (${app.partnershipId}, 'Wexcombe', 'county') returning id),
           agreement as (insert into performance.agreement (partnership_id, title, first_year, last_year, area_id)
                         select ${app.partnershipId}, 'LAA', 2008, 2010, id from area returning id)
      insert into performance.data_import (partnership_id, kind, agreement_id, file_name, state, made_by_name)
      select ${app.partnershipId}, 'returns', id, 'returns.csv', 'checked', 'Priya Nair' from agreement`
    const { web: fresh } = await openApplication({ database: app.database, version: '1.2.3' })
    const { body } = await ask({}, '127.0.0.1', fresh)
    await fresh.server.close()
    assert.match(body, /^goldthread_imports\{state="checked"\} 1$/m)
  })
})

test('a slow query is in the log: its text without what it was asked with, how long it took, and for which request', async () => {
  log.length = 0
  const cookie = app.administrator.cookie
  const answer = await web.server.inject({ method: 'GET', url: '/wexcombe/indicators?q=SECRET', headers: { cookie } })
  const slow = log.map(line => JSON.parse(line)).filter(({ msg }) => msg === 'A query was slow')
  assert.ok(slow.length > 1)
  for (const { level, reqId, route, ms, statement } of slow) {
    assert.deepEqual([level, reqId, route], ['warn', answer.headers['x-request-id'], '/:partnership/indicators'])
    assert.equal(typeof ms, 'number')
    assert.match(statement, /^(select|with|update|insert|delete) /)
  }
  assert.match(slow[0].statement, /where session\.token_digest = \$\d/)
  assert.doesNotMatch(log.join(''), new RegExp(`SECRET|${cookie.split('=')[1]}`))
})
