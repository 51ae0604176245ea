import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { type Day, day } from './day.ts'
import {
  type Conventions,
  type Frequency,
  financialYear,
  financialYearOf,
  fits,
  following,
  frequencies,
  lastEndedBy,
  monthsBetweenReports,
  type Period,
  parsePeriodCode,
  periodCode,
  periodContaining,
  periodLabel,
  periodsOf,
  previous,
  quarterOf,
  readPeriod,
  sameLastYear,
} from './period.ts'

/** '2008-04-01 2009-03-31' */
const period = (text: string): Period => ({ startsOn: day(text.slice(0, 10)), endsOn: day(text.slice(11)) })
const text = (of: Period | null) => of && `${of.startsOn} ${of.endsOn}`
const unsaid: Conventions = { frequency: null, quarters: null, years: null }

describe('a period as people write it', () => {
  const check = (written: string, expected: string, said: Partial<Conventions> = {}) =>
    test(`${written}${Object.values(said).map(word => `, ${word}`)}: ${expected}`, () => {
      const reading = readPeriod(written, { ...unsaid, ...said })
      assert.equal(reading.kind === 'period' ? text(reading.period) : reading.kind, expected)
    })

  // Financial years, unless the source says academic or calendar
  check('2008-09', '2008-04-01 2009-03-31')
  check('2008/09', '2008-04-01 2009-03-31')
  check('08/09', '2008-04-01 2009-03-31')
  check('2008–09', '2008-04-01 2009-03-31')
  check(' 2008 - 09 ', '2008-04-01 2009-03-31')
  check('2013/14', '2013-04-01 2014-03-31')
  check('2008/2009', '2008-04-01 2009-03-31')
  check('2008 to 2009', '2008-04-01 2009-03-31')
  check('1999-00', '1999-04-01 2000-03-31')
  check('1999-2000', '1999-04-01 2000-03-31')
  check('99/00', '1999-04-01 2000-03-31')
  check('FY2008/09', '2008-04-01 2009-03-31')
  check('Financial year 2008-09', '2008-04-01 2009-03-31')
  check('2008/09 financial year', '2008-04-01 2009-03-31')
  check('Year ending March 2009', '2008-04-01 2009-03-31')
  check('Year to 31 March 2009', '2008-04-01 2009-03-31')
  check('2008-09', '2008-09-01 2009-08-31', { years: 'academic' })
  check('2008-09', '2008-09-01 2009-08-31', { frequency: 'academic-year' })
  check('2008-09 (academic year)', '2008-09-01 2009-08-31')
  check('academic year 2008/09', '2008-09-01 2009-08-31')
  check('2008/09', '2008-01-01 2009-12-31', { years: 'calendar' })
  check('2008-09', '2008-09-01 2008-09-30', { frequency: 'month' })
  check('2008-09', '2008-04-01 2009-03-31', { frequency: 'financial-year' })
  check('2008-09', '2008-04-01 2009-03-31', { frequency: 'twelve-months-monthly' })

  // Quarters, halves
  check('Q1 2008-09', '2008-04-01 2008-06-30')
  check('Q4 2008/09', '2009-01-01 2009-03-31')
  check('2022/23 Q3', '2022-10-01 2022-12-31')
  check('Q3 2022/23', '2022-10-01 2022-12-31')
  check('Q3 22/23', '2022-10-01 2022-12-31')
  check('2008-09-Q4', '2009-01-01 2009-03-31')
  check('Quarter 2, 2008-09', '2008-07-01 2008-09-30')
  check('2nd quarter 2008-09', '2008-07-01 2008-09-30')
  check('Second quarter of 2008/09', '2008-07-01 2008-09-30')
  check('Qtr 2 2008-09', '2008-07-01 2008-09-30')
  check('2000 Q1', '2000-01-01 2000-03-31', { quarters: 'calendar' })
  check('2000 Q1', '2000-04-01 2000-06-30', { quarters: 'financial' })
  check('2000 Q1', 'ambiguous')
  check('Q1 2000', 'ambiguous')
  check('2000-Q1', 'ambiguous')
  check('2000Q1', 'ambiguous')
  check("Q1 '08", 'ambiguous')
  check('2000 Q1', 'ambiguous', { frequency: 'quarter' })
  check('Q1 2008-09', '2008-04-01 2008-06-30', { quarters: 'calendar' })
  check('H1 2008-09', '2008-04-01 2008-09-30')
  check('2008/09 H2', '2008-10-01 2009-03-31')
  check('first half 2008-09', '2008-04-01 2008-09-30')
  check('2nd half of 2008/09', '2008-10-01 2009-03-31')
  check('H1 2008', 'ambiguous', { frequency: 'half' })
  check('H1 2008', '2008-01-01 2008-06-30', { quarters: 'calendar' })
  check('H1 2008', '2008-04-01 2008-09-30', { quarters: 'financial', frequency: 'half' })

  // Months, and stretches of months
  check('June 2008', '2008-06-01 2008-06-30')
  check('Jun-08', '2008-06-01 2008-06-30')
  check('Jun. 2008', '2008-06-01 2008-06-30')
  check('Sept 2008', '2008-09-01 2008-09-30')
  check('2008 June', '2008-06-01 2008-06-30')
  check('2008-06', '2008-06-01 2008-06-30')
  check('2008/06', '2008-06-01 2008-06-30')
  check('2008-M09', '2008-09-01 2008-09-30')
  check('06/2008', '2008-06-01 2008-06-30')
  check('February 2008', '2008-02-01 2008-02-29')
  check('Apr-Jun 2008', '2008-04-01 2008-06-30')
  check('April to June 2008', '2008-04-01 2008-06-30')
  check('Apr 2008 – Jun 2008', '2008-04-01 2008-06-30')
  check('Apr 08-Jun 08', '2008-04-01 2008-06-30')
  check('Jan-Mar 2008/09', '2009-01-01 2009-03-31')
  check('April 2008-09', '2008-04-01 2008-04-30')
  check('2008/09 Mar', '2009-03-01 2009-03-31')
  check('2008/2009 December', '2008-12-01 2008-12-31')
  check('May 10-11', 'unreadable')
  check('2008-09 Summer', 'unreadable')
  check('Oct-Mar 2008-09', '2008-10-01 2009-03-31')
  check('Oct 2021-Sep 2022', '2021-10-01 2022-09-30')
  check('Jan 2025-Dec 2025', '2025-01-01 2025-12-31')
  check('12 months to September 2022', '2021-10-01 2022-09-30')
  check('Twelve months ending 30 September 2022', '2021-10-01 2022-09-30')
  check('rolling 12 months to Sep 2022', '2021-10-01 2022-09-30')
  check('YE Sep 2022', '2021-10-01 2022-09-30')
  check('Quarter ending June 2008', '2008-04-01 2008-06-30')
  check('3 months to June 2008', '2008-04-01 2008-06-30')
  check('Year ending 15 May 2009', '2008-05-16 2009-05-15')

  // Calendar years, one or several
  check('2012', '2012-01-01 2012-12-31')
  check('2012', '2012-01-01 2012-12-31', { frequency: 'twelve-months-quarterly' })
  check('Calendar year 2012', '2012-01-01 2012-12-31')
  check('2016 - 18', '2016-01-01 2018-12-31')
  check('2016-18', '2016-01-01 2018-12-31')
  check('2016 to 2018', '2016-01-01 2018-12-31')
  check('2008 - 10', '2008-01-01 2010-12-31')
  check('2008-10', '2008-01-01 2010-12-31', { frequency: 'three-years' })
  check('2008-10', '2008-10-01 2008-10-31')
  check('2013-17', '2013-01-01 2017-12-31')
  check('2016-17 to 2018-19', '2016-04-01 2019-03-31')
  check('2016/17 - 2018/19', '2016-04-01 2019-03-31')
  check('2016/17-18/19', '2016-09-01 2019-08-31', { years: 'academic' })
  check('three years ending December 2018', '2016-01-01 2018-12-31')

  // Surveys, and plain days
  check('Autumn 2008', '2008-09-01 2008-11-30')
  check('Spring 2009', '2009-03-01 2009-05-31')
  check('Winter 2008-09', '2008-12-01 2009-02-28')
  check('01/04/2008 - 30/06/2008', '2008-04-01 2008-06-30')
  check('1 April 2008 to 30 June 2008', '2008-04-01 2008-06-30')
  check('1 April to 30 June 2008', '2008-04-01 2008-06-30')
  check('2008-04-01/2008-06-30', '2008-04-01 2008-06-30')
  check('2008-04-01--2008-06-30', '2008-04-01 2008-06-30')
  check('01/04/2008-30/06/2008', '2008-04-01 2008-06-30')
  check('31 March 2009', '2009-03-31 2009-03-31')
  check('15 May - 10 June 2008', '2008-05-15 2008-06-10')

  // What the indicator is not reported by
  check('2012', 'mismatch', { frequency: 'financial-year' })
  check('Q1 2008-09', 'mismatch', { frequency: 'financial-year' })
  check('2008-09', 'mismatch', { frequency: 'quarter' })
  check('2008-09', 'mismatch', { frequency: 'financial-year', years: 'academic' })
  check('08/09', 'mismatch', { frequency: 'month' })
  check('01/06/2008', 'mismatch', { frequency: 'month' })
  check('Oct 2021-Sep 2022', 'mismatch', { frequency: 'financial-year' })
  check('Nov 2021-Oct 2022', 'mismatch', { frequency: 'twelve-months-quarterly' })
  check('H1 2008', 'mismatch', { frequency: 'half', quarters: 'calendar' })
  check('2000 Q1', 'mismatch', { frequency: 'month' })

  // What nobody could read
  check('', 'unreadable')
  check('-', 'unreadable')
  check('n/a', 'unreadable')
  check('41.2', 'unreadable')
  check('1234', 'unreadable')
  check('20080', 'unreadable')
  check('16-18', 'unreadable')
  check('2008-08', '2008-08-01 2008-08-31')
  check('2008/2008', 'unreadable')
  check('2009-2008', 'unreadable')
  check('2008-13', '2008-01-01 2013-12-31')
  check('2008-30', 'unreadable')
  check('Q5 2008-09', 'unreadable')
  check('H3 2008-09', 'unreadable')
  check('Q1 2008-10', 'unreadable')
  check('Dec-Feb 2009', 'unreadable')
  check('Winter 2008', 'unreadable')
  check('Smarch 2008', 'unreadable')
  check('June', 'unreadable')
  check('Q1', 'unreadable')
  check('30/06/2008 - 01/04/2008', 'unreadable')
  check('months to June 2008', 'unreadable')
  check('0 months to June 2008', 'unreadable')
  check('Quarter June 2008', 'unreadable')
  check('1.2008', 'unreadable')
  check('2008.5', 'unreadable')
  check('Year ending soon', 'unreadable')
  check('Year ending 1 January 0001', 'unreadable')
  check('1 May 1066', 'unreadable')
  check('31/02/2008', 'unreadable')
  check('Academic year Q1', 'unreadable')
  check('9'.repeat(80), 'unreadable')
})

