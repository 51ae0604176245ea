import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '../../kernel/day.ts'
import { periodLabel } from '../../kernel/period.ts'
import { exampleStanding, type StandingChanges } from '../standing/example.ts'
import { assessmentOf } from '../standing/standing.ts'
import { dueNext, toSend } from './home.ts'

describe('the next figure of an indicator that is reported every quarter, thirty days after its end', () => {
  const check = (name: string, changes: StandingChanges, today: string, expected: string | null) =>
    test(name, () => {
      const standing = exampleStanding(changes)
      const due = dueNext(standing, assessmentOf(standing, null, day(today)), day(today))
      assert.equal(due && `${periodLabel(due.period, 'quarter')} by ${due.on}${due.isLate ? ', late' : ''}`, expected)
    })
  check('is that of the quarter after the last', {}, '2009-05-06', 'Q1 2009-10 by 2009-07-30')
  check('is late on the day after it was due', {}, '2009-07-31', 'Q1 2009-10 by 2009-07-30, late')
  check('is not late on that day', {}, '2009-07-30', 'Q1 2009-10 by 2009-07-30')
  check('is that of the last quarter where none has come', { returns: [] }, '2009-05-06', 'Q4 2008-09 by 2009-04-30, late')
  check(
    'is still to come where the source says that it has not published',
    { returns: [['2008-09-Q4', 'not-published']] },
    '2009-04-10',
    'Q4 2008-09 by 2009-04-30',
  )
  check('is nobody’s to send once it is closed', { indicator: { closedOn: day('2009-01-01'), closedReason: 'Ended' } }, '2009-05-06', null)
  check(
    'is not awaited while it is deferred',
    { indicator: { deferredReason: 'No baseline', deferredOwner: 'Priya', deferredReviewOn: day('2009-09-01') } },
    '2009-05-06',
    null,
  )
  check('comes when it comes, of a survey', { indicator: { frequency: 'survey' } }, '2009-05-06', null)
})

test('what is late comes first, and what is due later than asked is left out', () => {
  const at = (on: string, isLate = false) => ({ due: { period: { startsOn: day(on), endsOn: day(on) }, on: day(on), isLate } })
  const rows = toSend([at('2009-07-01'), at('2009-05-20'), at('2009-04-01', true)], day('2009-05-06'), 30)
  assert.deepEqual(
    rows.map(({ due }) => due.on),
    ['2009-04-01', '2009-05-20'],
  )
})
