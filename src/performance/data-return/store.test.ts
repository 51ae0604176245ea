import assert from 'node:assert/strict'
import test from 'node:test'
import { freshDatabase } from '../../../test/database/index.ts'
import { day } from '../../kernel/day.ts'
import { decimal, toText } from '../../kernel/decimal.ts'
import type { AreaId } from '../../partnership/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { IndicatorId } from '../indicator/indicator.ts'
import type { NewReturn, ReturnDraft } from './data-return.ts'
import { addReturns, areasReported, latestReturnOf, latestReturns, recordReturn, revisionsOf } from './store.ts'

const amina = { partnershipId: 1, accountId: null, name: 'Amina Yusuf', requestId: 'r1' }
const at = Temporal.Instant.from('2026-07-14T09:30:00Z')

async function wexcombe(t: { after(work: () => Promise<void>): void }) {
  const { database, owner } = await freshDatabase(t)
  await database.platform(db => db`insert into platform.partnership (slug, name) values ('wexcombe', 'Wexcombe')`)
  const visit = <T>(work: (db: Db) => Promise<T>) => database.visit(amina, 'write', work)
  const place = await visit(async db => {
    const [area] = await db<{ id: AreaId }[]>`insert into partnership.area (name, kind) values ('Wexcombe', 'county') returning id`
    const [agreement] = await db<{ id: number }[]>`
      insert into performance.agreement (title, first_year, last_year, area_id) values ('LAA', 2008, 2010, ${area?.id ?? 0}) returning id`
    const [indicator] = await db<{ id: IndicatorId }[]>`
      insert into performance.indicator (agreement_id, title, polarity, value_type) values (${agreement?.id ?? 0}, 'Burglary', 'lower', 'number') returning id`
    assert.ok(area && indicator)
    return { indicatorId: indicator.id, areaId: area.id, startsOn: day('2008-04-01'), endsOn: day('2009-03-31') }
  })
  return { visit, place, owner }
}

const draft: ReturnDraft = {
  value: decimal('41.20'),
  absence: null,
  numerator: null,
  denominator: null,
  status: 'provisional',
  source: 'Police',
  reason: '',
}
const by = { reportedBy: 7, reportedByName: 'Amina Yusuf', reportedAt: at }

test('a revision is a further row: the latest counts, and the one before stays with who, when and why', async t => {
  const { visit, place } = await wexcombe(t)
  await visit(db => recordReturn(db, place, draft, by, 0))
  await visit(async db => {
    const latest = await latestReturnOf(db, place)
    assert.equal(latest?.revision, 1)
    await recordReturn(db, place, { ...draft, value: decimal('40.8'), status: 'final', reason: 'Late crimes' }, by, 1)
  })
  const revisions = await visit(db => revisionsOf(db, place))
  assert.deepEqual(
    revisions.map(({ revision, value, status, reason }) => [revision, value && toText(value), status, reason]),
    [
      [2, '40.8', 'final', 'Late crimes'],
      [1, '41.20', 'provisional', ''],
    ],
  )
  assert.equal(revisions[0]?.reportedByName, 'Amina Yusuf')
  assert.ok(revisions[0]?.reportedAt.equals(at))
})

test('two revisions of one number cannot both be kept', async t => {
  const { visit, place } = await wexcombe(t)
  await visit(db => recordReturn(db, place, draft, by, 0))
  await assert.rejects(
    visit(db => recordReturn(db, place, draft, by, 0)),
    { code: '23505' },
  )
})

test('many returns are kept in a few statements, and the latest of each period are listed, the newest first', async t => {
  const { visit, place, owner } = await wexcombe(t)
  const years = Array.from({ length: 60 }, (_, n) => ({ startsOn: day(`${1950 + n}-04-01`), endsOn: day(`${1951 + n}-03-31`) }))
  const rows: NewReturn[] = years.flatMap(period =>
    [1, 2].map(revision => ({ ...place, ...period, ...draft, ...by, reportedBy: null, revision, isLatest: revision === 2 })),
  )
  await visit(db => addReturns(db, rows))
  const { total, returns } = await visit(db => latestReturns(db, place.indicatorId, [place.areaId], { areaId: null, from: 10, count: 20 }))
  assert.equal(total, 60)
  assert.deepEqual([returns.length, returns[0]?.endsOn, returns[0]?.revision], [20, '2000-03-31', 2])
  assert.deepEqual([...(await visit(db => areasReported(db, place.indicatorId)))], [place.areaId])
  assert.deepEqual((await visit(db => latestReturns(db, place.indicatorId, [], { areaId: 999 as AreaId, from: 0, count: 20 }))).total, 0)
  assert.equal((await owner`select from performance.data_return where not is_latest`).length, 60)
})
