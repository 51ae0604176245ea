import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { decimal } from '../../kernel/decimal.ts'
import { figure, gap, type Measured, plainFigure, rangeFigure } from './figure.ts'

const number: Measured = { valueType: 'number', ratePer: null, unit: '', decimals: 1 }
const tonnes: Measured = { ...number, unit: 'tonnes', decimals: 0 }
const percentage: Measured = { ...number, valueType: 'percentage', unit: 'Persons' }
const money: Measured = { ...number, valueType: 'money', decimals: 2 }
const days: Measured = { ...number, valueType: 'days', decimals: 0 }
const rate: Measured = { ...number, valueType: 'rate', ratePer: 100_000 }

describe('a value as it is written', () => {
  const check = (value: string, measured: Measured, inTable: string, inSentence: string, apart: string) =>
    test(`${inTable} · ${inSentence} · ${apart}`, () => {
      assert.equal(figure(decimal(value), measured), inTable)
      assert.equal(plainFigure(decimal(value), measured), inSentence)
      assert.equal(gap(decimal(value), measured), apart)
    })

  check('1234.5', number, '1,234.5', '1,234.5', '1,234.5')
  check('-1234.50', tonnes, '−1,235 tonnes', '−1,234.5 tonnes', '−1,234.5')
  check('45', percentage, '45.0%', '45%', '45 points')
  check('1.0', percentage, '1.0%', '1%', '1 point')
  check('2.25', percentage, '2.3%', '2.25%', '2.25 points')
  check('1200', money, '£1,200.00', '£1,200', '£1,200')
  check('-61.7', money, '−£61.70', '−£61.70', '−£61.70')
  check('1', days, '1 day', '1 day', '1 day')
  check('0.5', days, '1 day', '0.5 days', '0.5 days')
  check('38.5', rate, '38.5 per 100,000', '38.5 per 100,000', '38.5')
})

describe('a range', () => {
  const check = (measured: Measured, expected: string) =>
    test(expected, () => assert.equal(rangeFigure(decimal('10.0'), decimal('20.5'), measured), expected))

  check(tonnes, '10 to 20.5 tonnes')
  check(percentage, '10% to 20.5%')
  check(money, '£10 to £20.50')
  check(days, '10 to 20.5 days')
  check(rate, '10 to 20.5 per 100,000')
})
