import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { addDays, type Day, day } from '../../kernel/day.ts'
import { periodCode } from '../../kernel/period.ts'
import type { PlannedActionId } from '../plan/plan.ts'
import {
  askedPeriod,
  askingDays,
  asksReason,
  begunPeriods,
  dueOf,
  isSayable,
  lastBefore,
  type Progress,
  periodName,
  periodsOfPlan,
  type Rating,
  slipWords,
  standingOf,
  standingWords,
  tallyOf,
  tallyWords,
  unchanged,
} from './progress.ts'

const quarters = { startsOn: day('2026-04-01'), endsOn: day('2027-03-31'), progressEvery: 'quarter' as const }
const months = { ...quarters, progressEvery: 'month' as const }
const [q1, q2] = periodsOfPlan(quarters) as [{ startsOn: Day; endsOn: Day }, { startsOn: Day; endsOn: Day }]
const said = (on: { startsOn: Day; endsOn: Day }, rating: Rating, onDay: string): Progress => ({
  ...on,
  plannedActionId: 1 as PlannedActionId,
  rating,
  reasonCode: '',
  text: 'Routes agreed',
  nextStep: '',
  forecastOn: null,
  isUnchanged: false,
  by: 'Winifred Hale',
  onDay: day(onDay),
})

describe('which periods a plan has', () => {
  test('quarters and months of its year', () => {
    assert.deepEqual(periodsOfPlan(quarters).map(periodCode), ['2026-27-Q1', '2026-27-Q2', '2026-27-Q3', '2026-27-Q4'])
    assert.equal(periodsOfPlan(months).length, 12)
    assert.equal(periodName(q2, quarters), 'Q2 2026-27')
  })
  test('a year that begins and ends within a quarter has its first and last cut to it', () => {
    const cut = periodsOfPlan({ startsOn: day('2026-09-01'), endsOn: day('2027-08-31'), progressEvery: 'quarter' })
    assert.deepEqual(cut[0], { startsOn: '2026-09-01', endsOn: '2026-09-30' })
    assert.deepEqual(cut.at(-1), { startsOn: '2027-07-01', endsOn: '2027-08-31' })
    assert.equal(cut.length, 5)
  })
  for (const [today, asked, begun] of [
    ['2026-03-31', null, 0],
    ['2026-04-01', null, 1],
    ['2026-06-30', null, 1],
    ['2026-07-01', '2026-27-Q1', 2],
    ['2026-10-26', '2026-27-Q2', 3],
    ['2027-03-31', '2026-27-Q3', 4],
    ['2029-01-01', '2026-27-Q4', 4],
  ] as const)
    test(`on ${today} ${asked ?? 'none'} is asked for and ${begun} have begun`, () => {
      const period = askedPeriod(quarters, day(today))
      assert.deepEqual([period && periodCode(period), begunPeriods(quarters, day(today)).length], [asked, begun])
    })
})

describe('until when', () => {
  const meetings = (...days: readonly string[]) => days.map(on => ({ onDay: addDays(day(on), 9), papersDueOn: day(on) }))
  for (const [what, days, dueOn] of [
    ['with the papers of the first meeting after it', ['2026-10-14', '2026-11-20'], '2026-10-14'],
    ['whatever the order in which they come', ['2026-11-20', '2026-10-14'], '2026-10-14'],
    ['papers that were due on its last day cannot hold it', ['2026-09-30', '2026-11-20'], '2026-11-20'],
    ['a week after its end where no meeting comes before the next is over', ['2027-01-15'], '2026-10-07'],
    ['and where there is none', [], '2026-10-07'],
  ] as const)
    test(what, () => assert.equal(dueOf(q2, quarters, meetings(...days)).dueOn, dueOn))
  test('a month is not held until the month after next', () =>
    assert.equal(dueOf({ startsOn: day('2026-09-01'), endsOn: day('2026-09-30') }, months, meetings('2026-11-20')).dueOn, '2026-10-07'))
  test('it is asked for a week before, but not before the period is over', () => {
    assert.deepEqual(askingDays(q2, { dueOn: day('2026-10-14'), meetingDay: null }), {
      askOn: '2026-10-07',
      remindOn: '2026-10-12',
      tellOn: '2026-10-15',
    })
    assert.equal(askingDays(q2, { dueOn: day('2026-10-03'), meetingDay: null }).askOn, '2026-10-01')
  })
})

