import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '../../kernel/day.ts'
import { isToEscalate, mondayIn, reminderFor } from './reminder.ts'

describe('what an owner of an action due on 22 June 2009 is told', () => {
  const check = (before: string, today: string, expected: string | null) =>
    test(`after ${before}, on ${today}: ${expected ?? 'nothing'}`, () =>
      assert.equal(reminderFor(day('2009-06-22'), day(before), day(today)), expected))

  check('2009-06-13', '2009-06-14', null)
  check('2009-06-14', '2009-06-15', 'soon')
  check('2009-06-15', '2009-06-16', null)
  check('2009-06-21', '2009-06-22', null)
  check('2009-06-22', '2009-06-23', 'late-1')
  check('2009-06-23', '2009-06-24', null)
  check('2009-06-29', '2009-06-30', 'late-8')
  check('2009-07-06', '2009-07-07', 'late-15')
  // What was missed while nothing ran is said then, once, and the last of it alone.
  check('2009-06-12', '2009-06-17', 'soon')
  check('2009-06-12', '2009-06-25', 'late-1')
  check('2009-06-12', '2009-07-03', 'late-8')
  // Asked for twice on one day.
  check('2009-06-23', '2009-06-23', null)
})

describe('the Monday of a digest', () => {
  const check = (before: string, today: string, expected: string | null) =>
    test(`after ${before}, on ${today}`, () => assert.equal(mondayIn(day(before), day(today)), expected))

  check('2009-06-21', '2009-06-22', '2009-06-22')
  check('2009-06-22', '2009-06-23', null)
  check('2009-06-20', '2009-06-23', '2009-06-22')
  check('2009-06-22', '2009-06-28', null)
  check('2009-06-01', '2009-06-28', '2009-06-22')
})

test('a chair is told once their group has met twice since', () =>
  assert.deepEqual([0, 1, 2, 3].map(isToEscalate), [false, false, true, true]))
