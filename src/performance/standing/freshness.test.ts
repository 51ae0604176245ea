import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '../../kernel/day.ts'
import { type Frequency, type Period, parsePeriodCode } from '../../kernel/period.ts'
import { freshnessIn, freshnessToday, reportedAfter, spanOf } from './freshness.ts'

const period = (code: string): Period => parsePeriodCode(code) ?? assert.fail(code)

describe('how old a figure is today', () => {
  const check = (code: string, frequency: Frequency | null, lagDays: number, today: string, expected: string, awaited = true) =>
    test(`${code} on ${today}: ${expected}`, () => {
      const { age, next, isOverdue } = freshnessToday({ period: period(code), frequency, lagDays, awaited }, day(today))
      assert.equal([age, next].filter(part => part !== null).join(', '), expected)
      assert.equal(isOverdue, expected.includes('overdue'))
    })

  check('2008-09-Q4', 'quarter', 30, '2009-05-06', '5 weeks old, next expected by 30 July 2009')
  check('2008-09-Q4', 'quarter', 30, '2009-07-30', '3 months old, next expected by 30 July 2009')
  check('2008-09-Q4', 'quarter', 30, '2009-07-31', '4 months old, next one overdue since 30 July 2009')
  check('2008-09-Q4', 'quarter', 30, '2010-05-01', '13 months old, next 4 overdue, the first since 30 July 2009')
  check('2007-08', 'financial-year', 56, '2009-05-06', '13 months old, next expected by 26 May 2009')
  check('2007-08', 'financial-year', 56, '2026-11-22', '18 years old, next 18 overdue, the first since 26 May 2009')
  check('2007-08', 'financial-year', 56, '2009-06-01', '14 months old', false)
  check('2009-M04', 'month', 0, '2009-05-06', '6 days old, next expected by 31 May 2009')
  check('2008-10-01--2009-09-30', 'twelve-months-quarterly', 120, '2010-01-31', '4 months old, next expected by 30 April 2010')
  check('2016-01-01--2018-12-31', 'three-years', 365, '2020-03-01', '14 months old, next expected by 30 December 2020')
  check('2009-M02', 'month', 10, '2009-03-05', '5 days old, next expected by 10 April 2009')
  check('2008-09-01--2008-11-30', 'survey', 90, '2026-11-22', '17 years old')
  check('2008-09', null, 0, '2009-04-14', '2 weeks old')
  check('2009-10', 'financial-year', 56, '2009-05-06', 'period not over, next expected by 26 May 2011')
})

test('a figure that stands for a chosen period says how far it reaches', () => {
  assert.equal(freshnessIn(period('2008-09-Q4'), period('2008-09')).age, 'up to the period’s end')
  assert.equal(freshnessIn(period('2007-08'), period('2008-09-Q1')).age, '3 months before the period’s end')
})

test('how long a report took', () => {
  assert.equal(reportedAfter(period('2008-09-Q4'), day('2009-05-12')), 'reported 6 weeks after the period’s end')
  assert.equal(reportedAfter(period('2008-09-Q4'), day('2009-03-31')), 'reported before the period’s end')
})

test('a span is said in the unit that people would use', () => {
  const from = day('2009-03-31')
  assert.deepEqual(
    ['2009-04-01', '2009-04-13', '2009-04-14', '2009-05-30', '2009-05-31', '2011-03-30', '2011-03-31'].map(to => spanOf(from, day(to))),
    ['1 day', '13 days', '2 weeks', '8 weeks', '2 months', '23 months', '2 years'],
  )
})
