import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { freshApp } from '../../../test/web/index.ts'
import { day } from '../../kernel/day.ts'
import { toText } from '../../kernel/decimal.ts'
import { financialYear, type Period, periodLabel, periodsOf } from '../../kernel/period.ts'
import type { AreaId } from '../../partnership/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { AgreementId, IndicatorId } from '../indicator/indicator.ts'
import { why } from '../judgement/working.ts'
import { mostFigures } from '../process-control/reading.ts'
import { briefTravel } from '../travel/brief.ts'
import { ownSeries } from './course.ts'
import { assessmentOf, byChance, controlOf, type Standing } from './standing.ts'
import { areasOf, revisionsIn, standingsIn, wholeStanding } from './store.ts'

const today = day('2026-11-22')
const app = await freshApp({ after }, { now: `${today}T10:00:00Z`, example: true })
const read = <T>(work: (db: Db) => Promise<T>): Promise<T> => app.visit<T>('read', work)

const [agreement] = await app.owner<{ id: AgreementId; areaId: AreaId; firstYear: number }[]>`
  select id, area_id, first_year from performance.agreement where partnership_id = ${app.partnershipId}`
const { id: agreementId, areaId: county, firstYear } = agreement ?? assert.fail()
const [district] = await app.owner<
  { id: AreaId }[]
>`select id from partnership.area where partnership_id = ${app.partnershipId} and name = 'Tarrant Downs'`
const areaIds = [county, district?.id ?? assert.fail()]
const indicators = await app.owner<
  { id: IndicatorId; reference: string }[]
>`select id, reference from performance.indicator where partnership_id = ${app.partnershipId} order by id`
const leads = new Map<number, string>()

describe('what a scorecard reads is little, and says the same as all that is known', () => {
  const { startsOn } = financialYear(firstYear - 1)
  const { endsOn } = financialYear(firstYear + 2)
  const periods: readonly (Period | null)[] = [
    null,
    ...periodsOf('quarter', startsOn, endsOn),
    ...periodsOf('financial-year', startsOn, endsOn),
    ...periodsOf('month', day('2026-06-01'), today),
  ]

  test(`for ${indicators.length} indicators in two areas and ${periods.length} periods`, async () => {
    const wholes = new Map(
      await read(db =>
        Promise.all(
          indicators.flatMap(({ id }) =>
            areaIds.map(async areaId => [`${id} ${areaId}`, await wholeStanding(db, id, areaId, leads)] as const),
          ),
        ),
      ),
    )
    for (const chosen of periods) {
      const reach = { areaIds, by: chosen?.endsOn ?? null, last: 13, withSeries: true as const }
      const standings = await read(db => standingsIn(db, { agreementId }, reach, leads))
      assert.equal(standings.length, indicators.length * areaIds.length)
      for (const standing of standings) {
        const whole = wholes.get(`${standing.indicator.id} ${standing.areaId}`) ?? assert.fail()
        const name = `${standing.indicator.reference}, ${chosen === null ? 'latest' : periodLabel(chosen, null)}`
        assert.deepEqual(said(standing, chosen), said(whole, chosen), name)
      }
    }
  })
})

function said(standing: Standing, chosen: Period | null) {
  const assessment = assessmentOf(standing, chosen, today)
  return [
    why(assessment),
    assessment.kind === 'judged' ? assessment.band : assessment.state,
    ...[assessment.period, assessment.return, assessment.target].map(each => each && `${each.startsOn} to ${each.endsOn}`),
    assessment.return?.value,
    assessment.target?.kind,
    controlOf(standing, chosen),
    briefTravel({ ...standing, return: assessment.return, byChance: byChance(controlOf(standing, chosen), assessment.return) }),
  ]
}

test('process control reads every value of the indicator’s own kind of period, and nothing else', async () => {
  const read = async (reference: string) => {
    const indicator = indicators.find(each => each.reference === reference) ?? assert.fail()
    return (await app.visit<Standing | null>('read', db => wholeStanding(db, indicator.id, county, leads))) ?? assert.fail()
  }
  await app.owner`
    insert into performance.data_return (partnership_id, indicator_id, area_id, starts_on, ends_on, revision, is_latest, value, status, reported_by_name)
    select partnership_id, indicator_id, area_id, '2023-04-01', '2024-03-31', 1, true, 50, 'final', 'Test'
      from performance.data_return
     where indicator_id = ${indicators.find(each => each.reference === 'NI 131')?.id ?? 0} and is_latest
     limit 1`
  for (const reference of ['NI 117', 'NI 131', 'NI 152']) {
    const standing = await read(reference)
    const own = ownSeries(standing).flatMap(({ endsOn, value }) => (value === null ? [] : [{ on: endsOn, value: Number(toText(value)) }]))
    assert.ok(own.length >= 13)
    assert.deepEqual(standing.series?.points, own, reference)
  }
  assert.deepEqual(
    (await read('NI 131')).series?.rebases.map(({ startsOn, baselinePoints }) => [startsOn, baselinePoints]),
    [[`${firstYear}-04-01`, null]],
  )
  for (const reference of ['NI 16', 'NI 111', 'NI 110']) assert.equal((await read(reference)).series, null)
})

