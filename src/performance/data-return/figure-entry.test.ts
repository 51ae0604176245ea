import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { toText } from '../../kernel/decimal.ts'
import type { ValueType } from '../indicator/indicator.ts'
import { readFigure } from './figure-entry.ts'

describe('a figure that is typed', () => {
  const check = (valueType: ValueType, typed: string, expected: string | RegExp, unit = '') =>
    test(`${valueType} ${typed}: ${expected}`, () => {
      const entry = readFigure(typed, { valueType, unit })
      if (typeof expected === 'string') assert.equal(entry.kind === 'number' ? toText(entry.value) : entry.kind, expected)
      else assert.match(entry.kind === 'refused' ? `${entry.text} ${entry.means}` : entry.kind, expected)
    })

  check('number', '1,234', '1234')
  check('percentage', '12.5%', '12.5')
  check('percentage', '0.41', '0.41')
  check('percentage', '140', '140')
  check('money', '£1.2m', '1200000')
  check('number', '−5', '-5')
  check('number', ' ', 'blank')
  check('rate', '12 %', /This indicator is a rate, not in per cent/)
  check('percentage', '£12', /This indicator is a percentage, not in pounds/)
  check('number', '£12', '12', '£ thousand')
  check('number', '12%', '12', '% of homes')
  check('number', '<5', /<5 is not a number suppressed/)
  check('number', '..', /not-published/)
  check('days', 'a fortnight', /Enter a number, like 12 null/)
  check('number', 'n/a', /Enter a number, like 1,234/)
  check('number', '1'.repeat(40), /more digits than any figure/)
})
