import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '../../kernel/day.ts'
import { deliveryAssurance, type Known, type KnownAction } from './assurance.ts'
import { periodOwed } from './assured.ts'

const whole: KnownAction = { isWhole: true, milestonesDue: 1, milestonesMet: 1, isTold: true }
const full: Known = {
  plans: [{ title: 'Delivery plan 2009-10', isInForce: true }],
  actions: [whole],
  seen: { group: 'Safer Wexcombe', at: 'Management Group', last: [true, true] },
}

describe('delivery assurance (rules E10)', () => {
  const check = (what: string, change: Partial<Known>, level: string, ...missing: string[]) =>
    test(what, () => assert.deepEqual(deliveryAssurance({ ...full, ...change }), { level, missing }))
  const action = (change: Partial<KnownAction>) => ({ actions: [{ ...whole, ...change }] })
  const draft = { plans: [{ title: 'Delivery plan 2009-10', isInForce: false }] }
  const bare = { isWhole: false, isTold: false }

  check('all five are in order', {}, 'full')
  check('no milestone was due, and nothing was to be said yet', action({ milestonesDue: 0, milestonesMet: 0, isTold: null }), 'full')
  check('not signed off', draft, 'partial', 'Its delivery plan is not signed off', 'No progress is reported')
  check('not robust', action({ isWhole: false }), 'partial', 'Its one action lacks an owner, dates, a measure or resources')
  check('a milestone is missed', action({ milestonesDue: 3 }), 'partial', '2 of 3 milestones that were due are not met')
  check('nothing is said', action({ isTold: false }), 'partial', 'No progress is reported of its one action')
  check(
    'of two actions that were to be told of, one is not',
    { actions: [whole, { ...whole, isTold: false }, { ...whole, isTold: null }] },
    'partial',
    'No progress is reported of 1 of 2 actions',
  )
  check(
    'missing at one of the last two meetings',
    { seen: { group: 'Safer Wexcombe', at: 'Management Group', last: [false, true] } },
    'partial',
    'Safer Wexcombe was not represented at one of the last two meetings of Management Group',
  )
  check(
    'missing at both',
    { seen: { group: 'Safer Wexcombe', at: 'Management Group', last: [false, null] } },
    'partial',
    'Safer Wexcombe was not represented at the last two meetings of Management Group',
  )
  check(
    'one meeting alone',
    { seen: { group: 'Safer Wexcombe', at: 'Management Group', last: [true] } },
    'partial',
    'Management Group has not met twice, so nobody can say whether Safer Wexcombe was represented',
  )
  check(
    'one meeting of its own alone',
    { seen: { group: 'Safer Wexcombe', at: 'Safer Wexcombe', last: [true] } },
    'partial',
    'Safer Wexcombe has not met twice yet',
  )
  check('nobody answers for it', { seen: null }, 'partial', 'No group answers for it')
  // None: neither signed off nor robust nor reported on, whatever else is in order.
  check(
    'first, second and fourth are missing',
    { ...draft, ...action(bare) },
    'none',
    'Its delivery plan is not signed off',
    'Its one action lacks an owner, dates, a measure or resources',
    'No progress is reported',
  )
  check('no plan', { plans: [], actions: [] }, 'none', 'No delivery plan serves it')
  check(
    'a plan without an action for it that is signed off',
    { actions: [] },
    'partial',
    'No action of the plan is meant to move it',
    'No progress is reported',
  )
})

describe('for which period progress is owed', () => {
  const begun = { planStartsOn: day('2009-04-01'), progressEvery: 'quarter' as const, startsOn: null, endedOn: null }
  const check = (what: string, on: string, change: Partial<typeof begun> | object, expected: string | null) =>
    test(what, () => assert.equal(periodOwed({ ...begun, ...change }, day(on))?.endsOn ?? null, expected))

  check('the plan has just begun', '2009-06-30', {}, null)
  check('its first quarter is over, and there are four weeks', '2009-07-27', {}, null)
  check('four weeks after it', '2009-07-28', {}, '2009-06-30')
  check('every month', '2009-07-28', { progressEvery: 'month' }, '2009-06-30')
  check('it begins later', '2009-07-28', { startsOn: day('2009-07-01') }, null)
  check('it was done before', '2009-10-28', { endedOn: day('2009-06-30') }, null)
  check('it was done within', '2009-10-28', { endedOn: day('2009-07-01') }, '2009-09-30')
})