describe('a reading says what else is known', () => {
  test('all that 2008-09 would do for, likeliest first', () => {
    const reading = readPeriod('2008-09', unsaid)
    assert.ok(reading.kind === 'period')
    assert.deepEqual(reading.frequencies, [
      'financial-year',
      'twelve-months-quarterly',
      'twelve-months-monthly',
      'survey',
      'academic-year',
      'month',
    ])
  })

  test('both readings of a quarter', () => {
    const reading = readPeriod('2000 Q1', unsaid)
    assert.ok(reading.kind === 'ambiguous')
    assert.deepEqual(
      reading.readings.map(({ quarters, period: meant }) => `${quarters}: ${periodLabel(meant, 'quarter')}`),
      ['financial: Q1 2000-01', 'calendar: Q4 1999-2000'],
    )
  })

  const check = (written: string, frequency: Frequency, expected: string) =>
    test(expected, () => {
      const reading = readPeriod(written, { ...unsaid, frequency })
      assert.equal(reading.kind === 'mismatch' ? reading.text : reading.kind, expected)
    })
  check('2012', 'financial-year', '“2012” is a calendar year, and this indicator is reported by financial year')
  check('Q1 2008-09', 'month', '“Q1 2008-09” is a quarter, and this indicator is reported by month')
  check('01/06/2008', 'month', '“01/06/2008” is 1 June 2008, and this indicator is reported by month')
  check('May-Aug 2008', 'quarter', '“May-Aug 2008” is May to August 2008, and this indicator is reported by quarter')
})

