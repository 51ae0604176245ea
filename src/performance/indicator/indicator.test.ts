import assert from 'node:assert/strict'
import { describe as group, test } from 'node:test'
import { day } from '../../kernel/day.ts'
import type { OrganisationId } from '../../partnership/index.ts'
import { defer, describe, type IndicatorDraft, type IndicatorId, nameOf, type OutcomeId, remove, type Surroundings } from './indicator.ts'

const [crime, police, burglary] = [1 as OutcomeId, 1 as OrganisationId, 16 as IndicatorId]
const around: Surroundings = { outcomeIds: new Set([crime]), organisationIds: new Set([police]), bodies: [], namesake: null }
const draft: IndicatorDraft = {
  reference: 'NI 16',
  title: 'Burglary, robbery and vehicle crime',
  definition: '',
  designation: 'designated',
  polarity: 'lower',
  valueType: 'rate',
  ratePer: 1000,
  unit: '',
  decimals: 1,
  measurement: 'cumulative',
  frequency: 'quarter',
  lagDays: 30,
  source: '',
  note: '',
  toleranceKind: null,
  tolerance: null,
  leadId: police,
  outcomeIds: [crime],
  contributorIds: [],
}

group('an indicator in its agreement', () => {
  const check = (what: string, more: Partial<IndicatorDraft>, surroundings: Partial<Surroundings>, field: string | null) =>
    test(what, () => {
      const ruling = describe({ ...draft, ...more }, { ...around, ...surroundings }, burglary)
      assert.equal(ruling.accepted ? null : ruling.problems[0]?.field, field)
    })

  check('stands', {}, {}, null)
  check('keeps its own reference', {}, { namesake: { id: burglary, title: 'Burglary' } }, null)
  check('never takes another’s reference', {}, { namesake: { id: 17 as IndicatorId, title: 'Another' } }, 'reference')
  check('needs no reference', { reference: null }, { namesake: { id: 17 as IndicatorId, title: 'Another' } }, null)
  check('serves outcomes of its agreement only', { outcomeIds: [crime, 2 as OutcomeId] }, {}, 'outcomeId')
  check('is led by somebody who is there', { leadId: 2 as OrganisationId }, {}, 'leadId')
  check('is led by nobody yet', { leadId: null }, {}, null)
  check('has contributors who are there', { contributorIds: [2 as OrganisationId] }, {}, 'contributorId')
})

test('a deferral is looked at again today or later', () => {
  const on = (iso: string) => ({ deferredReason: 'No baseline', deferredOwner: 'Amina', deferredReviewOn: day(iso) })
  const today = day('2009-05-06')
  assert.equal(defer(on('2009-05-06'), today).accepted, true)
  assert.equal(defer(on('2009-05-05'), today).accepted, false)
})

test('an indicator with figures is closed, not removed', () => {
  const indicator = { title: 'Burglary' } as Parameters<typeof remove>[0]
  assert.equal(remove(indicator, { targets: 0, returns: 0, reports: 0 }).accepted, true)
  assert.match(JSON.stringify(remove(indicator, { targets: 0, returns: 0, reports: 1 })), /stands in the report of a locked period/)
  assert.deepEqual(remove(indicator, { targets: 1, returns: 12, reports: 2 }), {
    accepted: false,
    problems: [{ text: 'Burglary has 1 target and 12 returns, so it cannot be removed. Close it instead, and they stay' }],
  })
})

test('an indicator is named by its reference and its title', () => {
  assert.equal(nameOf({ reference: 'NI 16', title: 'Burglary' }), 'NI 16 Burglary')
  assert.equal(nameOf({ reference: null, title: 'Burglary' }), 'Burglary')
})
