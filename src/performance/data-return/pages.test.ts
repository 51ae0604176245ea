import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { type FreshApp, freshApp } from '../../../test/web/index.ts'
import { type AreaId, addArea } from '../../partnership/index.ts'
import { addAgreement } from '../agreement/store.ts'
import type { IndicatorId } from '../indicator/indicator.ts'
import { addIndicators } from '../indicator/store.ts'
import { exampleMeasure, fivePerCent } from '../target/example.ts'

const undo: (() => Promise<void>)[] = []
let app: FreshApp
let area: AreaId
let district: AreaId
let ids: ReadonlyMap<string, IndicatorId>

before(async () => {
  app = await freshApp({ after: work => void undo.push(work) })
  await app.visit('write', async db => {
    area = await addArea(db, { code: null, name: 'Wexcombe', kind: 'county', parentId: null })
    district = await addArea(db, { code: null, name: 'Arnemouth', kind: 'district', parentId: area })
    const { kind: toleranceKind, amount: tolerance } = fivePerCent
    const agreementId = await addAgreement(db, { title: 'LAA', firstYear: 2008, lastYear: 2010, areaId: area, toleranceKind, tolerance })
    const { id: _, agreementId: __, ...indicator } = exampleMeasure()
    const links = { outcomeIds: [], contributorIds: [], seriesNames: [] }
    ids = await addIndicators(db, agreementId, [
      { ...indicator, ...links },
      { ...indicator, ...links, reference: 'NI 9', frequency: null },
    ])
  })
})
after(async () => {
  for (const work of undo) await work()
})
beforeEach(() => app.owner`truncate performance.data_return`)

const path = (rest: string, reference = 'NI 8') => `indicators/${ids.get(reference)}/returns${rest}`
const asked = (fields: Readonly<Record<string, string>> = {}) => ({
  areaId: String(area),
  period: 'Q4 2008-09',
  value: '41.2%',
  answer: 'figure',
  status: 'final',
  source: 'Active People',
  ...fields,
})
type Kept = {
  revision: number
  isLatest: boolean
  value: string | null
  absence: string | null
  status: string
  reason: string
  reportedByName: string
}
const kept = () => app.owner<Kept[]>`
  select revision, is_latest, value, absence, status, reason, reported_by_name from performance.data_return order by ends_on, revision`
const values = async () => (await kept()).map(({ value, absence }) => value ?? absence)
const seenIn = (body: string) => /name="seen" value="([^"]*)"/.exec(body)?.[1] ?? ''
const place = () => path(`/${area}/2008-09-Q4`)

