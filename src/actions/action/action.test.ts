import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '../../kernel/day.ts'
import type { Ruling } from '../../kernel/ruling.ts'
import { type ActionState, actionStates, confirm, daysOverdue, drop, dueWords, finish, moveDate, movedWords, reopen } from './action.ts'

const told = (ruling: Ruling<unknown>): string =>
  ruling.accepted ? JSON.stringify(ruling.value) : ruling.problems.map(({ text }) => text).join('; ')
const check = (name: string, ruling: Ruling<unknown>, expected: string | RegExp) =>
  test(name, () => (typeof expected === 'string' ? assert.equal(told(ruling), expected) : assert.match(told(ruling), expected)))

describe('the date of an action', () => {
  const open = { state: 'open', dueOn: day('2009-06-22') } as const
  check('moves with a reason', moveDate(open, day('2009-06-29'), 'Away'), '{"becomes":"2009-06-29","reason":"Away"}')
  check('does not move without', moveDate(open, day('2009-06-29'), ''), 'Say why the date moves')
  check('may be taken away, with a reason', moveDate(open, null, 'It depends on the grant'), /"becomes":null/)
  check('is set for the first time without', moveDate({ state: 'open', dueOn: null }, day('2009-06-29'), ''), /"becomes":"2009-06-29"/)
  check('is not moved to where it is', moveDate(open, day('2009-06-22'), 'Why'), /due on 22 June 2009 already/)
  check('is over with the action', moveDate({ ...open, state: 'closed' }, day('2009-06-29'), 'Away'), /not open any more/)

  const words = (expected: string, today: string, dueOn: string | null, dueAsTyped = '', state: ActionState = 'open') =>
    test(expected, () => assert.equal(dueWords({ state, dueOn: dueOn === null ? null : day(dueOn), dueAsTyped }, day(today)), expected))
  words('22 June 2009', '2009-06-22', '2009-06-22')
  words('22 June 2009, overdue by 1 day', '2009-06-23', '2009-06-22')
  words('22 June 2009 (next meeting), overdue by 8 days', '2009-06-30', '2009-06-22', 'next meeting')
  words('22 June 2009', '2009-06-30', '2009-06-22', '22 June 2009', 'closed')
  words('next meeting', '2009-06-30', null, 'next meeting')
  words('No date', '2009-06-30', null)
  test('is late only while it is open', () =>
    assert.deepEqual(
      actionStates.map(state => daysOverdue({ state, dueOn: day('2009-06-22') }, day('2009-06-24'))),
      [null, 2, null, null, null],
    ))
  test('says how often it was moved', () =>
    assert.deepEqual([0, 1, 2, 3].map(movedWords), ['', 'moved once', 'moved twice', 'moved 3 times']))
})

describe('an action is closed only with an outcome', () => {
  const wanted = { isWanted: true, isGiven: false }
  const unasked = { isWanted: false, isGiven: false }
  check('by its owner', finish({ state: 'open' }, 'Written', unasked), '{"state":"closed","outcome":"Written"}')
  check('and not without', finish({ state: 'open' }, '', unasked), /Say what came of it/)
  check(
    'where the group confirms, it is done and waits',
    finish({ state: 'open' }, 'Written', wanted),
    '{"state":"done","outcome":"Written"}',
  )
  check('unless a keeper says so', finish({ state: 'open' }, 'Written', { isWanted: true, isGiven: true }), /"closed"/)
  check('and not twice', finish({ state: 'closed' }, 'Written', unasked), 'It is closed already')
  check('confirmed', confirm({ state: 'done' }, true, ''), /"closed"/)
  check('not confirmed, with what is missing', confirm({ state: 'done' }, false, 'Two letters'), '{"state":"open","reason":"Two letters"}')
  check('not confirmed, and nobody knows why', confirm({ state: 'done' }, false, ''), 'Say what is still missing')
  check('nothing to confirm', confirm({ state: 'open' }, true, ''), /nothing to confirm/)
  check('not pursued, with a reason', drop({ state: 'done' }, 'Overtaken'), '{"outcome":"Overtaken"}')
  check('not pursued, without', drop({ state: 'open' }, ''), /Say why it is not pursued/)
  check('opened again, with a reason', reopen({ state: 'dropped' }, 'Needed after all'), /Needed after all/)
  check('opened again while it is open', reopen({ state: 'done' }, 'Why'), 'It is open')
})
