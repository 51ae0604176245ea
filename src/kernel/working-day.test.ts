import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type Day, day } from './day.ts'
import {
  bankHoliday,
  type DaysCounted,
  daysBefore,
  holidaysOf,
  holidayWarning,
  isWorkingDay,
  type Nation,
  nationOf,
  notWorkedBecause,
} from './working-day.ts'

const of = (nation: Nation, ...further: [Day, string][]) => ({ nation, further: new Map(further) })
const [england, scotland, ireland] = [of('england-and-wales'), of('scotland'), of('northern-ireland')]

describe('days before a meeting (rules E8)', () => {
  const check = (on: string, days: number, counted: DaysCounted, calendar: typeof england, expected: string) =>
    test(`${days} ${counted} days before ${on} in ${calendar.nation}`, () =>
      assert.equal(daysBefore(day(on), days, counted, calendar), expected))
  check('2009-03-27', 7, 'calendar', england, '2009-03-20')
  check('2009-03-27', 7, 'working', england, '2009-03-18')
  check('2009-04-20', 7, 'calendar', england, '2009-04-13')
  check('2009-04-20', 7, 'working', england, '2009-04-07')
  check('2009-04-20', 7, 'working', scotland, '2009-04-08')
  check('2009-05-06', 0, 'working', england, '2009-05-06')
  check('2009-05-04', 1, 'working', england, '2009-05-01')
  // Over Christmas and the New Year: 2 January is a holiday in Scotland alone.
  check('2027-01-05', 5, 'working', england, '2026-12-24')
  check('2027-01-05', 5, 'working', scotland, '2026-12-23')
  check('2025-07-14', 1, 'working', ireland, '2025-07-11')
  check('2025-07-15', 1, 'working', ireland, '2025-07-11')

  test('a deadline in calendar days that falls where nobody works is told of', () => {
    assert.equal(holidayWarning(day('2009-04-13'), england), '13 April 2009 is Easter Monday')
    assert.equal(holidayWarning(day('2009-05-09'), england), '9 May 2009 is a Saturday')
    assert.equal(holidayWarning(day('2009-04-13'), scotland), null)
    assert.equal(notWorkedBecause(day('2009-05-06'), england), null)
  })
})

describe('bank holidays, as they were kept', () => {
  const known = (nation: Nation, year: number, days: string) =>
    test(`${nation} ${year}`, () => assert.equal([...holidaysOf(year, nation).keys()].map(on => on.slice(5)).join(' '), days))
  known('england-and-wales', 1995, '01-02 04-14 04-17 05-08 05-29 08-28 12-25 12-26')
  known('england-and-wales', 1999, '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28 12-31')
  known('england-and-wales', 2002, '01-01 03-29 04-01 05-06 06-03 06-04 08-26 12-25 12-26')
  known('england-and-wales', 2009, '01-01 04-10 04-13 05-04 05-25 08-31 12-25 12-28')
  known('england-and-wales', 2010, '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28')
  known('england-and-wales', 2011, '01-03 04-22 04-25 04-29 05-02 05-30 08-29 12-26 12-27')
  known('england-and-wales', 2012, '01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26')
  known('england-and-wales', 2020, '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28')
  known('england-and-wales', 2021, '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28')
  known('england-and-wales', 2022, '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27')
  known('england-and-wales', 2023, '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26')
  known('england-and-wales', 2026, '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28')
  known('scotland', 2006, '01-02 01-03 04-14 05-01 05-29 08-07 12-25 12-26')
  known('scotland', 2011, '01-03 01-04 04-22 04-29 05-02 05-30 08-01 11-30 12-26 12-27')
  known('scotland', 2022, '01-03 01-04 04-15 05-02 06-02 06-03 08-01 09-19 11-30 12-26 12-27')
  known('scotland', 2023, '01-02 01-03 04-07 05-01 05-08 05-29 08-07 11-30 12-25 12-26')
  known('scotland', 2024, '01-01 01-02 03-29 05-06 05-27 08-05 12-02 12-25 12-26')
  known('scotland', 2026, '01-01 01-02 04-03 05-04 05-25 06-15 08-03 11-30 12-25 12-28')
  known('northern-ireland', 2024, '01-01 03-18 03-29 04-01 05-06 05-27 07-12 08-26 12-25 12-26')
  known('northern-ireland', 2025, '01-01 03-17 04-18 04-21 05-05 05-26 07-14 08-25 12-25 12-26')

  const named = (on: string, calendar: typeof england, name: string | null) =>
    test(`${on}, ${calendar.nation}: ${name ?? 'none'}`, () => assert.equal(bankHoliday(day(on), calendar), name))
  named('2011-04-29', england, 'Royal wedding bank holiday')
  named('2020-05-04', england, null)
  named('2020-05-08', england, 'Early May bank holiday (75 years of VE Day)')
  named('2022-12-27', england, 'Christmas Day (substitute day)')
  named('2022-01-04', scotland, '2 January (substitute day)')
  named('2009-12-28', england, 'Boxing Day (substitute day)')
  named('2027-05-10', of('england-and-wales', [day('2027-05-10'), 'A day of thanks']), 'A day of thanks')

  // As tables of Easter give it, the earliest and the latest among them.
  for (const [year, easterMonday] of Object.entries({
    1981: '04-20',
    2000: '04-24',
    2008: '03-24',
    2011: '04-25',
    2038: '04-26',
    2049: '04-19',
  }))
    test(`Easter Monday ${year}`, () => assert.equal(bankHoliday(day(`${year}-${easterMonday}`), england), 'Easter Monday'))
})

test('an area lies in the nation of its code', () => {
  assert.deepEqual(['E06000019', 'W06000001', 'S12000005', 'N09000003', null].map(nationOf), [
    'england-and-wales',
    'england-and-wales',
    'scotland',
    'northern-ireland',
    'england-and-wales',
  ])
  assert.equal(isWorkingDay(day('2026-12-28'), england), false)
})
