import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '../../kernel/day.ts'
import { decimal, toText } from '../../kernel/decimal.ts'
import type { Indicator } from '../indicator/indicator.ts'
import { examplePeriod, exampleReturn, exampleTarget } from '../judgement/example.ts'
import type { Return } from '../judgement/judgement.ts'
import { exampleStanding } from '../standing/example.ts'
import { partsOf, spread, weightsOf } from './profile.ts'

const numbers = (texts: readonly string[]) => texts.map(decimal)

describe('a total is spread', () => {
  const check = (total: string, weights: readonly string[], decimals: number, by: readonly string[]) =>
    test(`${total} by ${weights.join(', ')}: ${by.join(', ')}`, () => {
      const parts = spread(decimal(total), numbers(weights), decimals).map(toText)
      assert.deepEqual(parts, by)
    })
  check('120', ['1', '1', '1', '1'], 0, ['30', '60', '90', '120'])
  // 33.33… each: the first has the remainder.
  check('100', ['1', '1', '1'], 0, ['34', '67', '100'])
  check('10', ['1', '1', '1', '1'], 0, ['3', '6', '8', '10'])
  // Rules E6: 9,999 at 40:35:25 by the largest remainder.
  check('12999999', ['40', '35', '25'], 0, ['5199999', '9749999', '12999999'])
  check('10', ['12.5', '37.5', '25', '25'], 1, ['1.3', '5.0', '7.5', '10.0'])
  check('0.1', ['1', '1', '1'], 1, ['0.1', '0.1', '0.1'])
  // More decimals than the indicator has are not lost.
  check('10.25', ['1', '1'], 0, ['5.13', '10.25'])
  check('-10', ['1', '1', '1', '1'], 0, ['-3', '-6', '-8', '-10'])
  check('12', ['0', '0', '1', '0'], 0, ['0', '0', '12', '12'])

  test('and always comes to the total', () => {
    for (let total = 0; total < 400; total++) {
      const by = spread(decimal((total / 10).toFixed(1)), numbers(['7', '13.3', '0', '41', '38.7']), 1)
      assert.equal(toText(by.at(-1) ?? decimal('0')), (total / 10).toFixed(1))
    }
  })
})

describe('the year of a target has', () => {
  const check = (name: string, changes: Partial<Indicator>, target: ReturnType<typeof exampleTarget>, parts: number) =>
    test(`${name}: ${parts} parts`, () => {
      const { indicator } = exampleStanding({ indicator: { measurement: 'cumulative', ...changes } })
      assert.equal(partsOf(target, indicator).length, parts)
    })
  check('by quarter', {}, exampleTarget('2008-09', '45'), 4)
  check('by month', { frequency: 'month' }, exampleTarget('2008-09', '45'), 12)
  check('by year', { frequency: 'financial-year' }, exampleTarget('2008-09', '45'), 0)
  check('as it stands', { measurement: 'snapshot' }, exampleTarget('2008-09', '45'), 0)
  check('of a quarter', {}, exampleTarget('2008-09-Q1', '45'), 0)
  check('an interim one', {}, exampleTarget('2008-09', '45', 'interim'), 0)
  check('a range', { polarity: 'range' }, exampleTarget('2008-09', '10 to 20'), 0)
})

describe('a profile', () => {
  const parts = ['2008-09-Q1', '2008-09-Q2', '2008-09-Q3', '2008-09-Q4'].map(examplePeriod)
  const before: Return[] = [
    exampleReturn('2007-08-Q1', '10'),
    exampleReturn('2007-08-Q2', '30'),
    exampleReturn('2007-08-Q3', '35'),
    exampleReturn('2007-08-Q4', '50'),
  ]
  const weights = (
    kind: Parameters<typeof weightsOf>[0],
    own: readonly string[],
    returns = before,
    breaks: Parameters<typeof weightsOf>[3]['breaks'] = [],
  ) => {
    const ruling = weightsOf(kind, parts, numbers(own), { returns, breaks })
    return ruling.accepted ? ruling.value.map(toText) : ruling.problems.map(({ text }) => text)
  }

  test('of one’s own comes to a hundred exactly', () => {
    assert.deepEqual(weights('own', ['33.3', '33.3', '33.3', '0.1']), ['33.3', '33.3', '33.3', '0.1'])
    assert.deepEqual(weights('own', ['33.3', '33.3', '33.3', '0']), ['The percentages must come to 100 together'])
  })

  test('has the shape of last year', () => assert.deepEqual(weights('last-year', []), ['10', '20', '5', '15']))

  test('has not where last year is not whole, does not add up, or counted something else', () => {
    assert.match(weights('last-year', [], before.slice(1))[0] ?? '', /not all of its figures are there/)
    assert.match(weights('last-year', [], before.with(2, exampleReturn('2007-08-Q3', '20')))[0] ?? '', /do not add up/)
    const broken = [{ startsOn: day('2008-04-01'), kind: 'definition' as const, sentence: '' }]
    assert.match(weights('last-year', [], before, broken)[0] ?? '', /the definition changed in April 2008/)
  })
})
