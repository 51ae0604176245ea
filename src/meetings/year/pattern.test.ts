import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '../../kernel/day.ts'
import { daysOf, type Pattern, readLine } from './pattern.ts'

const year = { from: day('2009-04-01'), until: day('2010-03-31'), skips: [] }

describe('the days of a pattern', () => {
  const check = (words: string, pattern: Pattern, days: string) =>
    test(words, () =>
      assert.equal(
        daysOf(pattern)
          .map(on => on.slice(2))
          .join(' '),
        days,
      ),
    )
  check(
    'the third Friday of each month but August and December',
    { ...year, kind: 'monthly', ordinal: '3', weekday: 5, everyMonths: 1, skips: [8, 12] },
    '09-04-17 09-05-15 09-06-19 09-07-17 09-09-18 09-10-16 09-11-20 10-01-15 10-02-19 10-03-19',
  )
  check(
    'the last Monday of every second month',
    { ...year, kind: 'monthly', ordinal: 'last', weekday: 1, everyMonths: 2 },
    '09-04-27 09-06-29 09-08-31 09-10-26 09-12-28 10-02-22',
  )
  check(
    'the first Wednesday of each quarter, which April has had',
    { ...year, from: day('2009-04-02'), kind: 'monthly', ordinal: '1', weekday: 3, everyMonths: 3 },
    '09-07-01 09-10-07 10-01-06',
  )
  check(
    'every six weeks, not in August',
    { ...year, from: day('2009-05-06'), until: day('2009-12-31'), kind: 'weeks', everyWeeks: 6, skips: [8] },
    '09-05-06 09-06-17 09-07-29 09-09-09 09-10-21 09-12-02',
  )
  test('of a pattern that never ends so many as anybody means', () =>
    assert.equal(daysOf({ ...year, until: day('2099-01-01'), kind: 'weeks', everyWeeks: 1 }).length, 60))
})

describe('a meeting on one line, as people write it', () => {
  const check = (line: string, expected: string | null) =>
    test(line || 'nothing', () => {
      const read = readLine(line, day('2009-04-01'))
      const words = read && [read.onDay, read.dayKnown === 'fixed' ? '' : read.dayKnown, read.startsAt, read.endsAt, read.venue]
      assert.equal(words?.filter(word => word !== '' && word !== null).join(' | ') ?? null, expected)
    })
  check('6 May 2009', '2009-05-06')
  check('Friday 19th March at Oxstalls Indoor Tennis Centre 9.00am – 12.00pm', '2010-03-19 | 09:00 | 12:00 | Oxstalls Indoor Tennis Centre')
  check('Friday 21st May ', '2009-05-21')
  check('22nd June at 2pm, Hereford Room, Plough Lane, Hereford', '2009-06-22 | 14:00 | Hereford Room, Plough Lane, Hereford')
  check('9 October 2008, 9.30am – 12.00 noon', '2008-10-09 | 09:30 | 12:00')
  check('- January 2006', '2006-01-01 | month')
  check('April 2010 (day tbc)', '2010-04-01 | month')
  check('22/6/09 14:00-16:00 Shire Hall', '2009-06-22 | 14:00 | 16:00 | Shire Hall')
  check('2009-09-04', '2009-09-04')
  check('Wed 9 Sept 2009 (provisional)', '2009-09-09 | provisional')
  check('• 3-Dec-09, 10 to 12', '2009-12-03 | 10:00 | 12:00')
  check('June 22, 2009 at 2.00 to 4.00', '2009-06-22 | 14:00 | 16:00')
  check('14 Jan 10am Room 4', '2010-01-14 | 10:00 | Room 4')
  check('14.01.2010 1400 - 1600 hrs', '2010-01-14 | 14:00 | 16:00')
  check('29 February', '2012-02-29')
  check('31 June 2009', null)
  check('to be arranged', null)
  check('', null)
})
