import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { type FreshApp, freshApp } from '../../../test/web/index.ts'
import type { AreaId } from '../../partnership/index.ts'
import { addArea } from '../../partnership/index.ts'
import { addAgreement } from '../agreement/store.ts'
import type { IndicatorId } from '../indicator/indicator.ts'
import { addIndicators } from '../indicator/store.ts'
import { exampleMeasure, fivePerCent } from './example.ts'

const undo: (() => Promise<void>)[] = []
let app: FreshApp
let area: AreaId
let ids: ReadonlyMap<string, IndicatorId>

before(async () => {
  app = await freshApp({ after: work => void undo.push(work) })
  await app.visit('write', async db => {
    area = await addArea(db, { code: null, name: 'Wexcombe', kind: 'county', parentId: null })
    const { kind: toleranceKind, amount: tolerance } = fivePerCent
    const agreementId = await addAgreement(db, { title: 'LAA', firstYear: 2008, lastYear: 2010, areaId: area, toleranceKind, tolerance })
    const { id: _, agreementId: __, ...indicator } = exampleMeasure()
    const links = { outcomeIds: [], contributorIds: [], seriesNames: [] }
    ids = await addIndicators(db, agreementId, [
      { ...indicator, ...links },
      { ...indicator, ...links, reference: 'NI 68', polarity: 'range' },
      { ...indicator, ...links, reference: 'NI 9', frequency: null },
    ])
  })
})
after(async () => {
  for (const work of undo) await work()
})
beforeEach(() => app.owner`truncate performance.target`)

const path = (rest: string, reference = 'NI 8') => `indicators/${ids.get(reference)}/targets${rest}`
const asked = (fields: Readonly<Record<string, string>> = {}) => ({
  areaId: String(area),
  kind: 'target',
  period: '2008-09',
  value: '45%',
  ...fields,
})
const kept = () => app.owner<{ id: number; kind: string; startsOn: string; endsOn: string; value: string; low: string; high: string }[]>`
  select id, kind, starts_on, ends_on, value, low, high from performance.target order by id`
const seenIn = (body: string) => /name="seen" value="([^"]*)"/.exec(body)?.[1] ?? ''

