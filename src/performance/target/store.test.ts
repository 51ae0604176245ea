import assert from 'node:assert/strict'
import test from 'node:test'
import { freshDatabase } from '../../../test/database/index.ts'
import { day } from '../../kernel/day.ts'
import { decimal } from '../../kernel/decimal.ts'
import type { AreaId } from '../../partnership/index.ts'
import type { IndicatorId } from '../indicator/indicator.ts'
import { addTarget, addTargets, changeTarget, removeTarget, targetsOfIndicator } from './store.ts'
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

    const kept = await targetsOfIndicator(db, indicator.id)
    assert.deepEqual(kept.map(fingerprint), [fingerprint(range), fingerprint(baseline)])

    const [first, second] = kept
    assert.ok(first && second)
    await changeTarget(db, first.id, { ...range, low: decimal('11') })
    await removeTarget(db, second.id)
    assert.deepEqual((await targetsOfIndicator(db, indicator.id)).map(fingerprint), [fingerprint({ ...range, low: decimal('11') })])
  })
})
