import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '../../kernel/day.ts'
import type { GroupId } from '../../partnership/index.ts'
import type { PlanId, PlanState } from '../plan/plan.ts'
import {
  countsOf,
  type Line,
  latenessWords,
  lineStateOf,
  linesAsked,
  type RequirementId,
  requirePlans,
  submittedWords,
} from './requirement.ts'

/** Due on 22 June 2009, and for those who miss it on 30 June. */
function lineOf(state: PlanState | null, { second = '2009-06-30' as string | null, submittedOn = null as string | null } = {}): Line {
  return {
    groupId: 3 as GroupId,
    group: 'Safer Communities',
    parentGroupId: null,
    startsOn: day('2009-04-01'),
    endsOn: day('2010-03-31'),
    requirement: { id: 1 as RequirementId, dueOn: day('2009-06-22'), secondDueOn: second === null ? null : day(second), chasedOn: null },
    plan:
      state === null
        ? null
        : {
            id: 2 as PlanId,
            title: 'A plan',
            state,
            submittedOn: submittedOn === null ? null : day(submittedOn),
            returnedBecause: '',
            isWaiting: state === 'submitted',
          },
  }
}

test('a plan is late by so many days, with its second date beside it, until it is submitted', () => {
  const cases: readonly (readonly [Line, string, string])[] = [
    [lineOf(null), '2009-06-21', ''],
    [lineOf(null), '2009-06-22', ''],
    [lineOf(null), '2009-06-23', '1 day late, 7 days to the second date'],
    [lineOf('draft'), '2009-06-29', '7 days late, 1 day to the second date'],
    [lineOf('draft'), '2009-06-30', '8 days late, and today is the second date'],
    [lineOf('returned'), '2009-07-01', '9 days late, 1 day after the second date'],
    [lineOf('returned', { second: null }), '2009-07-22', '30 days late'],
    [lineOf('submitted', { submittedOn: '2009-06-24' }), '2009-07-22', ''],
    [lineOf('signed-off'), '2009-07-22', ''],
    [lineOf('revising'), '2009-07-22', ''],
    [{ ...lineOf('draft'), requirement: null }, '2009-07-22', ''],
  ]
  for (const [line, today, words] of cases) assert.equal(latenessWords(line, day(today)), words, `${line.plan?.state} on ${today}`)
})

test('one that came late says so while it waits to be signed off', () => {
  assert.equal(submittedWords(lineOf('submitted', { submittedOn: '2009-06-24' })), 'on 24 June 2009, 2 days late')
  assert.equal(submittedWords(lineOf('submitted', { submittedOn: '2009-06-22' })), 'on 22 June 2009')
  assert.equal(submittedWords(lineOf('returned', { submittedOn: '2009-06-24' })), '')
})

test('the checklist counts each line once by its state, and those that are late besides', () => {
  const lines = [lineOf(null), lineOf('draft'), lineOf('revising'), lineOf('submitted')]
  const today = day('2009-06-23')
  const counts = Object.fromEntries(countsOf(lines, today).map(({ state, count }) => [state, count]))
  assert.deepEqual(counts, { none: 1, draft: 1, submitted: 1, returned: 0, 'signed-off': 1, late: 2 })
  assert.equal(lineStateOf(lineOf('revising')), 'signed-off')
  assert.equal(linesAsked(lines, { year: '2009-10', state: 'late' }, today).length, 2)
  assert.equal(linesAsked(lines, { year: '2008-09', state: null }, today).length, 0)
})

test('the second date is for those who miss the first', () => {
  const [first, second] = [day('2009-06-22'), day('2009-06-30')]
  assert.ok(requirePlans({ dueOn: first, secondDueOn: second }).accepted)
  assert.ok(requirePlans({ dueOn: first, secondDueOn: null }).accepted)
  assert.equal(requirePlans({ dueOn: second, secondDueOn: first }).accepted, false)
  assert.equal(requirePlans({ dueOn: first, secondDueOn: first }).accepted, false)
})