describe('targets', () => {
  test('an indicator without any says what a target is, and who may add one can', async () => {
    const { body } = await app.get(app.officer, path(''))
    assert.match(body, /<title>Targets: NI 8 Adult participation in sport/)
    assert.match(body, /There are no targets yet/)
    assert.match(body, /href="\/wexcombe\/indicators\/\d+\/targets\/new"/)
    assert.doesNotMatch((await app.get(app.reader, path(''))).body, /targets\/new/)
  })

  test('one is added, understood as people type it, and stands in the table', async () => {
    const answer = await app.post(app.officer, path('/new'), asked({ period: 'q4 08/09', value: '45.5 %' }))
    assert.equal(answer.statusCode, 303, answer.body)
    const [target] = await kept()
    assert.deepEqual([target?.startsOn, target?.endsOn, target?.value], ['2009-01-01', '2009-03-31', '45.5'])
    const { body } = await app.get(app.reader, path(''))
    assert.match(body, /Q4 2008-09/)
    assert.match(body, /data-label="Target">\s*45.5%/)
  })

  test('a quarterly indicator may have the target of a year', async () => {
    assert.equal((await app.post(app.officer, path('/new'), asked())).statusCode, 303)
    assert.deepEqual(
      (await kept()).map(({ startsOn, endsOn }) => [startsOn, endsOn]),
      [['2008-04-01', '2009-03-31']],
    )
  })

  test('what cannot stand comes back with what was typed, each problem at its field', async () => {
    const answer = await app.post(app.officer, path('/new'), { areaId: '999', kind: '', period: 'June 2008', value: 'lots' })
    assert.equal(answer.statusCode, 422)
    assert.match(answer.body, /<title>Error: Add a target/)
    for (const field of ['areaId', 'kind', 'period', 'value']) assert.match(answer.body, new RegExp(`<a href="#${field}">`))
    assert.match(answer.body, /“June 2008” is a month, and this indicator is reported by quarter/)
    assert.match(answer.body, /value="June 2008"/)
    assert.match(answer.body, /value="lots"/)
    assert.equal((await kept()).length, 0)
  })

  test('a target of 0 wants an absolute tolerance', async () => {
    const { statusCode, body } = await app.post(app.officer, path('/new'), asked({ value: '0' }))
    assert.equal(statusCode, 422)
    assert.match(body, /href="#value">A target of 0 needs an absolute tolerance/)
  })

  test('a range has two bounds', async () => {
    assert.match((await app.get(app.officer, path('/new', 'NI 68'))).body, /Range to stay within/)
    const half = await app.post(app.officer, path('/new', 'NI 68'), asked({ value: '', low: '10' }))
    assert.match(half.body, /href="#high">Enter the upper bound/)
    assert.equal((await app.post(app.officer, path('/new', 'NI 68'), asked({ value: '', low: '10', high: '20' }))).statusCode, 303)
    assert.match((await app.get(app.reader, path('', 'NI 68'))).body, /10% to 20%/)
  })

  test('where the frequency is not known, what the period may mean is offered', async () => {
    assert.match((await app.get(app.officer, path('/new', 'NI 9'))).body, /It is not known yet how often this indicator is reported/)
    const ambiguous = await app.post(app.officer, path('/new', 'NI 9'), asked())
    assert.equal(ambiguous.statusCode, 422)
    assert.match(ambiguous.body, /href="#reading">Select what you mean by 2008-09/)
    assert.match(ambiguous.body, /2008-09 \(academic year\): 1 September 2008 to 31 August 2009/)
    assert.equal((await app.post(app.officer, path('/new', 'NI 9'), asked({ reading: '2008-09-AY' }))).statusCode, 303)
    assert.equal((await kept())[0]?.startsOn, '2008-09-01')
  })

  test('one is changed, and removed after a question', async () => {
    await app.post(app.officer, path('/new'), asked())
    const [target] = await kept()
    const form = await app.get(app.officer, path(`/${target?.id}/edit`))
    assert.match(form.body, /Change the target for 2008-09, Wexcombe/)
    const changed = await app.post(app.officer, path(`/${target?.id}/edit`), asked({ value: '46', seen: seenIn(form.body) }))
    assert.equal(changed.statusCode, 303, changed.body)
    assert.deepEqual(
      (await kept()).map(({ value }) => value),
      ['46'],
    )

    const question = await app.get(app.officer, path(`/${target?.id}/removal`))
    assert.match(question.body, /It is 46%/)
    assert.equal((await app.post(app.officer, path(`/${target?.id}/removal`), { seen: seenIn(question.body) })).statusCode, 303)
    assert.equal((await kept()).length, 0)
    const acts = await app.owner<{ act: string; who: string }[]>`
      select act, who from platform.history where subject = 'performance.target' and subject_id = ${String(target?.id)} order by id`
    assert.deepEqual(
      acts.map(({ act, who }) => `${act} by ${who}`),
      ['added by Priya Nair', 'changed by Priya Nair', 'removed by Priya Nair'],
    )
  })

  test('of two who change one, the second sees what the first made of it, and nothing they typed is lost', async () => {
    await app.post(app.officer, path('/new'), asked())
    const [target] = await kept()
    const edit = path(`/${target?.id}/edit`)
    const seen = seenIn((await app.get(app.officer, edit)).body)
    await app.post(app.administrator, edit, asked({ value: '47', seen }))

    const second = await app.post(app.officer, edit, asked({ value: '48', seen }))
    assert.equal(second.statusCode, 422)
    assert.match(second.body, /somebody changed this: it is now 47% for 2008-09/)
    assert.match(second.body, /id="value"[^>]* value="48"/)
    assert.equal((await app.post(app.officer, path(`/${target?.id}/removal`), { seen })).statusCode, 422)
    assert.equal((await app.post(app.officer, edit, asked({ value: '48', seen: seenIn(second.body) }))).statusCode, 303)
    assert.deepEqual(
      (await kept()).map(({ value }) => value),
      ['48'],
    )
  })

  test('who changes one that another has removed may add it again', async () => {
    await app.post(app.officer, path('/new'), asked())
    const [target] = await kept()
    const seen = seenIn((await app.get(app.officer, path(`/${target?.id}/edit`))).body)
    await app.post(app.administrator, path(`/${target?.id}/removal`), { seen })
    const answer = await app.post(app.officer, path(`/${target?.id}/edit`), asked({ value: '48', seen }))
    assert.equal(answer.statusCode, 422)
    assert.match(answer.body, /Somebody has removed this target/)
    assert.match(answer.body, /action="\/wexcombe\/indicators\/\d+\/targets\/new"/)
  })

  test('more rows than a page holds are parted, and an area can be looked at alone', async () => {
    const others = await app.visit<AreaId[]>('write', async db => {
      const added: AreaId[] = []
      for (const name of ['Arnemouth', 'Eastmarsh', 'Holt Vale'])
        added.push(await addArea(db, { code: null, name, kind: 'district', parentId: area }))
      return added
    })
    const [first = area] = others
    await app.owner`
      insert into performance.target (partnership_id, indicator_id, area_id, kind, starts_on, ends_on, value)
      select ${app.partnershipId}, ${ids.get('NI 8') ?? 0}, area_id, 'target', make_date(year, 4, 1), make_date(year + 1, 3, 31), year
        from unnest(${[area, ...others]}::bigint[]) as area_id, generate_series(1971, 2010) as year`
    const page = await app.get(app.reader, path(''))
    assert.equal(page.body.match(/scope="row"/g)?.length, 100)
    assert.ok(page.body.indexOf('>Wexcombe</th>') < page.body.indexOf('>Arnemouth</th>'), 'the agreement’s own area is first')
    assert.match(page.body, /targets\?page=2/)
    assert.equal((await app.get(app.reader, path('?page=2'))).body.match(/scope="row"/g)?.length, 60)
    assert.equal((await app.get(app.reader, path(`?area=${first}`))).body.match(/scope="row"/g)?.length, 40)
  })

  test('a reader changes nothing, and a stranger finds nothing', async () => {
    await app.post(app.officer, path('/new'), asked())
    const [target] = await kept()
    for (const rest of ['/new', `/${target?.id}/edit`, `/${target?.id}/removal`]) {
      assert.equal((await app.get(app.reader, path(rest))).statusCode, 403)
      assert.equal((await app.post(app.reader, path(rest), asked())).statusCode, 403)
    }
    assert.equal((await app.get(app.stranger, `/elmbridge/${path('')}`)).statusCode, 404)
    assert.equal((await app.post(app.stranger, `/elmbridge/${path('/new')}`, asked())).statusCode, 404)
    assert.equal((await app.get(app.officer, path(`/${target?.id}/edit`, 'NI 9'))).statusCode, 404, 'of another indicator')
  })
})
