import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '../../kernel/day.ts'
import { exampleStanding, type StandingChanges } from '../standing/example.ts'
import { glanceAt } from '../standing/glance.ts'
import { assessmentOf } from '../standing/standing.ts'
import { gravity, type Layer, reasonsFor } from './exception.ts'

const quarters = ['2007-08-Q4', '2008-09-Q1', '2008-09-Q2', '2008-09-Q3', '2008-09-Q4']
const figures = (...values: string[]): NonNullable<StandingChanges['returns']> =>
  values.map((value, at) => [quarters[at + quarters.length - values.length] ?? '', value])

describe('an indicator needs attention', () => {
  const check = (
    name: string,
    changes: StandingChanges,
    expected: Readonly<Record<Layer, string>>,
    { today = '2009-05-06', elsewhere = [] as string[] } = {},
  ) =>
    test(name, () => {
      const standing = exampleStanding(changes)
      const assessment = assessmentOf(standing, null, day(today))
      const glance = glanceAt(standing, assessment, null, day(today))
      const kinds = (layer: Layer) =>
        reasonsFor({ standing, assessment, glance, elsewhere }, layer, null, day(today))
          .map(({ kind }) => kind)
          .join(', ')
      assert.deepEqual({ strategic: kinds('strategic'), executive: kinds('executive'), operational: kinds('operational') }, expected)
    })
  const all = (kinds: string) => ({ strategic: kinds, executive: kinds, operational: kinds })

  check('when it is off target, whoever reads', {}, all('off-target'))
  check('not when it is well', { returns: figures('46') }, all(''))
  check(
    'when it is worse than last year',
    { returns: figures('50', '49', '48', '47.5', '46'), targets: [['2008-09-Q4', '45']] },
    {
      strategic: '',
      executive: 'worsening',
      operational: 'worsening',
    },
  )
  check(
    'when it will miss its target, if it goes on so',
    {
      returns: figures('55', '52', '50', '48', '46'),
      targets: [
        ['2008-09', '45'],
        ['2009-10', '45'],
      ],
    },
    { strategic: 'predicted', executive: 'predicted, worsening', operational: 'predicted, worsening' },
  )
  check('when its figure is overdue', { returns: [] }, { strategic: '', executive: 'late', operational: 'late' })
  check(
    'when the next figure is',
    { returns: figures('46') },
    { strategic: '', executive: 'late', operational: 'late' },
    { today: '2009-09-01' },
  )
  check(
    'when nothing can be said without a target, to those who could set one',
    { targets: [] },
    {
      strategic: '',
      executive: '',
      operational: 'not-judged',
    },
  )
  check(
    'when a deferral should have been looked at',
    { indicator: { deferredReason: 'No baseline', deferredOwner: 'Priya Nair', deferredReviewOn: day('2009-05-01') } },
    { strategic: '', executive: '', operational: 'review' },
  )
  check(
    'when it is off target in a district',
    { returns: figures('46') },
    { strategic: '', executive: '', operational: 'elsewhere' },
    {
      elsewhere: ['Holt Vale'],
    },
  )
  check('not once it is closed', { indicator: { closedOn: day('2009-01-01'), closedReason: 'Ended' } }, all(''))
})

test('what was better before says so, and where else it is off target', () => {
  const standing = exampleStanding({ returns: figures('46', '41.2'), targets: [['2008-09', '45']] })
  const today = day('2009-05-06')
  const assessment = assessmentOf(standing, null, today)
  const reasons = reasonsFor(
    { standing, assessment, glance: glanceAt(standing, assessment, null, today), elsewhere: ['Holt Vale', 'Kingsferry'] },
    'operational',
    null,
    today,
  )
  assert.deepEqual(
    reasons.map(({ sentence }) => sentence),
    [
      '41.2% is 3.8 points below the target of 45%, more than the tolerance of 5% of the target (2.25 points), so it is off target. In Q3 2008-09 it was on target.',
      'It is off target in Holt Vale and Kingsferry too.',
    ],
  )
})

test('off target weighs more than all else together', () => {
  const rest = (['concern', 'predicted', 'late', 'elsewhere', 'review', 'not-judged'] as const).map(kind => ({ kind, sentence: '' }))
  assert.ok(gravity([{ kind: 'off-target', sentence: '' }]) > gravity(rest))
})