describe('reporting a figure', () => {
  test('an indicator without any says what a return is', async () => {
    const { body } = await app.get(app.reader, path(''))
    assert.match(body, /There are no returns yet/)
    assert.doesNotMatch(body, /returns\/new/)
  })

  test('the form offers the agreement’s area and the indicator’s source, and what the address names', async () => {
    const plain = await app.get(app.officer, path('/new'))
    assert.match(plain.body, new RegExp(`<option value="${area}" selected>Wexcombe`))
    assert.match(plain.body, /value="Active People"/)
    const named = await app.get(app.officer, path(`/new?area=${district}&period=2008-09-Q3`))
    assert.match(named.body, new RegExp(`<option value="${district}" selected>– Arnemouth`))
    assert.match(named.body, /value="Q3 2008-09"/)
  })

  test('it is understood as people type it, and listed with who reported it', async () => {
    const answer = await app.post(app.officer, path('/new'), asked({ period: 'Jan-Mar 2009', value: ' 1,041.25 % ' }))
    assert.equal(answer.statusCode, 303, answer.body)
    assert.deepEqual(await values(), ['1041.25'])
    const { body } = await app.get(app.reader, path(''))
    assert.match(body, /Q4 2008-09/)
    assert.match(body, /1,041.3%/)
    assert.match(body, /6 May 2009/)
    assert.match(body, /Priya Nair/)
    assert.match((await app.get(app.reader, place())).body, /1,041.25%/, 'with all its decimals')
  })

  test('it is worked out from its numerator and denominator', async () => {
    await app.post(app.officer, path('/new'), asked({ value: '', numerator: '1', denominator: '3' }))
    assert.deepEqual(await values(), ['33.33333333333333333333'])
    const { body } = await app.get(app.officer, place())
    assert.match(body, /1 of 3/)
    assert.match(body, /id="value" name="value" type="text"[^>]*>/)
    assert.doesNotMatch(body, /33\.33333/)
  })

  test('why there is none is a return as well, and never zero', async () => {
    assert.equal((await app.post(app.officer, path('/new'), asked({ value: '', status: '', answer: 'suppressed' }))).statusCode, 303)
    assert.deepEqual(await values(), ['suppressed'])
    assert.match((await app.get(app.reader, path(''))).body, />Suppressed</)
  })

  test('what cannot stand comes back with what was typed, each problem at its field', async () => {
    const answer = await app.post(app.officer, path('/new'), asked({ areaId: '', period: '2008-09', value: '<5', status: '' }))
    assert.equal(answer.statusCode, 422)
    assert.match(answer.body, /<title>Error: Report a figure/)
    for (const field of ['areaId', 'period', 'value', 'status']) assert.match(answer.body, new RegExp(`<a href="#${field}">`))
    assert.match(answer.body, /&lt;5 is not a number. If it says why there is none, select “Suppressed”/)
    assert.match(answer.body, /value="2008-09"/)
    assert.equal((await kept()).length, 0)
  })

  test('a figure and the reason why there is none do not go together', async () => {
    const { statusCode, body } = await app.post(app.officer, path('/new'), asked({ answer: 'suppressed' }))
    assert.equal(statusCode, 422)
    assert.match(body, /href="#answer">A figure was entered as well: clear 41.2%/)
  })

  test('nonsense is refused in a sentence', async () => {
    const check = async (fields: Readonly<Record<string, string>>, words: RegExp) => {
      const answer = await app.post(app.officer, path('/new'), asked(fields))
      assert.equal(answer.statusCode, 422)
      assert.match(answer.body, words)
    }
    await check({ value: '£40' }, /This indicator is a percentage, not in pounds/)
    await check({ numerator: '4', denominator: '0' }, /The denominator cannot be 0/)
    await check({ numerator: '4' }, /Enter the denominator as well/)
    await check({ value: '' }, /Enter the figure, or its numerator and denominator/)
    await check({ period: 'Q2 2009-10' }, /Q2 2009-10 has not begun yet/)
    await check({ period: 'Q1 2009-10' }, /Q1 2009-10 is not over until 30 June 2009/)
    await check({ source: 'x'.repeat(301) }, /300 characters or fewer/)
    await check({ answer: 'withdrawn', value: '' }, /There is no figure that could be withdrawn/)
    assert.equal((await kept()).length, 0)
  })

  test('where the frequency is not known, what the period may mean is offered', async () => {
    const answer = await app.post(app.officer, path('/new', 'NI 9'), asked({ period: '2008-09', status: 'provisional' }))
    assert.match(answer.body, /href="#reading">Select what you mean by 2008-09/)
    const chosen = asked({ period: '2008-09', status: 'provisional', reading: '2008-09' })
    assert.equal((await app.post(app.officer, path('/new', 'NI 9'), chosen)).statusCode, 303)
  })
})

