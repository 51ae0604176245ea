import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '../../kernel/day.ts'
import { periodLabel } from '../../kernel/period.ts'
import { chosenPeriod, periodsToChoose } from './period-choice.ts'

const labels = (firstYear: number, lastYear: number, today: string) => {
  const { quarters, years } = periodsToChoose(firstYear, lastYear, day(today))
  return { quarters: quarters.map(period => periodLabel(period, null)), years: years.map(period => periodLabel(period, null)) }
}

test('an agreement that is over has all its quarters and years, the newest first', () => {
  const { quarters, years } = labels(2008, 2010, '2026-11-22')
  assert.equal(quarters.length, 12)
  assert.deepEqual([quarters.at(0), quarters.at(-1)], ['Q4 2010-11', 'Q1 2008-09'])
  assert.deepEqual(years, ['2010-11', '2009-10', '2008-09'])
})

test('a period that has begun can be chosen, one that has not cannot', () => {
  assert.deepEqual(labels(2008, 2010, '2009-04-01'), {
    quarters: ['Q1 2009-10', 'Q4 2008-09', 'Q3 2008-09', 'Q2 2008-09', 'Q1 2008-09'],
    years: ['2009-10', '2008-09'],
  })
  assert.deepEqual(labels(2030, 2032, '2026-11-22'), { quarters: [], years: [] })
})

test('a period in an address that is none comes to the latest values', () => {
  assert.equal(chosenPeriod(''), null)
  assert.equal(chosenPeriod('latest'), null)
  assert.equal(chosenPeriod('Q9 nonsense'), null)
  assert.deepEqual(chosenPeriod('2008-09-Q4'), { startsOn: '2009-01-01', endsOn: '2009-03-31' })
})
