import assert from 'node:assert/strict'
import test, { describe } from 'node:test'
import { day } from '../../kernel/day.ts'
import { keepingOf, keptOf, type Owned, yearUpTo } from './commitment.ts'

const today = day('2009-10-01')
const owned = (dueOn: string | null, more: Partial<Owned> = {}): Owned => ({
  state: 'open',
  endedOn: null,
  dueOn: dueOn === null ? null : day(dueOn),
  wasDue: [],
  ...more,
})
const done = (on: string): Partial<Owned> => ({ state: 'closed', endedOn: day(on) })
const moved = (...from: string[]): Partial<Owned> => ({ wasDue: from.map(day) })

describe('what became of a commitment', () => {
  const check = (name: string, action: Owned, expected: ReturnType<typeof keepingOf>) =>
    test(name, () => assert.equal(keepingOf(action, yearUpTo(today), today), expected))
  check('done before its date', owned('2009-09-15', done('2009-09-01')), 'on-time')
  check('done on its date', owned('2009-09-15', done('2009-09-15')), 'on-time')
  check('done, still to be confirmed', owned('2009-09-15', { ...done('2009-09-15'), state: 'done' }), 'on-time')
  check('done a day late', owned('2009-09-15', done('2009-09-16')), 'late')
  check('done by the date to which it was moved', owned('2009-09-15', { ...done('2009-09-10'), ...moved('2009-08-01') }), 'by-moved-date')
  check('done by its first date although it was moved', owned('2009-09-15', { ...done('2009-08-01'), ...moved('2009-08-01') }), 'on-time')
  check('done after the date to which it was moved', owned('2009-09-15', { ...done('2009-09-20'), ...moved('2009-08-01') }), 'late')
  check('open and overdue', owned('2009-09-30'), 'overdue')
  check('its day has not passed', owned('2009-10-01'), null)
  check('done today, on its day', owned('2009-10-01', done('2009-10-01')), 'on-time')
  check('moved beyond today', owned('2009-12-01', moved('2009-08-01', '2009-09-01')), 'moved')
  check('moved before its date came, and still to come', owned('2009-12-01', moved('2009-11-01')), null)
  check('moved and overdue again', owned('2009-09-01', moved('2009-08-01')), 'overdue')
  check('of an earlier year', owned('2008-09-30', done('2008-09-30')), null)
  check('a year ago to the day is no more', owned('2008-10-01', done('2008-09-30')), null)
  check('a day less than a year ago', owned('2008-10-02', done('2008-09-30')), 'on-time')
  check('promised before, and moved into the year', owned('2009-03-01', moved('2008-06-01')), 'overdue')
  check('not pursued', owned('2009-09-01', { state: 'dropped', endedOn: day('2009-08-01') }), 'not-pursued')
  check('only proposed', owned('2009-09-01', { state: 'proposed' }), null)
  check('without a date', owned(null), null)
})

test('it is said with its base, and what is not pursued is no part of it', () => {
  const kept = keptOf(
    [
      owned('2009-09-15', done('2009-09-01')),
      owned('2009-09-16', done('2009-09-01')),
      owned('2009-09-30'),
      owned('2009-09-01', { state: 'dropped', endedOn: day('2009-08-01') }),
      owned('2010-09-01'),
    ],
    today,
  )
  assert.deepEqual([kept.onTime, kept.all, kept.notPursued.length, kept.each.overdue.length], [2, 3, 1, 1])
})