describe('what a period is called', () => {
  const check = (of: string, frequency: Frequency | null, expected: string) =>
    test(`${of}, ${frequency}: ${expected}`, () => assert.equal(periodLabel(period(of), frequency), expected))

  check('2008-04-01 2008-04-30', 'month', 'April 2008')
  check('2008-04-01 2008-06-30', 'quarter', 'Q1 2008-09')
  check('2009-01-01 2009-03-31', 'quarter', 'Q4 2008-09')
  check('2008-04-01 2008-09-30', 'half', 'first half 2008-09')
  check('2008-10-01 2009-03-31', 'half', 'second half 2008-09')
  check('2008-04-01 2009-03-31', 'financial-year', '2008-09')
  check('1999-04-01 2000-03-31', 'financial-year', '1999-2000')
  check('2000-04-01 2001-03-31', 'financial-year', '2000-01')
  check('2008-09-01 2009-08-31', 'academic-year', '2008-09 (academic year)')
  check('2008-01-01 2008-12-31', 'calendar-year', '2008')
  check('2021-10-01 2022-09-30', 'twelve-months-quarterly', 'October 2021 to September 2022')
  check('2022-04-01 2023-03-31', 'twelve-months-quarterly', 'April 2022 to March 2023')
  check('2022-01-01 2022-12-31', 'twelve-months-monthly', 'January to December 2022')
  check('2016-01-01 2018-12-31', 'three-years', '2016 to 2018')
  check('2016-04-01 2019-03-31', 'three-years', '2016-17 to 2018-19')
  check('2016-09-01 2019-08-31', 'three-years', 'September 2016 to August 2019')
  check('2008-09-01 2008-11-30', 'survey', 'Autumn 2008')
  check('2008-12-01 2009-02-28', 'survey', 'Winter 2008-09')
  check('2008-04-01 2009-03-31', 'survey', '2008-09')
  check('2008-09-01 2008-11-30', null, 'September to November 2008')
  check('2008-04-01 2009-03-31', null, '2008-09')
  check('2021-10-01 2022-09-30', null, 'October 2021 to September 2022')
  check('2016-01-01 2017-12-31', null, 'January 2016 to December 2017')
  check('2008-04-01 2008-06-29', null, '1 April 2008 to 29 June 2008')
  check('2009-03-31 2009-03-31', null, '31 March 2009')
  check('2008-04-01 2009-03-31', 'quarter', '2008-09')
})

