import assert from 'node:assert/strict'
import { test } from 'node:test'
import { allowAttempt, signInLimits } from './attempt.ts'

const now = Temporal.Instant.from('2009-05-06T13:20:00Z')

test('whoever has not tried too often may try', () => assert.ok(allowAttempt([], now).accepted))

test('whoever has is told when to try again', () => {
  const ruling = allowAttempt([now.subtract({ minutes: 14 }), now.subtract({ minutes: 3 })], now)
  assert.deepEqual(ruling, {
    accepted: false,
    problems: [{ text: 'There were too many attempts. Try again in 12 minutes (6 May 2009, 2:32pm)' }],
  })
})

test('one person’s attempts from elsewhere are another limit', () => {
  assert.notEqual(
    signInLimits('amina@wexcombe.example', '192.0.2.1')[0]?.key,
    signInLimits('amina@wexcombe.example', '198.51.100.1')[0]?.key,
  )
})