test('side by side process control reads the latest figures, and those to which limits are held', async () => {
  const id = indicators.find(({ reference }) => reference === 'NI 152')?.id ?? assert.fail()
  const reach = { areaIds: [county], by: null, last: 3, withSeries: true } as const
  const seriesOf = () => read(async db => (await standingsIn(db, { indicatorId: id }, reach, leads))[0]?.series ?? assert.fail())
  const whole = (await read(db => wholeStanding(db, id, county, leads)))?.series?.points ?? assert.fail()
  assert.deepEqual((await seriesOf()).points, whole)
  const added = 40
  await app.owner`
    insert into performance.data_return (partnership_id, indicator_id, area_id, starts_on, ends_on, revision, is_latest, value, status, reported_by_name)
    select partnership_id, indicator_id, area_id, (starts_on - n * interval '3 months')::date, (starts_on - (n - 1) * interval '3 months')::date - 1, 1, true, n,
           'final', 'Test'
      from performance.data_return, generate_series(1, ${added}::int) n
     where indicator_id = ${id} and area_id = ${county} and is_latest and ends_on = ${whole[0]?.on ?? assert.fail()}`
  await app.owner`
    insert into performance.rebase (partnership_id, indicator_id, area_id, starts_on, reason, baseline_points)
    select partnership_id, indicator_id, area_id, starts_on, 'Agreed', 12
      from performance.data_return
     where indicator_id = ${id} and area_id = ${county} and value = ${added} and is_latest`
  const { points, rebases } = await seriesOf()
  const all = (await read(db => wholeStanding(db, id, county, leads)))?.series ?? assert.fail()
  assert.deepEqual([all.points.length, points.length], [whole.length + added, mostFigures])
  assert.deepEqual(points, all.points.slice(-mostFigures))
  assert.deepEqual(rebases[0]?.held, all.points.slice(0, 12))
  assert.deepEqual(
    rebases[0]?.held?.map(({ value }) => value),
    Array.from({ length: 12 }, (_, at) => added - at),
  )
})

test('of every series the last returns are read, the oldest first', async () => {
  for (const { returns, indicator } of await read(db =>
    standingsIn(db, { agreementId }, { areaIds: [county], by: null, last: 3 }, leads),
  )) {
    assert.ok(returns.length <= (['month', 'twelve-months-monthly'].includes(indicator.frequency ?? '') ? 8 : 3))
    assert.deepEqual(
      returns,
      returns.toSorted((a, b) => (a.endsOn < b.endsOn ? -1 : 1)),
    )
  }
})

test('a return that was withdrawn is none, and stays on record', async () => {
  const id = indicators.find(({ reference }) => reference === 'NI 117')?.id ?? assert.fail()
  const before = (await read(db => wholeStanding(db, id, county, leads)))?.returns ?? []
  const newest = before.at(-1) ?? assert.fail()
  await app.visit('write', async db => {
    await db`
      update performance.data_return set is_latest = false where indicator_id = ${id} and area_id = ${county} and ends_on = ${newest.endsOn}`
    await db`
      insert into performance.data_return (indicator_id, area_id, starts_on, ends_on, revision, absence, reported_by_name, reason)
      values (${id}, ${county}, ${newest.startsOn}, ${newest.endsOn}, 2, 'withdrawn', 'Priya Nair', 'Counted twice')`
  })
  assert.deepEqual((await read(db => wholeStanding(db, id, county, leads)))?.returns, before.slice(0, -1))

  const { total, revisions } = await read(db => revisionsIn(db, id, county, 2))
  assert.equal(total, before.length + 1)
  assert.deepEqual(
    revisions.map(({ revision, isLatest, absence }) => [revision, isLatest, absence]),
    [
      [2, true, 'withdrawn'],
      [1, false, null],
    ],
  )
})

test('an indicator is found where it has a target or a return', async () => {
  const places = await read(db => areasOf(db, indicators[0]?.id ?? assert.fail()))
  assert.equal(places.size, 6)
})
