import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '../../kernel/day.ts'
import { examplePeriod } from '../judgement/example.ts'
import { exampleStanding, type StandingChanges } from './example.ts'
import { glanceAt } from './glance.ts'
import { assessmentOf } from './standing.ts'

const today = day('2009-05-06')

function glance(changes: StandingChanges = {}, code: string | null = null) {
  const standing = exampleStanding(changes)
  const chosen = code === null ? null : examplePeriod(code)
  return glanceAt(standing, assessmentOf(standing, chosen, today), chosen, today)
}

test('a judged figure shows what was aimed for, what happened, when and how that is judged', () => {
  assert.deepEqual(glance(), {
    judgement: { name: 'off-target', words: 'Off target', note: null },
    why: '41.2% is 3.8 points below the target of 45%, more than the tolerance of 5% of the target (2.25 points), so it is off target. The target is that of the year, 2008-09.',
    target: '45.0%',
    targetNote: 'for 2008-09',
    actual: '41.2%',
    period: 'Q4 2008-09',
    flag: null,
    freshness: { age: '5 weeks old', next: 'next expected by 30 July 2009', isOverdue: false },
    trend: {
      values: [40.1, 41.2],
      target: 45,
      mark: 'triangle',
      provisional: false,
      title: '2 values, from 40.1% in Q3 2008-09 to 41.2% in Q4 2008-09',
    },
    change: null,
    travel: {
      short: { name: 'improving', words: 'Better than Q3' },
      long: { name: 'none', words: 'Not comparable with last year' },
      sentence: 'Up 1.1 points on Q3 2008-09 (40.1%), which is better. Not comparable: there is no figure for Q4 2007-08.',
    },
  })
})

test('a figure that may change says so', () => {
  const { flag, trend } = glance({ returns: [['2008-09-Q4', '46', 'provisional']] })
  assert.equal(flag, 'provisional')
  assert.equal(trend?.provisional, true)
  assert.equal(trend?.title, 'One value, 46.0% in Q4 2008-09')
})

describe('where there is no judgement, the reason stands in its place', () => {
  const check = (changes: StandingChanges, code: string | null, words: string, note: string | null) =>
    test(`${words}${note === null ? '' : `, ${note}`}`, () => {
      const { judgement } = glance(changes, code)
      assert.deepEqual(judgement, { name: 'none', words, note })
    })

  check({ targets: [] }, null, 'No target', null)
  check({ returns: [] }, '2008-09-Q3', 'Overdue', 'since 30 January 2009, from NHS Wexcombe')
  check({ returns: [], indicator: { lagDays: 60 } }, '2008-09-Q4', 'Not yet published', 'expected by 30 May 2009')
  check({ returns: [['2008-09-Q4', 'suppressed']] }, null, 'Suppressed', null)
  check({ indicator: { closedOn: day('2009-01-01'), closedReason: 'Ended' } }, null, 'Closed', 'on 1 January 2009')
  check(
    { indicator: { deferredReason: 'No baseline', deferredOwner: 'Amina Siddiqui', deferredReviewOn: day('2009-09-01') } },
    null,
    'Deferred',
    'until 1 September 2009',
  )
})

test('an absence is shown as what it is, never as a number', () => {
  const { actual, flag, trend } = glance({
    returns: [
      ['2008-09-Q3', '40'],
      ['2008-09-Q4', 'suppressed', 'provisional'],
    ],
  })
  assert.equal(actual, 'suppressed')
  assert.equal(flag, null)
  assert.deepEqual(trend?.values, [40, null])
})

test('a period that was missed leaves a gap in the trend', () => {
  const { trend } = glance({
    returns: [
      ['2008-09-Q1', '38'],
      ['2008-09-Q4', '41'],
    ],
  })
  assert.deepEqual(trend?.values, [38, null, null, 41])
})

test('figures of other spans are no part of the trend', () => {
  const { trend } = glance({
    returns: [
      ['2007-08', '37'],
      ['2008-09-Q3', '40'],
      ['2008-09', '41'],
      ['2008-09-Q4', '42'],
    ],
  })
  assert.deepEqual(trend?.values, [40, 42])
})

test('a range is shown as one, and a unit stands beside the title', () => {
  const { target, actual, trend } = glance({
    indicator: { polarity: 'range', valueType: 'number', unit: 'days', decimals: 0 },
    tolerance: 'absolute 2',
    targets: [['2008-09', '10 to 20']],
    returns: [['2008-09-Q4', '1234']],
  })
  assert.deepEqual([target, actual, trend?.target], ['10 to 20', '1,234', null])
})

test('for a chosen period, how far the figure reaches is what counts', () => {
  assert.deepEqual(glance({ indicator: { lagDays: 120 }, returns: [['2008-09-Q3', '40']] }, '2008-09-Q4').freshness, {
    age: '3 months before the period’s end',
    next: null,
    isOverdue: false,
  })
})
