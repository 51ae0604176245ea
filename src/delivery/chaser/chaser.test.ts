import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '../../kernel/day.ts'
import type { GroupId } from '../../partnership/index.ts'
import type { PlanId } from '../plan/plan.ts'
import type { RequirementId } from '../requirement/requirement.ts'
import { draftOf, isToChase, type Owed, paragraphsOf, reminderFor } from './chaser.ts'

const requirement = { id: 1 as RequirementId, dueOn: day('2009-06-22'), secondDueOn: day('2009-08-31'), chasedOn: null }
const owed: Owed = {
  groupId: 3 as GroupId,
  group: 'Safer Communities',
  parentGroupId: null,
  startsOn: day('2009-04-01'),
  endsOn: day('2010-03-31'),
  requirement,
  plan: null,
}
const plan = { id: 2 as PlanId, title: 'Advice for all', submittedOn: null, returnedBecause: '', isWaiting: false }
const known = { line: owed, to: 'Ruth Calder', missing: [], from: 'Priya Nair', partnership: 'Wexcombe Partnership' }

test('a reminder comes a week before each date and on the day after it, and after some days off the last one speaks for all', () => {
  const cases = [
    ['2009-06-14', '2009-06-15', 'before'],
    ['2009-06-15', '2009-06-16', null],
    ['2009-06-22', '2009-06-23', 'after'],
    ['2009-06-10', '2009-06-24', 'after'],
    ['2009-08-23', '2009-08-24', 'before-second'],
    ['2009-08-31', '2009-09-01', 'after-second'],
    ['2009-09-01', '2009-12-01', null],
  ] as const
  for (const [since, today, occasion] of cases) assert.equal(reminderFor(requirement, day(since), day(today)), occasion, today)
  // The second date is eight days after the first: its reminder does not come before the word that the first has passed.
  const near = { ...requirement, secondDueOn: day('2009-06-30') }
  assert.equal(reminderFor(near, day('2009-06-22'), day('2009-06-23')), 'after')
  assert.equal(reminderFor(near, day('2009-06-23'), day('2009-06-24')), 'before-second')
  assert.equal(reminderFor({ ...requirement, secondDueOn: null }, day('2009-08-23'), day('2009-08-24')), null)
})

test('the letter says what is owed since when, what has become of it and what is missing, and asks for the next date', () => {
  const none = draftOf(known, day('2009-06-24'))
  assert.match(none, /^Dear Ruth Calder\n\nSafer Communities owes a delivery plan for 2009-10\. It was due on 22 June 2009, 2 days ago\./)
  assert.match(
    none,
    /We have had no plan so far[\s\S]*submitted by 31 August 2009, the second date[\s\S]*Priya Nair\nWexcombe Partnership$/,
  )
  const line: Owed = { ...owed, plan: { ...plan, state: 'returned', returnedBecause: 'Two actions have no owner' } }
  const returned = draftOf({ ...known, line, to: '', missing: ['2 actions have no owner'] }, day('2009-09-02'))
  assert.match(
    returned,
    /^Dear colleague[\s\S]*was returned, with these reasons: Two actions have no owner[\s\S]*- 2 actions have no owner/,
  )
  assert.match(returned, /The second date, 31 August 2009, has passed as well/)
  assert.match(draftOf(known, day('2009-06-20')), /It is due on 22 June 2009[\s\S]*submitted by 22 June 2009\./)
})

test('a mail greets by itself', () => {
  assert.deepEqual(paragraphsOf('Dear Ruth\n\nIt is late.\n\nYours'), ['It is late.', 'Yours'])
  assert.deepEqual(paragraphsOf('It is late.'), ['It is late.'])
})

test('what is submitted is not chased, and what is returned is', () => {
  assert.ok(isToChase(owed))
  assert.ok(isToChase({ ...owed, plan: { ...plan, state: 'returned' } }))
  assert.ok(!isToChase({ ...owed, plan: { ...plan, state: 'submitted' } }))
  assert.ok(!isToChase({ ...owed, requirement: null }))
})