describe('revising a figure', () => {
  const revise = (fields: Readonly<Record<string, string>>) => app.post(app.administrator, place(), asked(fields))

  test('a revision is a further row with its reason, and those before stay', async () => {
    await app.post(app.officer, path('/new'), asked())
    const seen = seenIn((await app.get(app.administrator, place())).body)
    const unexplained = await revise({ value: '40.8', seen })
    assert.equal(unexplained.statusCode, 422)
    assert.match(unexplained.body, /href="#reason">Say why the final figure of 41.2% changes/)
    assert.deepEqual(await values(), ['41.2'])

    assert.equal((await revise({ value: '40.8', seen, reason: 'Late records' })).statusCode, 303)
    assert.deepEqual(
      (await kept()).map(({ revision, isLatest, value, reason, reportedByName }) => [revision, isLatest, value, reason, reportedByName]),
      [
        [1, false, '41.2', '', 'Priya Nair'],
        [2, true, '40.8', 'Late records', 'Helen Marsh'],
      ],
    )
    const { body } = await app.get(app.reader, place())
    assert.ok(body.indexOf('40.8%') < body.indexOf('41.2%'), 'the latest first')
    assert.match(body, /Late records/)
    assert.match(body, /6 May 2009, 10:30am/)
    assert.doesNotMatch(body, /Revise it/)
  })

  test('what is not final takes the place of what is only when that is confirmed', async () => {
    await app.post(app.officer, path('/new'), asked())
    const seen = seenIn((await app.get(app.administrator, place())).body)
    const unconfirmed = await revise({ value: '40.8', status: 'provisional', reason: 'Recount', seen })
    assert.equal(unconfirmed.statusCode, 422)
    assert.match(unconfirmed.body, /href="#replacesFinal">The figure on record is final, and this one is provisional/)
    assert.match(unconfirmed.body, /id="replacesFinal"/)
    assert.equal((await revise({ value: '40.8', status: 'provisional', reason: 'Recount', seen, replacesFinal: 'yes' })).statusCode, 303)
  })

  test('the same again is no revision, and neither is clearing nothing', async () => {
    await app.post(app.officer, path('/new'), asked())
    const seen = seenIn((await app.get(app.administrator, place())).body)
    const { statusCode, body } = await revise({ seen, value: '41.20' })
    assert.equal(statusCode, 422)
    assert.match(body, /This is what is on record already: 41.2%/)
  })

  test('a figure is withdrawn with a reason, without clearing it first, and another may follow', async () => {
    await app.post(app.officer, path('/new'), asked())
    const seen = seenIn((await app.get(app.administrator, place())).body)
    assert.match((await revise({ answer: 'withdrawn', value: '41.2', seen })).body, /Say why the figure is withdrawn/)
    assert.equal((await revise({ answer: 'withdrawn', value: '41.2', reason: 'Of another county', seen })).statusCode, 303)
    const again = seenIn((await app.get(app.administrator, place())).body)
    assert.equal((await revise({ value: '39', seen: again })).statusCode, 303)
    assert.deepEqual(await values(), ['41.2', 'withdrawn', '39'])
  })

  test('of two who revise one, the second sees the first’s figure and is asked, and nothing they typed is lost', async () => {
    await app.post(app.officer, path('/new'), asked({ status: 'provisional' }))
    const seen = seenIn((await app.get(app.officer, place())).body)
    await revise({ value: '43', seen })

    const second = await app.post(app.officer, place(), asked({ value: '42', seen }))
    assert.equal(second.statusCode, 422)
    assert.match(second.body, /While you were writing, Helen Marsh reported 43.0% \(final\)/)
    assert.match(second.body, /id="value"[^>]* value="42"/)
    assert.deepEqual(await values(), ['41.2', '43'])
    const decided = asked({ value: '42', seen: seenIn(second.body), reason: 'Agreed with Helen' })
    assert.equal((await app.post(app.officer, place(), decided)).statusCode, 303)
    assert.deepEqual(await values(), ['41.2', '43', '42'])
  })

  test('who reports anew what is there already sees it and is asked', async () => {
    await app.post(app.officer, path('/new'), asked())
    assert.match((await app.get(app.officer, path(`/new?area=${area}&period=2008-09-Q4`))).headers.location ?? '', /2008-09-Q4$/)
    const second = await app.post(app.administrator, path('/new'), asked({ value: '42' }))
    assert.equal(second.statusCode, 422)
    assert.match(second.body, /There is a figure for this area and period already: 41.2%, final, reported by Priya Nair/)
    assert.match(second.body, /On record for this area and period: 41.2%, final, reported by Priya Nair on 6 May 2009/)

    const elsewhere = asked({ value: '42', areaId: String(district), seen: seenIn(second.body) })
    assert.equal((await app.post(app.administrator, path('/new'), elsewhere)).statusCode, 303, 'what was seen there says nothing of here')
    const here = asked({ value: '42', seen: seenIn(second.body), reason: 'Recount' })
    assert.equal((await app.post(app.administrator, path('/new'), here)).statusCode, 303)
    assert.deepEqual((await values()).toSorted(), ['41.2', '42', '42'])
  })

  test('twenty who report at once make one figure, and nineteen are asked', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) => app.post(app.officer, path('/new'), asked({ value: String(40 + n) }))),
    )
    assert.equal(answers.filter(({ statusCode }) => statusCode === 303).length, 1)
    assert.equal(answers.filter(({ statusCode }) => statusCode === 422).length, 19)
    assert.equal((await kept()).length, 1)
  })
})

