import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Day, day } from '../../kernel/day.ts'
import type { PlanId, PlannedActionId } from '../plan/plan.ts'
import { countOf, type Days, type Scheduled, slippageInWords, slippageOf, spanOf, standingOf, timeGone } from './timeline.ts'

const on = (iso: string): Day | null => (iso === '' ? null : day(iso))
const daysOf = (plannedOn: string, expectedOn: string, actualOn: string): Days => ({
  plannedOn: on(plannedOn),
  expectedOn: on(expectedOn),
  actualOn: on(actualOn),
})
const today = day('2009-10-01')

const slips = (planned: string, expected: string, actual: string, words: string, standing: string) =>
  test(`planned ${planned || '–'}, expected ${expected || '–'}, happened ${actual || '–'}: ${words}`, () => {
    const found = slippageOf(daysOf(planned, expected, actual), today)
    assert.equal(slippageInWords(found), words)
    assert.equal(standingOf(found), standing)
  })

slips('', '', '', 'No date planned', 'unknown')
slips('', '2009-12-01', '2009-09-01', 'No date planned', 'unknown')
slips('2009-09-30', '', '2009-09-30', 'On time', 'on-time')
slips('2009-09-30', '', '2009-10-12', 'Slipped 12 days', 'slipped')
slips('2009-09-30', '', '2009-09-29', '1 day early', 'early')
// What happened counts, whatever was expected before.
slips('2009-09-30', '2009-12-31', '2009-09-30', 'On time', 'on-time')
slips('2009-12-31', '', '', 'As planned', 'on-time')
slips('2009-12-31', '2009-12-31', '', 'Expected on time', 'on-time')
slips('2009-12-31', '2010-01-31', '', 'Expected 31 days late', 'slipped')
slips('2009-12-31', '2009-12-01', '', 'Expected 30 days early', 'early')
// On its day it is not late yet.
slips('2009-10-01', '', '', 'As planned', 'on-time')
slips('2009-09-30', '', '', '1 day late so far', 'slipped')
// Somebody expected it for last week, and it has not happened.
slips('2009-09-20', '2009-09-25', '', '11 days late so far', 'slipped')
// A leap year has its day.
slips('2012-02-28', '', '2012-03-01', 'Slipped 2 days', 'slipped')

const gone = (at: string, expected: string) =>
  test(`on ${at}, ${expected} of the days are over`, () => {
    const { gone, total } = timeGone({ startsOn: day('2009-04-01'), endsOn: day('2010-03-31') }, day(at))
    assert.equal(`${gone}/${total}`, expected)
  })

gone('2009-03-01', '0/365')
gone('2009-04-01', '0/365')
gone('2009-04-02', '1/365')
gone('2010-03-31', '364/365')
gone('2010-04-01', '365/365')
gone('2012-04-01', '365/365')

test('what is done is counted, and of what was due by now how much', () => {
  const all = [
    daysOf('2009-06-30', '', '2009-07-02'),
    daysOf('2009-10-01', '', ''),
    daysOf('2009-12-31', '', '2009-09-01'),
    daysOf('', '', ''),
  ]
  assert.deepEqual(countOf(all, today), { done: 2, all: 4, due: 2, dueDone: 1 })
})

const scheduled = (days: Partial<Scheduled>): Scheduled => ({
  id: 1 as PlannedActionId,
  planId: 1 as PlanId,
  reference: '',
  text: '',
  startsOn: null,
  isDropped: false,
  milestones: [],
  ...daysOf('', '', ''),
  ...days,
})
const year = { startsOn: day('2009-04-01'), endsOn: day('2010-03-31') }

const spans = (name: string, of: readonly Scheduled[], from: string, months: number) =>
  test(`the picture of ${name} is ${months} months wide`, () => assert.deepEqual(spanOf(year, of), { from, months }))

spans('a year', [], '2009-04-01', 12)
spans('what is expected after the year', [scheduled({ expectedOn: day('2010-06-15') })], '2009-04-01', 15)
spans('what began before it', [scheduled({ startsOn: day('2009-02-28') })], '2009-02-01', 14)
spans('a slip of the pen', [scheduled({ milestones: [{ id: 1, text: '', ...daysOf('2090-03-31', '', '') }] })], '2009-04-01', 12)