describe('how an update stands', () => {
  const due = { dueOn: day('2026-10-14'), meetingDay: null }
  const running = { startsOn: null, endedOn: null }
  const standing = (today: string, already: readonly Progress[] = [], action = running, inForceFrom: string | null = '2026-04-20') =>
    standingOf(action, already, { period: q2, due, inForceFrom: inForceFrom === null ? null : day(inForceFrom), today: day(today) })
  const words = (...args: Parameters<typeof standing>) => standingWords(standing(...args), 'Q2 2026-27')

  for (const [expected, ...args] of [
    ['No update for Q2 2026-27, due 14 October 2026, 12 days late', '2026-10-26'],
    ['No update for Q2 2026-27, due 14 October 2026, 1 day late', '2026-10-15'],
    ['No update for Q2 2026-27 yet, due 14 October 2026', '2026-10-14'],
    ['Nothing is asked for Q2 2026-27: the period is not over', '2026-09-30'],
    ['On track', '2026-10-26', [said(q2, 'on-track', '2026-10-14')]],
    ['On track, said 2 days late', '2026-10-26', [said(q2, 'on-track', '2026-10-16')]],
    ['At risk', '2026-09-12', [said(q2, 'at-risk', '2026-09-11')]],
    // What was said before is never how things are.
    ['No update for Q2 2026-27, due 14 October 2026, 12 days late', '2026-10-26', [said(q1, 'on-track', '2026-07-10')]],
    ['Nothing is asked for Q2 2026-27: complete before', '2026-10-26', [said(q1, 'complete', '2026-07-10')]],
    ['Nothing is asked for Q2 2026-27: ended on 30 September 2026', '2026-10-26', [], { startsOn: null, endedOn: day('2026-09-30') }],
    ['No update for Q2 2026-27, due 14 October 2026, 12 days late', '2026-10-26', [], { startsOn: null, endedOn: day('2026-10-01') }],
    ['Nothing is asked for Q2 2026-27: starts on 1 October 2026', '2026-10-26', [], { startsOn: day('2026-10-01'), endedOn: null }],
    ['No update for Q2 2026-27, due 14 October 2026, 12 days late', '2026-10-26', [], { startsOn: day('2026-09-30'), endedOn: null }],
    ['Nothing is asked for Q2 2026-27: the plan is not signed off', '2026-10-26', [], running, null],
    ['Nothing is asked for Q2 2026-27: before the plan was signed off', '2026-10-26', [], running, '2026-10-01'],
    ['No update for Q2 2026-27, due 14 October 2026, 12 days late', '2026-10-26', [], running, '2026-09-30'],
  ] as readonly (readonly [string, ...Parameters<typeof standing>])[])
    test(`${args.slice(0, 1)}: ${expected}`, () => assert.equal(words(...args), expected))

  test('of what is running one may speak early, of what is complete no more', () => {
    assert.equal(isSayable(standing('2026-09-12')), true)
    assert.equal(isSayable(standing('2026-10-26', [said(q1, 'complete', '2026-07-10')])), false)
  })
  test('they are counted without those of which nothing is asked', () => {
    const tally = tallyOf([
      standing('2026-10-26'),
      standing('2026-10-26', [said(q2, 'off-track', '2026-10-10')]),
      standing('2026-10-26', [said(q1, 'complete', '2026-07-10')]),
      standing('2026-10-14'),
    ])
    assert.deepEqual(tally, { given: 1, awaited: 1, missing: 1, asked: 3 })
    assert.equal(tallyWords(tally), 'Updated 1 of 3, 1 missing')
    assert.equal(tallyWords(tallyOf([])), 'Nothing is asked for')
  })
})

test('the last word before a period is that of the latest, and said again it says that nothing has changed', () => {
  const both = [said(q2, 'at-risk', '2026-10-10'), said(q1, 'on-track', '2026-07-10')]
  assert.equal(lastBefore(both, q1), null)
  const last = lastBefore(both, q2)
  assert.equal(last?.rating, 'on-track')
  assert.deepEqual(last && unchanged(last, q2), {
    plannedActionId: 1,
    ...q2,
    rating: 'on-track',
    reasonCode: '',
    text: 'Routes agreed',
    nextStep: '',
    forecastOn: null,
    isUnchanged: true,
  })
})

for (const [rating, startsOn, expected] of [
  ['complete', null, false],
  ['on-track', null, false],
  ['at-risk', null, true],
  ['off-track', null, true],
  ['not-started', null, false],
  ['not-started', '2026-09-30', true],
  ['not-started', '2026-10-01', false],
] as const)
  test(`${rating}, to start ${startsOn ?? 'some day'}: ${expected ? 'asks' : 'does not ask'} why`, () =>
    assert.equal(asksReason(rating, { startsOn: startsOn && day(startsOn) }, q2), expected))

for (const [forecast, planned, agreed, expected] of [
  [null, '2026-12-31', '2026-12-31', null],
  ['2026-12-31', '2026-12-31', '2026-12-31', null],
  ['2027-01-31', '2026-12-31', '2026-12-31', 'Expected 31 January 2027, 31 days later than planned (31 December 2026)'],
  ['2027-01-31', '2026-12-31', '2027-01-31', 'Expected 31 January 2027, 31 days later than planned (31 December 2026)'],
  [
    '2027-02-01',
    '2026-12-31',
    '2027-01-31',
    'Expected 1 February 2027, 32 days later than planned (31 December 2026) and 1 day later than agreed (31 January 2027)',
  ],
  ['2027-02-01', null, '2027-01-31', 'Expected 1 February 2027, 1 day later than agreed (31 January 2027)'],
  ['2027-02-01', null, null, null],
] as const)
  test(`forecast ${forecast}, planned ${planned}, agreed ${agreed}`, () =>
    assert.equal(slipWords(forecast && day(forecast), { planned: planned && day(planned), agreed: agreed && day(agreed) }), expected))
