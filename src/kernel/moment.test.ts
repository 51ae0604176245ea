import assert from 'node:assert/strict'
import test from 'node:test'
import { momentLabel } from './moment.ts'

const check = (instant: string, expected: string) =>
  test(`${instant}: ${expected}`, () => assert.equal(momentLabel(Temporal.Instant.from(instant)), expected))

check('2009-01-06T10:42:59Z', '6 January 2009, 10:42am')
check('2009-05-06T10:42:00Z', '6 May 2009, 11:42am')
check('2009-01-06T00:05:00Z', '6 January 2009, 12:05am')
check('2009-01-06T12:00:00Z', '6 January 2009, 12:00pm')
check('2009-06-30T23:30:00Z', '1 July 2009, 12:30am')
