import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '../../kernel/day.ts'
import { dueInWords, horizonEnd } from './milestone.ts'

const today = day('2009-10-01')
const due = (dueOn: string, plannedOn: string | null, expected: string) =>
  test(expected, () =>
    assert.equal(dueInWords({ dueOn: day(dueOn), plannedOn: plannedOn === null ? null : day(plannedOn) }, today), expected),
  )

due('2009-10-01', '2009-10-01', '1 October 2009')
due('2009-09-30', '2009-09-30', '30 September 2009, overdue by 1 day')
due('2009-09-01', '2009-08-01', '1 September 2009, overdue by 30 days (planned for 1 August 2009)')
due('2010-01-31', '2009-12-31', '31 January 2010 (planned for 31 December 2009)')
due('2010-01-31', null, '31 January 2010')

test('a horizon of months ends on the same day of its month, or on its last', () => {
  assert.equal(horizonEnd(day('2009-08-31'), 6), '2010-02-28')
  assert.equal(horizonEnd(today, 18), '2011-04-01')
})
