import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { parseClock } from './clock.ts'

describe('a time of the day as people write it', () => {
  const check = (typed: string, expected: string | null) =>
    test(`${typed || 'nothing'}: ${expected}`, () => assert.equal(parseClock(typed), expected))
  check('9:30am', '09:30')
  check('9.30 a.m.', '09:30')
  check('9.30', '09:30')
  check('0930', '09:30')
  check('1400 hrs', '14:00')
  check('14:00', '14:00')
  check('2pm', '14:00')
  check('2.00', '14:00')
  check('02:00', '02:00')
  check('6', '18:00')
  check('7', '07:00')
  check('10', '10:00')
  check('10 o’clock', '10:00')
  check('noon', '12:00')
  check('12 noon', '12:00')
  check('12pm', '12:00')
  check('12.15am', '00:15')
  check('13pm', null)
  check('24:00', null)
  check('9:75', null)
  check('930', null)
  check('tba', null)
  check('', null)
})
