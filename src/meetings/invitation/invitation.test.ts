import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { dueFor, type Guest, needsNewSequence } from './invitation.ts'

const sentAt = Temporal.Instant.from('2009-05-06T09:00:00Z')
const guest = (more: Partial<Guest> = {}): Guest => ({
  personId: 1,
  name: 'Amina Khan',
  email: 'amina@wexcombe.example',
  isAtTable: true,
  told: null,
  ...more,
})
const told = (sequence: number, isCancelled = false) => ({ told: { sequence, isCancelled, sentAt } })
const planned = { state: 'planned', dayKnown: 'fixed', sequence: 2 } as const

describe('what somebody is sent', () => {
  const check = (words: string, of: Parameters<typeof dueFor>[0], who: Guest, expected: string | null) =>
    test(words, () => assert.equal(dueFor(of, who), expected))
  check('an invitation', planned, guest(), 'REQUEST')
  check('not the same twice', planned, guest(told(2)), null)
  check('an update of an earlier state', planned, guest(told(1)), 'REQUEST')
  check('nothing without an address', planned, guest({ email: null }), null)
  check('a cancellation once it is cancelled', { ...planned, state: 'cancelled' }, guest(told(1)), 'CANCEL')
  check('not that twice', { ...planned, state: 'cancelled' }, guest(told(2, true)), null)
  check('no cancellation of what they were never told of', { ...planned, state: 'cancelled' }, guest(), null)
  check('an invitation again once it is back', planned, guest(told(1, true)), 'REQUEST')
  check('a cancellation when they left the table', planned, guest({ isAtTable: false, ...told(2) }), 'CANCEL')
  check('nothing of a month', { ...planned, dayKnown: 'month' }, guest(), null)
  check('nothing of what is over', { ...planned, state: 'held' }, guest(), null)
})

test('who comes back to the table needs a state that is newer than the cancellation', () => {
  assert.equal(needsNewSequence(planned, [guest(told(2, true))]), true)
  assert.equal(needsNewSequence(planned, [guest(told(1, true)), guest(told(2))]), false)
})
