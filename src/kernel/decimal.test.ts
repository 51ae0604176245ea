import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import {
  absolute,
  compare,
  decimal,
  decimalOf,
  divided,
  isZero,
  minus,
  negate,
  parseDecimal,
  plus,
  rounded,
  shown,
  times,
  toText,
  zero,
} from './decimal.ts'

describe('a number as people type it', () => {
  const check = (text: string, expected: string | null) =>
    test(`${text}: ${expected}`, () => {
      const value = parseDecimal(text)
      assert.equal(value && toText(value), expected)
    })

  check('41.2', '41.2')
  check('12.50', '12.50')
  check('1,234', '1234')
  check('1,234,567.8', '1234567.8')
  check('1 234 567', '1234567')
  check('12.5%', '12.5')
  check('12.5 %', '12.5')
  check('12.5 per cent', '12.5')
  check('£1.2m', '1200000')
  check('£1.2 million', '1200000')
  check('£ 1,200.50', '1200.50')
  check('1.2k', '1200')
  check('1.2345k', '1234.5')
  check('2bn', '2000000000')
  check('-5', '-5')
  check('−5', '-5')
  check('–5', '-5')
  check('+5', '5')
  check('-£5', '-5')
  check('£-5', '-5')
  check('(5)', '-5')
  check('(£1,200)', '-1200')
  check(' 7\u00a0', '7')
  check('.5', '0.5')
  check('5.', '5')
  check('007', '7')
  check('1e+05', '100000')
  check('1.5E-3', '0.0015')
  check('0', '0')
  check('-0', '0')
  check('2770.4764317057356', '2770.4764317057356')

  check('1,5', null)
  check('1,23,456', null)
  check('12,34', null)
  check('1.2.3', null)
  check('--5', null)
  check('-£-5', null)
  check('(-5)', null)
  check('(5', null)
  check('5 6', null)
  check('1e99', null)
  check('<5', null)
  check('..', null)
  check('.', null)
  check('-', null)
  check('£', null)
  check('%', null)
  check('', null)
  check('n/a', null)
  check('NaN', null)
  check('Infinity', null)
  check('0x10', null)
  check('five', null)
  check('1'.repeat(61), null)
})

describe('a number that must be one', () => {
  const check = (text: string) => test(`${text} is refused`, () => assert.throws(() => decimal(text), RangeError))

  check('')
  check('1,234')
  check('1.')
  check('.5')
  check('1e5')
  check(' 1')
  check('--1')
})

describe('rounded half away from zero', () => {
  const check = (text: string, decimals: number, expected: string) =>
    test(`${text} to ${decimals}: ${expected}`, () => assert.equal(toText(rounded(decimal(text), decimals)), expected))

  check('0.25', 1, '0.3')
  check('-0.25', 1, '-0.3')
  check('0.249', 1, '0.2')
  check('0.35', 1, '0.4')
  check('2.675', 2, '2.68')
  check('-0.5', 0, '-1')
  check('0.4', 0, '0')
  check('-0.4', 0, '0')
  check('5', 2, '5.00')
})

describe('shown', () => {
  const check = (text: string, decimals: number, expected: string) =>
    test(`${text} with ${decimals}: ${expected}`, () => assert.equal(shown(decimal(text), decimals), expected))

  check('1234567.891', 1, '1,234,567.9')
  check('123', 0, '123')
  check('1000', 0, '1,000')
  check('-1234.5', 0, '−1,235')
  check('-0.04', 1, '0.0')
  check('0.5', 2, '0.50')
  check('0.0001234', 4, '0.0001')
})

describe('divided', () => {
  const check = (a: string, b: string, decimals: number, expected: string) =>
    test(`${a} by ${b}: ${expected}`, () => assert.equal(toText(divided(decimal(a), decimal(b), decimals)), expected))

  check('1', '3', 4, '0.3333')
  check('2', '3', 4, '0.6667')
  check('-2', '3', 1, '-0.7')
  check('2', '-3', 1, '-0.7')
  check('-1', '-8', 2, '0.13')
  check('1.5', '0.05', 0, '30')
  check('0.00001', '1000', 3, '0.000')
  check('0', '5', 1, '0.0')
  test('not by zero', () => assert.throws(() => divided(decimal('1'), zero, 2), RangeError))
})

test('places behind the point do not make a difference of value', () => {
  assert.equal(compare(decimal('1.50'), decimal('1.5')), 0)
  assert.equal(compare(decimal('-2'), decimal('-1.999')), -1)
  assert.equal(compare(decimal('10'), decimal('9.99')), 1)
  assert.equal(isZero(decimal('-0.00')), true)
})

test('sums are exact', () => {
  assert.equal(toText(plus(decimal('0.1'), decimal('0.2'))), '0.3')
  assert.equal(toText(minus(decimal('1'), decimal('0.99'))), '0.01')
  assert.equal(toText(times(decimal('13.0'), decimal('0.9'))), '11.70')
  assert.equal(toText(absolute(negate(decimal('0.05')))), '0.05')
})

const decimals = fc.record(
  { digits: fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), scale: fc.integer({ min: 0, max: 12 }) },
  { noNullPrototype: true },
)

test('what is written can be read back', () => {
  fc.assert(
    fc.property(decimals, value => {
      assert.deepEqual(decimal(toText(value)), value)
      assert.deepEqual(parseDecimal(toText(value)), value)
      assert.deepEqual(parseDecimal(shown(value, value.scale)), value)
    }),
  )
})

test('adding and taking away comes back, and order is kept', () => {
  fc.assert(
    fc.property(decimals, decimals, (a, b) => {
      assert.equal(compare(minus(plus(a, b), b), a), 0)
      assert.equal(compare(a, b), -compare(b, a) + 0)
      assert.equal(Math.sign(compare(a, b)), Number(minus(a, b).digits > 0n) - Number(minus(a, b).digits < 0n))
    }),
  )
})

test('rounding moves a number by half a unit at most', () => {
  fc.assert(
    fc.property(decimals, fc.integer({ min: 0, max: 12 }), (value, places) => {
      const moved = absolute(minus(rounded(value, places), value))
      assert.ok(compare(times(moved, decimal('2')), { digits: 1n, scale: places }) <= 0)
    }),
  )
})

test('a number is what JavaScript writes of it', () => {
  const cases: readonly [number, string][] = [
    [0.1, '0.1'],
    [-12.5, '-12.5'],
    [1e-7, '0.0000001'],
    [2.5e21, '2500000000000000000000'],
    [0, '0'],
  ]
  for (const [number, text] of cases) assert.equal(toText(decimalOf(number)), text)
  assert.throws(() => decimalOf(Number.NaN), RangeError)
})
