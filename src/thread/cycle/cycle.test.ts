import assert from 'node:assert/strict'
import test, { describe } from 'node:test'
import { day } from '../../kernel/day.ts'
import { eventsIn, lanesIn, monthAt, type YearFacts, yearOfCycle } from './cycle.ts'

const today = day('2009-10-15')
const year = yearOfCycle(null, today)
const nothing: YearFacts = { plans: [], owed: [], steps: [], meetings: [], reviews: [], milestones: [], targets: [], closed: [] }
const told = (facts: Partial<YearFacts>) =>
  eventsIn({ ...nothing, ...facts }, year, today)
    .filter(({ groupId }) => groupId !== null)
    .map(({ day, stage, text, state }) => `${day} ${stage} ${state}: ${text}`)

test('the year begins in April, whenever one asks', () => {
  assert.deepEqual(year, { startsOn: '2009-04-01', endsOn: '2010-03-31' })
  assert.equal(yearOfCycle(2007, today).startsOn, '2007-04-01')
  assert.equal(yearOfCycle(null, day('2010-03-31')).startsOn, '2009-04-01')
  assert.equal(monthAt(year, day('2009-04-30')), 0)
  assert.equal(monthAt(year, day('2010-03-31')), 11)
})

describe('who does what when', () => {
  const check = (name: string, facts: Partial<YearFacts>, expected: readonly string[]) =>
    test(name, () => assert.deepEqual(told(facts), expected))
  const owed = { groupId: 1, secondDueOn: null, planId: null, isSubmitted: false }
  check('a plan that is owed and not there is late', { owed: [{ ...owed, dueOn: day('2009-06-22') }] }, [
    '2009-06-22 plan late: Its plan is due',
  ])
  check('a plan that was submitted is not', { owed: [{ ...owed, dueOn: day('2009-06-22'), isSubmitted: true }] }, [
    '2009-06-22 plan done: Its plan is due',
  ])
  check('what is of another year is left out', { owed: [{ ...owed, dueOn: day('2010-06-22') }] }, [])
  check(
    'a plan is signed off and revised',
    {
      steps: [
        { planId: 3, groupId: 1, kind: 'signed-off', onDay: day('2009-07-01'), title: 'Safer' },
        { planId: 3, groupId: 1, kind: 'revising', onDay: day('2009-09-01'), title: 'Safer' },
      ],
    },
    ['2009-07-01 plan done: Safer is signed off', '2009-09-01 revise done: Safer is opened for a revision'],
  )
  const plan = {
    id: 3,
    groupId: 1,
    title: 'Safer',
    startsOn: day('2009-04-01'),
    endsOn: day('2010-03-31'),
    progressEvery: 'quarter',
    isInForce: true,
  } as const
  check('progress of a plan in force is told each quarter', { plans: [plan] }, [
    '2009-06-30 do done: Progress of Safer is told',
    '2009-09-30 do done: Progress of Safer is told',
    '2009-12-31 do to-come: Progress of Safer is told',
    '2010-03-31 do to-come: Progress of Safer is told',
  ])
  check('of a draft nobody is asked', { plans: [{ ...plan, isInForce: false }] }, [])
  check(
    'reviews',
    {
      reviews: [
        { id: 1, groupId: 1, name: 'Safer', dueOn: day('2009-10-01'), heldOn: null },
        { id: 2, groupId: 1, name: 'Safer', dueOn: day('2009-08-01'), heldOn: day('2009-08-03') },
        { id: 3, groupId: 1, name: 'Safer', dueOn: day('2010-03-01'), heldOn: null },
      ],
    },
    [
      '2009-08-03 review done: It reviewed Safer',
      '2009-10-01 review late: It reviews Safer',
      '2010-03-01 review to-come: It reviews Safer',
    ],
  )
})

test('the partnership as a whole has its quarters and targets', () => {
  const events = eventsIn(
    {
      ...nothing,
      targets: [{ endsOn: day('2010-03-31'), count: 2 }],
      closed: [{ startsOn: day('2009-04-01'), endsOn: day('2009-06-30') }],
    },
    year,
    today,
  )
  assert.deepEqual(
    events.map(({ day, state }) => `${day} ${state}`),
    ['2009-06-30 done', '2009-09-30 to-come', '2009-12-31 to-come', '2010-03-31 to-come', '2010-03-31 to-come'],
  )
})

test('a lane has one mark for each month and stage, with how many, and is late where one of them is', () => {
  const events = eventsIn(
    {
      ...nothing,
      meetings: [
        { id: 1, groupId: 7, onDay: day('2009-09-03'), isHeld: true },
        { id: 2, groupId: 7, onDay: day('2009-09-24'), isHeld: true },
      ],
      reviews: [{ id: 1, groupId: 7, name: 'Safer', dueOn: day('2009-09-30'), heldOn: null }],
    },
    year,
    today,
  )
  const [whole, lane] = lanesIn(events, year, [5, 7])
  assert.equal(whole?.groupId, null)
  assert.deepEqual(lane, {
    groupId: 7,
    marks: [
      {
        month: 5,
        stage: 'review',
        count: 3,
        state: 'late',
        words: '3 September 2009: It meets; 24 September 2009: It meets; 30 September 2009: It reviews Safer (late)',
      },
    ],
  })
})