describe('the list of returns', () => {
  test('more than a page holds are parted, the newest first, and an area can be looked at alone', async () => {
    await app.owner`
      insert into performance.data_return (partnership_id, indicator_id, area_id, starts_on, ends_on, revision, value, reported_by_name)
      select ${app.partnershipId}, ${ids.get('NI 8') ?? 0}, area_id, make_date(year, 4, 1), make_date(year, 6, 30), 1, year, 'Amina'
        from unnest(${[district, area]}::bigint[]) as area_id, generate_series(1941, 2008) as year`
    const page = await app.get(app.reader, path(''))
    assert.equal(page.body.match(/scope="row"/g)?.length, 100)
    assert.match(page.body, /Q1 2008-09[\s\S]*>Wexcombe<[\s\S]*Q1 2008-09[\s\S]*>Arnemouth<[\s\S]*Q1 2007-08/)
    assert.equal((await app.get(app.reader, path('?page=2'))).body.match(/scope="row"/g)?.length, 36)
    assert.equal((await app.get(app.reader, path(`?area=${district}`))).body.match(/scope="row"/g)?.length, 68)
  })

  test('a reader reports nothing, and a stranger finds nothing', async () => {
    await app.post(app.officer, path('/new'), asked())
    assert.equal((await app.get(app.reader, path('/new'))).statusCode, 403)
    assert.equal((await app.post(app.reader, path('/new'), asked())).statusCode, 403)
    assert.equal((await app.post(app.reader, place(), asked())).statusCode, 403)
    assert.equal((await app.get(app.stranger, `/elmbridge/${place()}`)).statusCode, 404)
    assert.equal((await app.post(app.stranger, `/elmbridge/${path('/new')}`, asked())).statusCode, 404)
    for (const missing of [`/${area}/2008-09-Q3`, `/999/2008-09-Q4`, `/${area}/once`])
      assert.equal((await app.get(app.officer, path(missing))).statusCode, 404)
  })
})

describe('a survey’s figure', () => {
  const margins = () => app.owner`select sample_size, interval_low, interval_high from performance.data_return order by revision`

  test('is kept with its sample and interval, shown with them, and revised from them', async () => {
    await app.post(app.officer, path('/new'), asked({ sampleSize: '1,100', intervalLow: '38.3%', intervalHigh: '44.1' }))
    assert.deepEqual([...(await margins())], [{ sampleSize: 1100, intervalLow: '38.3', intervalHigh: '44.1' }])
    const { body } = await app.get(app.officer, place())
    assert.match(body, /sample of 1,100; 95% interval 38\.3% to 44\.1%/)
    assert.match(body, /name="sampleSize"[^>]*value="1100"/)
    const revised = {
      ...asked({ sampleSize: '1200', intervalLow: '38.3', intervalHigh: '44.1', reason: 'Late answers' }),
      seen: seenIn(body),
    }
    assert.equal((await app.post(app.officer, place(), revised)).statusCode, 303)
    assert.equal((await margins()).length, 2)
  })

  const refused: readonly (readonly [Readonly<Record<string, string>>, RegExp])[] = [
    [{ sampleSize: 'many' }, /Enter how many answered as a whole number/],
    [{ sampleSize: '0' }, /Enter how many answered as a whole number/],
    [{ intervalLow: '38' }, /Enter the upper bound as well/],
    [{ intervalHigh: '44' }, /Enter the lower bound as well/],
    [{ intervalLow: '45', intervalHigh: '44' }, /The lower bound is above the upper one/],
    [{ intervalLow: '42', intervalHigh: '44' }, /The figure lies outside its interval/],
    [{ intervalLow: 'low', intervalHigh: '44' }, /Enter a number, like 45/],
  ]
  for (const [entered, words] of refused) {
    test(`is refused with ${JSON.stringify(entered)}, and nothing is lost`, async () => {
      const answer = await app.post(app.officer, path('/new'), asked(entered))
      assert.equal(answer.statusCode, 422)
      assert.match(answer.body, words)
      for (const typed of Object.values(entered)) assert.match(answer.body, new RegExp(`value="${typed}"`))
      assert.equal((await kept()).length, 0)
    })
  }
})
