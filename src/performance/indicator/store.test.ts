import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { freshDatabase } from '../../../test/database/index.ts'
import { decimal } from '../../kernel/decimal.ts'
import { addArea, ensureOrganisations } from '../../partnership/index.ts'
import type { Db } from '../../platform/db/index.ts'
import { usualTolerance } from '../agreement/agreement.ts'
import { addAgreement, addOutcomes, addThemes, agreement, reorder, themesAndOutcomes } from '../agreement/store.ts'
import type { AgreementId, NewIndicator, OutcomeId } from './indicator.ts'
import { addIndicators, changeIndicator, dataOf, indicators, keptIndicator, removeSeriesName } from './store.ts'

const { database, owner } = await freshDatabase({ after })
let partnershipId = 0
let agreementId: AgreementId
let outcomeIds: OutcomeId[] = []

const write = <T>(work: (db: Db) => Promise<T>): Promise<T> =>
  database.visit({ partnershipId, accountId: null, name: 'Amina Yusuf', requestId: 'test' }, 'write', work)

before(async () => {
  const [row] = await owner<{ id: number }[]>`
    insert into platform.partnership (slug, name) values ('wexcombe', 'Wexcombe Partnership') returning id`
  partnershipId = row?.id ?? 0
  await write(async db => {
    const areaId = await addArea(db, { code: 'X10000001', name: 'Wexcombe', kind: 'county', parentId: null })
    agreementId = await addAgreement(db, { title: 'Wexcombe 2008 to 2011', firstYear: 2008, lastYear: 2010, areaId, ...usualTolerance })
    const [children, safer] = await addThemes(db, agreementId, ['Children', 'Safer'])
    assert.ok(children && safer)
    outcomeIds = await addOutcomes(db, [
      { themeId: children, title: 'Fewer first-time entrants' },
      { themeId: safer, title: 'Less crime' },
      { themeId: children, title: 'Better results' },
    ])
  })
})

const indicator = (of: Partial<NewIndicator>): NewIndicator => ({
  reference: null,
  title: 'First-time entrants',
  definition: '',
  designation: 'local',
  polarity: 'lower',
  valueType: 'number',
  ratePer: null,
  unit: '',
  decimals: 0,
  measurement: 'snapshot',
  frequency: 'quarter',
  lagDays: 42,
  source: '',
  note: '',
  toleranceKind: null,
  tolerance: null,
  leadId: null,
  deferredReason: null,
  deferredOwner: null,
  deferredReviewOn: null,
  closedOn: null,
  closedReason: null,
  outcomeIds: [],
  contributorIds: [],
  seriesNames: [],
  ...of,
})

describe('an agreement', () => {
  test('is read as it was kept, its themes and outcomes in their order', async () => {
    const [kept, themes] = await write(async db => [await agreement(db, agreementId), await themesAndOutcomes(db, agreementId)] as const)
    assert.deepEqual(kept?.tolerance, decimal('0.05'))
    assert.deepEqual(
      themes.map(({ title, outcomes }) => [title, outcomes.map(outcome => outcome.title)]),
      [
        ['Children', ['Fewer first-time entrants', 'Better results']],
        ['Safer', ['Less crime']],
      ],
    )
  })

  test('can be put in another order', async () => {
    const themes = await write(async db => {
      const now = await themesAndOutcomes(db, agreementId)
      const outcomes = now.flatMap(theme => theme.outcomes.map(({ id }) => id)).toReversed()
      await reorder(db, now.map(({ id }) => id).toReversed(), outcomes)
      return themesAndOutcomes(db, agreementId)
    })
    assert.deepEqual(
      themes.map(({ title, outcomes }) => [title, outcomes.map(outcome => outcome.title)]),
      [
        ['Safer', ['Less crime']],
        ['Children', ['Better results', 'Fewer first-time entrants']],
      ],
    )
  })
})

describe('indicators', () => {
  test('many are added at once, each with what belongs to it, and stand in the order of their references', async () => {
    await write(async db => {
      const organisations = await ensureOrganisations(db, ['Wexcombe Council', 'Wexcombe Police'])
      const [council, police] = [organisations.get('wexcombe council') ?? null, organisations.get('wexcombe police')]
      assert.ok(council && police)
      const numbers = await addIndicators(db, agreementId, [
        indicator({ reference: 'NI 111', outcomeIds: outcomeIds.slice(0, 2), contributorIds: [police], leadId: council }),
        indicator({ reference: 'NI 16', title: 'Serious acquisitive crime', toleranceKind: 'absolute', tolerance: decimal('0.50') }),
        indicator({ title: 'Without a reference', seriesNames: [{ indicator: 'none', measure: 'count' }] }),
        indicator({ reference: 'L2' }),
      ])
      assert.deepEqual([...numbers.keys()], ['NI 111', 'NI 16', 'L2'])

      const all = await indicators(db, agreementId)
      assert.deepEqual(
        all.map(({ reference }) => reference),
        ['L2', 'NI 16', 'NI 111', null],
      )
      assert.equal(all[2]?.id, numbers.get('NI 111'))
      assert.deepEqual(all[1]?.tolerance, decimal('0.50'))

      const kept = all[2] && (await keptIndicator(db, all[2].id))
      assert.deepEqual(kept?.outcomeIds, outcomeIds.slice(0, 2))
      assert.deepEqual(kept?.contributorIds, [police])
      assert.equal(kept?.leadId, council)

      const nameless = all[3]
      assert.ok(nameless)
      assert.deepEqual((await keptIndicator(db, nameless.id))?.seriesNames, [{ indicator: 'none', measure: 'count' }])
      await removeSeriesName(db, nameless.id, { measure: 'count', indicator: 'none' })
      assert.deepEqual((await keptIndicator(db, nameless.id))?.seriesNames, [])
      assert.deepEqual(await dataOf(db, nameless.id), { targets: 0, returns: 0, reports: 0 })
    })
  })

  test('what no longer belongs to one is taken away, and nothing else', async () => {
    await write(async db => {
      const [first] = await addIndicators(db, agreementId, [indicator({ reference: 'L7', outcomeIds: outcomeIds.slice(0, 2) })]).then(
        added => [...added.values()],
      )
      assert.ok(first)
      await changeIndicator(db, first, indicator({ reference: 'L7', title: 'Renamed', outcomeIds: outcomeIds.slice(1) }))
      const kept = await keptIndicator(db, first)
      assert.equal(kept?.title, 'Renamed')
      assert.deepEqual(kept?.outcomeIds, outcomeIds.slice(1))
      const [{ count } = { count: 0 }] = await db<{ count: number }[]>`
        select count(*) as count from platform.history
         where subject = 'performance.indicator_outcome' and subject_id = ${String(first)}`
      assert.equal(count, 4)
    })
  })
})
