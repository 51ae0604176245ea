import assert from 'node:assert/strict'
import test from 'node:test'
import { freshDatabase } from '../../../test/database/index.ts'
import { day } from '../../kernel/day.ts'
import { decimal } from '../../kernel/decimal.ts'
import type { AreaId } from '../../partnership/index.ts'
import type { IndicatorId } from '../indicator/indicator.ts'
import { addTarget, addTargets, areasWithTargets, changeTarget, removeTarget, targetsFor, targetsListed } from './store.ts'
import { fingerprint, type TargetDraft } from './target.ts'

test('targets are kept one by one or many at once, changed and removed', async t => {
  const { database } = await freshDatabase(t)
  await database.platform(db => db`insert into platform.partnership (slug, name) values ('wexcombe', 'Wexcombe')`)
  const amina = { partnershipId: 1, accountId: null, name: 'Amina Yusuf', requestId: 'r1' }

  await database.visit(amina, 'write', async db => {
    const [area] = await db<{ id: AreaId }[]>`insert into partnership.area (name, kind) values ('Wexcombe', 'county') returning id`
    const [agreement] = await db<{ id: number }[]>`
      insert into performance.agreement (title, first_year, last_year, area_id) values ('LAA', 2008, 2010, ${area?.id ?? 0}) returning id`
    const [indicator] = await db<{ id: IndicatorId }[]>`
      insert into performance.indicator (agreement_id, title, polarity, value_type) values (${agreement?.id ?? 0}, 'Places', 'range', 'number') returning id`
    assert.ok(area && indicator)

    const year = { startsOn: day('2008-04-01'), endsOn: day('2009-03-31') }
    const range: TargetDraft = { areaId: area.id, kind: 'target', ...year, value: null, low: decimal('10'), high: decimal('20.50') }
    const baseline: TargetDraft = { ...range, kind: 'baseline', value: decimal('9.0'), low: null, high: null }
    await addTarget(db, indicator.id, range)
    await addTargets(db, [{ ...baseline, indicatorId: indicator.id }])
    await addTargets(db, [])

    const listed = () => targetsListed(db, indicator.id, [area.id], { areaId: null, from: 0, count: 100 })
    const { total, targets } = await listed()
    assert.equal(total, 1, 'a row is an area and a period')
    assert.deepEqual(targets.map(fingerprint), [fingerprint(range), fingerprint(baseline)])
    assert.deepEqual((await targetsFor(db, indicator.id, range)).length, 2)
    assert.deepEqual([...(await areasWithTargets(db, indicator.id))], [area.id])

    const [first, second] = targets
    assert.ok(first && second)
    await changeTarget(db, first.id, { ...range, low: decimal('11') })
    await removeTarget(db, second.id)
    assert.deepEqual((await listed()).targets.map(fingerprint), [fingerprint({ ...range, low: decimal('11') })])

    const later = [2009, 2010, 2011].map(of => ({ ...range, startsOn: day(`${of}-04-01`), endsOn: day(`${of + 1}-03-31`) }))
    await addTargets(
      db,
      later.map(each => ({ ...each, indicatorId: indicator.id })),
    )
    const some = await targetsListed(db, indicator.id, [area.id], { areaId: area.id, from: 1, count: 2 })
    assert.deepEqual([some.total, some.targets.map(({ endsOn }) => endsOn)], [4, ['2011-03-31', '2010-03-31']])
    assert.equal((await targetsListed(db, indicator.id, [], { areaId: 999 as AreaId, from: 0, count: 100 })).total, 0)
  })
})
