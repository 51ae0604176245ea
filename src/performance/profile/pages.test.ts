import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { formIn } from '../../../test/web/form.ts'
import { freshApp } from '../../../test/web/index.ts'
import { decimal } from '../../kernel/decimal.ts'
import { exampleLock, exampleSetting } from '../closing/example.ts'
import { examplePeriod } from '../judgement/example.ts'
import { addTargets } from '../target/store.ts'

const app = await freshApp({ after }, { now: '2009-05-06T09:30:00Z' })
const { get, post, officer, reader } = app
const setting = await exampleSetting(app)
const { county: areaId, burglary, fires } = setting
await app.owner`update performance.indicator set measurement = 'cumulative', frequency = 'quarter'`
await app.visit('write', db =>
  addTargets(
    db,
    [burglary, fires].map(indicatorId => ({
      ...examplePeriod('2008-09'),
      indicatorId,
      areaId,
      kind: 'target' as const,
      value: decimal('1003'),
      low: null,
      high: null,
    })),
  ),
)
const yearOf = async (indicatorId: number) =>
  (await app.owner<{ id: number }[]>`select id from performance.target where kind = 'target' and indicator_id = ${indicatorId}`)[0]?.id
const pathOf = async (indicatorId: number) => `indicators/${indicatorId}/targets/${await yearOf(indicatorId)}/profile`
const interim = async (indicatorId: number) =>
  (
    await app.owner<{ endsOn: string; value: string }[]>`
      select ends_on, value from performance.target where kind = 'interim' and indicator_id = ${indicatorId} order by ends_on`
  ).map(({ endsOn, value }) => `${endsOn} ${value}`)
const words = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const save = async (path: string, query: string, changes: Record<string, string> = {}) => {
  const { body } = await get(officer, `${path}?${query}`)
  return post(officer, path, { ...formIn(body, '/profile').fields, ...changes })
}

describe('a year’s target is spread', () => {
  test('from the list of targets, by who may', async () => {
    const path = await pathOf(burglary)
    assert.match((await get(officer, `indicators/${burglary}/targets`)).body, new RegExp(`href="/wexcombe/${path}"`))
    assert.doesNotMatch((await get(reader, `indicators/${burglary}/targets`)).body, /profile/)
    assert.equal((await get(reader, path)).statusCode, 403)
  })

  test('is shown before anything is kept, and then kept in one go', async () => {
    const path = await pathOf(burglary)
    const shown = words((await get(officer, `${path}?profile=even`)).body)
    assert.match(
      shown,
      /Q1 2008-09 251 251 – Added Q2 2008-09 251 502 – Added Q3 2008-09 251 753 – Added Q4 2008-09 250 1,003 – The year’s own target/,
    )
    assert.deepEqual(await interim(burglary), [])
    const answer = await save(path, 'profile=even')
    assert.equal(answer.headers.location, `/wexcombe/indicators/${burglary}/targets?area=${areaId}`)
    assert.deepEqual(await interim(burglary), ['2008-06-30 251', '2008-09-30 502', '2008-12-31 753'])
  })

  test('overwrites what is there only when that is said', async () => {
    const path = await pathOf(burglary)
    const own = 'profile=own&share-0=10&share-1=20&share-2=30&share-3=40'
    assert.match(
      words((await get(officer, `${path}?${own}`)).body),
      /Q1 2008-09 100 100 251 Stays, unless you say below that it is replaced/,
    )
    const unsaid = await save(path, own)
    assert.equal(unsaid.statusCode, 422)
    assert.match(unsaid.body, /There is nothing to save/)
    assert.equal((await save(path, own, { replace: 'yes' })).statusCode, 303)
    assert.deepEqual(await interim(burglary), ['2008-06-30 100', '2008-09-30 301', '2008-12-31 602'])
  })

  test('by percentages that come to a hundred, or by last year where its figures are there', async () => {
    const path = await pathOf(burglary)
    const short = await get(officer, `${path}?profile=own&share-0=10&share-1=20&share-2=30&share-3=39`)
    assert.equal(short.statusCode, 422)
    assert.match(short.body, /The percentages must come to 100 together/)
    assert.match(short.body, /name="share-3"[^>]*value="39"/)
    assert.match((await get(officer, `${path}?profile=own&share-0=x`)).body, /Enter each percentage as a number/)
    assert.match((await get(officer, `${path}?profile=last-year`)).body, /not all of its figures are there/)
  })

  test('leaves locked periods alone, and asks again when something has changed meanwhile', async () => {
    const path = await pathOf(fires)
    const { fields } = formIn((await get(officer, `${path}?profile=even`)).body, '/profile')
    await exampleLock(app, setting, [fires])
    await app.owner`update performance.locked_indicator set starts_on = '2008-04-01', ends_on = '2008-09-30' where indicator_id = ${fires}`
    await app.owner`update performance.locking set starts_on = '2008-04-01', ends_on = '2008-09-30'`
    const late = await post(officer, path, fields)
    assert.equal(late.statusCode, 422)
    assert.match(late.body, /Something has changed since you looked/)
    assert.match(words(late.body), /Q2 2008-09 251 502 – Locked: stays as it is/)
    assert.equal((await save(path, 'profile=even')).statusCode, 303)
    assert.deepEqual(await interim(fires), ['2008-12-31 753'])
  })

  test('is not offered for what does not add up', async () => {
    await app.owner`update performance.indicator set measurement = 'snapshot' where id = ${fires}`
    assert.match((await get(officer, await pathOf(fires))).body, /Only the target of a year can be spread/)
    assert.doesNotMatch((await get(officer, `indicators/${fires}/targets`)).body, /profile/)
  })
})