describe('what a period is called in an address', () => {
  const check = (of: string, expected: string) =>
    test(`${of}: ${expected}`, () => {
      assert.equal(periodCode(period(of)), expected)
      assert.equal(text(parsePeriodCode(expected)), of)
    })

  check('2008-04-01 2008-04-30', '2008-M04')
  check('2008-09-01 2008-09-30', '2008-M09')
  check('2009-01-01 2009-03-31', '2008-09-Q4')
  check('2008-10-01 2009-03-31', '2008-09-H2')
  check('2008-04-01 2009-03-31', '2008-09')
  check('1999-04-01 2000-03-31', '1999-00')
  check('2008-09-01 2009-08-31', '2008-09-AY')
  check('2008-01-01 2008-12-31', '2008')
  check('2021-10-01 2022-09-30', '2021-10-01--2022-09-30')
  check('2008-09-01 2008-11-30', '2008-09-01--2008-11-30')

  const refused = (code: string) => test(`${code} is none`, () => assert.equal(parsePeriodCode(code), null))
  refused('')
  refused('latest')
  refused('2008/09')
  refused('2008-04-01--2009-03-31')
  refused('2008-04-02--2008-04-01')
  refused('2008-02-30--2008-04-01')
  refused('2008-Q1')
  refused('April 2008')
})

