import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { addDays, addMonths, day, dayIn, dayLabel, daysBetween, parseDay, weekdayName, weekdayOf } from './day.ts'

describe('a day as people write it', () => {
  const check = (text: string, expected: string | null) => test(`${text}: ${expected}`, () => assert.equal(parseDay(text), expected))

  check('6 May 2009', '2009-05-06')
  check('6 may 2009', '2009-05-06')
  check('6th May 2009', '2009-05-06')
  check('6th of May, 2009', '2009-05-06')
  check('Wednesday 6 May 2009', '2009-05-06')
  check('Wed, 6 May 2009', '2009-05-06')
  check('Thurs 7 May 2009', '2009-05-07')
  check('May 6, 2009', '2009-05-06')
  check('6 Sept 2009', '2009-09-06')
  check('6-May-09', '2009-05-06')
  check('06May2009', '2009-05-06')
  check('06/05/2009', '2009-05-06')
  check('6/5/09', '2009-05-06')
  check('6.5.09', '2009-05-06')
  check('06-05-2009', '2009-05-06')
  check('6 5 2009', '2009-05-06')
  check('2009-05-06', '2009-05-06')
  check('2009/5/6', '2009-05-06')
  check('2009-05-06T00:00:00', '2009-05-06')
  check('2009-05-06 00:00:00.000', '2009-05-06')
  check('\u00a06 May\u00a02009 ', '2009-05-06')
  check('1 January 1999', '1999-01-01')
  check('1/1/99', '1999-01-01')
  check('29/02/2008', '2008-02-29')
  check('29/02/2009', null)
  check('29/02/1900', null)
  check('31/04/2009', null)
  check('13/13/2009', null)
  check('0/1/2009', null)
  check('6 Maybe 2009', null)
  check('6 Ma 2009', null)
  check('2009', null)
  check('May 2009', null)
  check('tomorrow', null)
  check('', null)
})

describe('a day that must be one', () => {
  const check = (text: string) => test(`${text} is refused`, () => assert.throws(() => day(text), RangeError))

  check('2009-02-29')
  check('6 May 2009')
  check('0000-01-01')
  check('2009-5-6')
  check('')
})

test('days are counted', () => {
  assert.equal(addDays(day('2009-02-28'), 1), '2009-03-01')
  assert.equal(addDays(day('2008-03-01'), -1), '2008-02-29')
  assert.equal(daysBetween(day('2009-03-27'), day('2009-03-20')), -7)
  assert.equal(daysBetween(day('2008-04-01'), day('2009-04-01')), 365)
})

test('a month after the last of a long month is the last of a short one', () => {
  assert.equal(addMonths(day('2009-01-31'), 1), '2009-02-28')
  assert.equal(addMonths(day('2008-02-29'), -12), '2007-02-28')
  assert.equal(addMonths(day('2008-12-15'), 1), '2009-01-15')
})

test('a day has a day of the week', () => {
  fc.assert(
    fc.property(fc.integer({ min: -40_000, max: 40_000 }), days => {
      const on = addDays(day('2000-01-01'), days)
      assert.equal(weekdayOf(on), Temporal.PlainDate.from(on).dayOfWeek)
    }),
  )
  assert.equal(weekdayName(day('2009-05-06')), 'Wednesday')
})

test('a day is shown in words', () => {
  assert.equal(dayLabel(day('2009-05-06')), '6 May 2009')
  assert.equal(dayLabel(day('2009-12-31')), '31 December 2009')
})

test('the day is London’s, in summer time and out of it', () => {
  assert.equal(dayIn(Temporal.Instant.from('2009-05-06T23:30:00Z')), '2009-05-07')
  assert.equal(dayIn(Temporal.Instant.from('2009-01-06T23:30:00Z')), '2009-01-06')
})

test('what is shown can be read back, and counting comes back', () => {
  fc.assert(
    fc.property(fc.integer({ min: -40_000, max: 20_000 }), fc.integer({ min: -900, max: 900 }), (from, days) => {
      const start = addDays(day('2000-01-01'), from)
      assert.equal(daysBetween(start, addDays(start, days)), days)
      assert.equal(parseDay(dayLabel(start)), start)
      assert.equal(addDays(start, days), Temporal.PlainDate.from(start).add({ days }).toString())
      assert.equal(addMonths(start, days), Temporal.PlainDate.from(start).add({ months: days }).toString())
      assert.equal(addDays(start, 1) > start, true)
    }),
  )
})
