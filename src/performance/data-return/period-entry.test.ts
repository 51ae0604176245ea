import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '../../kernel/day.ts'
import { type Frequency, frequencies, periodCode, periodsOf } from '../../kernel/period.ts'
import { enterPeriod, entryOf, periodFields } from './period-entry.ts'

const today = day('2026-07-14')

describe('a period that is typed', () => {
  /** Expected: the code of the period, the codes to choose from, or why not. */
  const check = (
    frequency: Frequency | null,
    andYears: boolean,
    period: string,
    expected: string | readonly string[] | RegExp,
    reading = '',
  ) =>
    test(`${frequency ?? 'frequency not known'}${andYears ? ' or a year' : ''}, ${period}: ${expected}`, () => {
      const ruling = enterPeriod({ period, reading }, { frequency, andYears })
      const problem = ruling.accepted ? null : ruling.problems[0]
      if (typeof expected === 'string') assert.equal(ruling.accepted ? periodCode(ruling.value) : problem?.text, expected)
      else if (expected instanceof RegExp) assert.match(problem?.text ?? '', expected)
      else {
        assert.equal(problem?.field, 'reading')
        const { readings } = periodFields({ period, reading }, { frequency, andYears }, today)
        assert.deepEqual(
          readings.map(({ value }) => value),
          expected,
        )
      }
    })

  check('quarter', false, 'Q1 2008-09', '2008-09-Q1')
  check('quarter', false, '2008-09', /is a financial year, and this indicator is reported by quarter/)
  check('quarter', true, '2008-09', '2008-09')
  check('quarter', true, '2008', '2008')
  check('quarter', true, '2008-09 (academic year)', '2008-09-AY')
  check('quarter', true, 'June 2008', /is a month, and this indicator is reported by quarter/)
  check('quarter', false, 'Q1 2008', ['2008-09-Q1', '2007-08-Q4'])
  check('quarter', false, 'Q1 2008', '2007-08-Q4', '2007-08-Q4')
  check('quarter', false, 'Q1 2008', ['2008-09-Q1', '2007-08-Q4'], '2011-12-Q1')
  check('month', false, '2008-09', '2008-M09')
  check('month', true, '2008-09', ['2008-M09', '2008-09'])
  check('academic-year', true, '2008-09', '2008-09-AY')
  check('financial-year', true, 'Q1 2008-09', /is a quarter, and this indicator is reported by financial year/)
  check('survey', false, 'Autumn 2008', '2008-09-01--2008-11-30')
  check(null, false, '2008-09', ['2008-09', '2008-09-AY', '2008-M09'])
  check(null, false, '2008-09', '2008-09-AY', '2008-09-AY')
  check(null, false, 'June 2008', '2008-M06')
  check(null, false, 'Q1 2008', ['2008-09-Q1', '2007-08-Q4'])
  check('quarter', false, '  ', /Enter the period/)
  check('quarter', false, 'next summer', /not understood as a period/)
})

describe('a period in a form is read back as the same', () => {
  for (const frequency of [...frequencies, null])
    for (const andYears of [false, true])
      test(`${frequency ?? 'frequency not known'}${andYears ? ' or a year' : ''}`, () => {
        const periods = frequencies.flatMap(each =>
          frequency === null || each === frequency ? periodsOf(each, day('1998-01-01'), day('2002-12-31')) : [],
        )
        for (const period of periods) {
          const back = enterPeriod(entryOf(period, { frequency, andYears }), { frequency, andYears })
          assert.equal(back.accepted && periodCode(back.value), periodCode(period))
        }
      })
})

test('the hint is a period that people are asked for', () => {
  const hint = (frequency: Frequency | null, andYears: boolean) =>
    periodFields({ period: '', reading: '' }, { frequency, andYears }, today).periodHint
  assert.equal(hint('quarter', true), 'For example, Q1 2026-27 or, for the whole year, 2025-26')
  assert.equal(hint('financial-year', true), 'For example, 2025-26')
  assert.equal(hint('survey', false), 'For example, Autumn 2008')
  assert.equal(hint(null, false), 'For example, 2008-09, Q1 2008-09 or June 2008')
})