describe('periods follow one another', () => {
  const d = (iso: string): Day => day(iso)

  const contains = (on: string, frequency: Frequency, expected: string | null) =>
    test(`${on} is in the ${frequency} ${expected}`, () => assert.equal(text(periodContaining(d(on), frequency)), expected))
  contains('2009-05-06', 'month', '2009-05-01 2009-05-31')
  contains('2009-05-06', 'quarter', '2009-04-01 2009-06-30')
  contains('2009-03-31', 'half', '2008-10-01 2009-03-31')
  contains('2009-03-31', 'financial-year', '2008-04-01 2009-03-31')
  contains('2009-08-31', 'academic-year', '2008-09-01 2009-08-31')
  contains('2009-09-01', 'academic-year', '2009-09-01 2010-08-31')
  contains('2009-05-06', 'calendar-year', '2009-01-01 2009-12-31')
  contains('2009-05-06', 'twelve-months-monthly', '2008-06-01 2009-05-31')
  contains('2009-05-06', 'twelve-months-quarterly', '2008-07-01 2009-06-30')
  contains('2009-05-06', 'three-years', '2007-01-01 2009-12-31')
  contains('2009-05-06', 'survey', null)

  const ended = (on: string, frequency: Frequency, expected: string | null) =>
    test(`by ${on} the ${frequency} ${expected} had ended`, () => assert.equal(text(lastEndedBy(d(on), frequency)), expected))
  ended('2009-05-06', 'month', '2009-04-01 2009-04-30')
  ended('2009-06-30', 'quarter', '2009-04-01 2009-06-30')
  ended('2009-06-29', 'quarter', '2009-01-01 2009-03-31')
  ended('2009-05-06', 'financial-year', '2008-04-01 2009-03-31')
  ended('2009-05-06', 'twelve-months-monthly', '2008-05-01 2009-04-30')
  ended('2009-05-06', 'survey', null)

  test('the one before, and the same a year ago', () => {
    assert.equal(text(previous(period('2008-04-01 2008-06-30'), 'quarter')), '2008-01-01 2008-03-31')
    assert.equal(text(previous(period('2021-10-01 2022-09-30'), 'twelve-months-monthly')), '2021-09-01 2022-08-31')
    assert.equal(text(previous(period('2016-01-01 2018-12-31'), 'three-years')), '2015-01-01 2017-12-31')
    assert.equal(previous(period('2008-09-01 2008-11-30'), 'survey'), null)
    assert.equal(text(following(period('2008-11-01 2008-11-30'), 'month')), '2008-12-01 2008-12-31')
    assert.equal(following(period('2008-09-01 2008-11-30'), 'survey'), null)
    assert.equal(text(sameLastYear(period('2009-02-01 2009-02-28'))), '2008-02-01 2008-02-29')
    assert.equal(text(sameLastYear(period('2008-02-01 2008-02-29'))), '2007-02-01 2007-02-28')
    assert.equal(text(sameLastYear(period('2009-05-06 2009-05-20'))), '2008-05-06 2008-05-20')
  })

  test('those that end in an agreement’s three years', () => {
    const count = (frequency: Frequency) => periodsOf(frequency, d('2008-04-01'), d('2011-03-31')).length
    assert.deepEqual(frequencies.map(count), [36, 12, 6, 3, 3, 3, 12, 36, 3, 0])
    assert.deepEqual(periodsOf('quarter', d('2008-04-01'), d('2008-12-30')).map(text), ['2008-04-01 2008-06-30', '2008-07-01 2008-09-30'])
  })

  test('financial years and quarters of a day', () => {
    assert.equal(financialYearOf(d('2009-03-31')), 2008)
    assert.equal(financialYearOf(d('2009-04-01')), 2009)
    assert.deepEqual(
      ['2009-03-31', '2009-04-01', '2009-07-01', '2009-12-31'].map(iso => quarterOf(d(iso))),
      [4, 1, 2, 3],
    )
    assert.equal(text(financialYear(2008)), '2008-04-01 2009-03-31')
    assert.equal(monthsBetweenReports('twelve-months-quarterly'), 3)
    assert.equal(monthsBetweenReports('three-years'), 12)
    assert.equal(monthsBetweenReports('survey'), null)
  })

  test('a period in part months fits a survey alone', () => {
    assert.deepEqual(
      frequencies.filter(frequency => fits(period('2008-04-02 2008-06-30'), frequency)),
      ['survey'],
    )
  })
})

const reported = fc.record({
  frequency: fc.constantFrom(...frequencies.filter(frequency => frequency !== 'survey')),
  on: fc
    .integer({ min: 1951 * 12, max: 2048 * 12 })
    .map(month => day(`${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-15`)),
})

test('what a period is called can be read back by those who report it so', () => {
  fc.assert(
    fc.property(reported, ({ frequency, on }) => {
      const of = periodContaining(on, frequency)
      assert.ok(of)
      const reading = readPeriod(periodLabel(of, frequency), { ...unsaid, frequency })
      assert.deepEqual(reading.kind === 'period' && reading.period, of)
      assert.ok(reading.kind === 'period' && reading.frequencies.includes(frequency))
      assert.deepEqual(parsePeriodCode(periodCode(of)), of)
      assert.ok(fits(of, frequency))
      const before = previous(of, frequency)
      assert.ok(before && before.endsOn < of.endsOn)
      assert.deepEqual(following(before, frequency), of)
    }),
  )
})

test('no text brings it down', () => {
  const pieces = fc.constantFrom(
    '2008',
    '09',
    '-',
    '/',
    ' ',
    'to',
    'q',
    'h',
    '1',
    'apr',
    'march',
    'year ending',
    'winter',
    '31',
    "'",
    'ay',
    '.',
    '12 months',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(pieces, { maxLength: 9 }).map(words => words.join('')),
      ),
      fc.constantFrom(null, ...frequencies),
      (written, frequency) => {
        const reading = readPeriod(written, { ...unsaid, frequency })
        if (reading.kind === 'period') assert.ok(reading.period.startsOn <= reading.period.endsOn)
      },
    ),
    { numRuns: 3000 },
  )
})
