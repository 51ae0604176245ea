import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '../../kernel/day.ts'
import { decimal, toText } from '../../kernel/decimal.ts'
import type { Indicator } from '../indicator/indicator.ts'
import { examplePeriod } from '../judgement/example.ts'
import { exampleMeasure } from '../target/example.ts'
import { quotientOf, type ReturnDraft, type Revision, record } from './data-return.ts'

const draft = (value: string | null, changes: Partial<ReturnDraft> = {}): ReturnDraft => ({
  value: value === null ? null : decimal(value),
  absence: null,
  numerator: null,
  denominator: null,
  status: 'final',
  source: 'Active People',
  reason: '',
  ...changes,
})

const held = (value: string | null, changes: Partial<Revision> = {}): Revision => ({
  ...draft(value),
  revision: 1,
  reportedBy: 4,
  reportedByName: 'Tom Ellery',
  reportedAt: Temporal.Instant.from('2009-05-01T09:00:00Z'),
  importId: null,
  ...changes,
})

const suppressed = { absence: 'suppressed' } as const

describe('the next revision of a return', () => {
  type Case = { readonly basedOn?: number; readonly replacesFinal?: boolean; readonly period?: string }

  function check(
    name: string,
    latest: Revision | null,
    said: ReturnDraft,
    refusal: Readonly<Record<string, RegExp>> | null,
    of: Case = {},
  ) {
    test(name, () => {
      const { basedOn = latest?.revision ?? 0, replacesFinal = false, period = '2008-09-Q4' } = of
      const situation = { period: examplePeriod(period), today: day('2009-05-06'), latest, basedOn, replacesFinal }
      const ruling = record(said, { indicator: exampleMeasure(), ...situation })
      const problems = ruling.accepted ? [] : ruling.problems
      assert.deepEqual(problems.map(({ field = 'all' }) => field).toSorted(), Object.keys(refusal ?? {}).toSorted())
      for (const { field = 'all', text } of problems) assert.match(text, refusal?.[field] ?? /^$/)
      if (ruling.accepted) assert.deepEqual(ruling.value, said)
    })
  }

  check('the first figure stands', null, draft('41.2'), null)
  check('a first figure may be final for want of a number', null, draft(null, suppressed), null)
  check('what is not there cannot be withdrawn', null, draft(null, { absence: 'withdrawn' }), {
    answer: /no figure that could be withdrawn/,
  })

  check('a provisional figure changes without a reason', held('41.2', { status: 'provisional' }), draft('40.8'), null)
  check('a final figure changes with a reason', held('41.2'), draft('40.8', { reason: 'Late records' }), null)
  check('a final figure does not change without one', held('41.2'), draft('40.8'), { reason: /Say why the final figure of 41.2% changes/ })
  check('nor does it vanish without one', held('41.2'), draft(null, suppressed), { reason: /final figure of 41.2%/ })
  check('a better source for the same figure needs no reason', held('41.2'), draft('41.2', { source: 'Sport England' }), null)
  check('a figure that comes where it was suppressed needs none', held(null, suppressed), draft('41.2'), null)
  check('who withdraws a figure says why', held('41.2', { status: 'provisional' }), draft(null, { absence: 'withdrawn' }), {
    reason: /why the figure is withdrawn/,
  })

  check('the same again is no revision', held('41.2'), draft('41.20'), { value: /on record already: 41.2%/ })
  check('nor is the same absence', held(null, suppressed), draft(null, suppressed), { answer: /on record already: Suppressed/ })

  const provisional = draft('41.2', { status: 'provisional' })
  check('a provisional figure in place of a final one is asked about', held('41.2'), provisional, {
    replacesFinal: /is final, and this one is provisional/,
  })
  check('and stands once it is confirmed', held('41.2'), provisional, null, { replacesFinal: true })
  check('all that is missing is said at once', held('41.2'), draft('40', { status: 'estimated' }), {
    replacesFinal: /estimated/,
    reason: /41.2%/,
  })

  check(
    'who was writing while another reported sees the other’s figure',
    held('43', { revision: 2 }),
    draft('42'),
    { all: /While you were writing, Tom Ellery reported 43.0%/ },
    { basedOn: 1 },
  )
  check(
    'who did not know of one sees it',
    held('43'),
    draft('42'),
    { all: /There is a figure for this area and period already: 43.0%, final, reported by Tom Ellery/ },
    { basedOn: 0 },
  )

  check(
    'a period that has not begun has no figure',
    null,
    draft('41.2', { status: 'estimated' }),
    { period: /Q2 2009-10 has not begun yet/ },
    { period: '2009-10-Q2' },
  )
  check(
    'before its end a figure is not final',
    null,
    draft('41.2'),
    { status: /Q1 2009-10 is not over until 30 June 2009/ },
    { period: '2009-10-Q1' },
  )
  check('but it may be estimated', null, draft('41.2', { status: 'estimated' }), null, { period: '2009-10-Q1' })
})

describe('a value from its numerator and denominator', () => {
  const check = (type: Partial<Indicator>, numerator: string, denominator: string, expected: string | null) =>
    test(`${type.valueType} ${numerator} of ${denominator}: ${expected}`, () => {
      const value = quotientOf(decimal(numerator), decimal(denominator), exampleMeasure(type))
      assert.equal(value && toText(value), expected)
    })

  check({ valueType: 'percentage' }, '412', '1000', '41.2')
  check({ valueType: 'percentage' }, '1', '3', '33.33333333333333333333')
  check({ valueType: 'rate', ratePer: 1000 }, '12', '4800', '2.5')
  check({ valueType: 'ratio' }, '3', '2', '1.5')
  check({ valueType: 'percentage' }, '0', '5', '0')
  check({ valueType: 'percentage' }, '1', '0', null)
  check({ valueType: 'number' }, '3', '2', null)
})
