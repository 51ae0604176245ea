import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type Decimal, decimal, rounded, toText } from '../../kernel/decimal.ts'
import { distanceFrom, placeOf, quarterOf, spreadOf } from './spread.ts'

const values = (...texts: string[]) => texts.map(decimal)
const known = <T>(value: T | null): T => value ?? assert.fail('There is nothing')
const text = (value: Decimal | null) => value && toText(rounded(value, 4))

describe('the spread of several areas', () => {
  const check = (name: string, of: string[], median: string, deviation: string, quartiles: [string, string]) =>
    test(name, () => {
      const found = known(spreadOf(values(...of)))
      assert.deepEqual(
        [text(found.median), text(found.deviation), text(found.lowerQuartile), text(found.upperQuartile)],
        [median, deviation, ...quartiles],
      )
    })

  check('of an odd number has a middle one', ['9', '1', '3', '4', '7'], '4.0000', '3.0000', ['3.0000', '7.0000'])
  check('of an even number has a middle between two', ['1', '2', '3', '10'], '2.5000', '1.0000', ['1.7500', '4.7500'])
  check('of one is that one', ['5.2'], '5.2000', '0.0000', ['5.2000', '5.2000'])
  check('of equals has no width', ['3', '3', '3'], '3.0000', '0.0000', ['3.0000', '3.0000'])
  check('counts ten after nine', ['10', '9', '11'], '10.0000', '1.0000', ['9.5000', '10.5000'])

  test('of none is nothing', () => assert.equal(spreadOf([]), null))
})

test('a distance is counted in typical distances, exactly', () => {
  const spread = known(spreadOf(values('7.3', '7.6', '7.9')))
  assert.equal(text(distanceFrom(decimal('7.9'), spread)), '1.0000')
  assert.equal(text(distanceFrom(decimal('7.5'), spread)), '-0.3333')
  assert.equal(text(distanceFrom(decimal('7.6'), spread)), '0.0000')
})

test('where most areas are the same, there is no typical distance to count in', () => {
  const spread = known(spreadOf(values('3', '3', '3', '8')))
  assert.equal(distanceFrom(decimal('8'), spread), null)
  assert.equal(text(distanceFrom(decimal('3'), spread)), '0.0000')
})

describe('the place among the others', () => {
  const all = values('10', '20', '20', '40')
  test('is counted from the best', () => {
    assert.deepEqual(placeOf(decimal('40'), all, 'higher'), { place: 1, isShared: false })
    assert.deepEqual(placeOf(decimal('40'), all, 'lower'), { place: 4, isShared: false })
  })
  test('is shared by equals', () => assert.deepEqual(placeOf(decimal('20.0'), all, 'higher'), { place: 2, isShared: true }))
})

describe('the quarter', () => {
  const spread = known(spreadOf(values('1', '2', '3', '4', '5')))
  const check = (value: string, higher: number, lower: number) =>
    test(value, () => {
      assert.equal(quarterOf(decimal(value), spread, 'higher'), higher)
      assert.equal(quarterOf(decimal(value), spread, 'lower'), lower)
    })
  check('5', 1, 4)
  check('4', 1, 3)
  check('3.5', 2, 3)
  check('3', 2, 2)
  check('2', 3, 1)
  check('1', 4, 1)
})
