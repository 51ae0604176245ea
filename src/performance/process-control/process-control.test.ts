import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addMonths, day } from '../../kernel/day.ts'
import { absolute, compare, decimal, toText } from '../../kernel/decimal.ts'
import type { Polarity } from '../indicator/indicator.ts'
import {
  assuranceOf,
  type Choices,
  control,
  makingDataCount,
  type NewStart,
  type Point,
  plotTheDots,
  powerBi,
  type Rule,
  type Stretch,
  type Variation,
} from './process-control.ts'

const monthsFrom = day('2005-04-01')
const points = (values: readonly (number | null)[]): Point[] => values.map((value, at) => ({ on: addMonths(monthsFrom, at), value }))

function charted(values: readonly (number | null)[], choices: Partial<Choices> = {}, polarity: Polarity = 'higher'): Stretch {
  const [stretch] = control(points(values), [], polarity, { ...makingDataCount, ...choices })
  assert.ok(stretch)
  return stretch
}

/** Which values, counted from 1, a rule marks. */
const marked = (values: readonly number[], rule: Rule, choices: Partial<Choices> = {}): number[] =>
  charted(values, choices).points.flatMap(({ signals }, at) => (signals.some(each => each.rule === rule) ? [at + 1] : []))

const near = (found: Parameters<typeof toText>[0] | undefined | null, wanted: number) => {
  assert.ok(found)
  assert.ok(Math.abs(Number(toText(found)) - wanted) < 0.00005, `${toText(found)} and should be ${wanted}`)
}

const repeated = (values: readonly number[], times: number): number[] => Array.from({ length: times }, () => values).flat()
const upTo = (last: number): number[] => Array.from({ length: last }, (_, at) => at + 1)

const once = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]

test('one wild figure lies outside the limits, and screened ones lie closer', () => {
  const plain = charted(once)
  near(plain.mean, 1.9444)
  near(plain.limits?.low, -3.0626)
  near(plain.limits?.high, 6.9515)
  const screened = charted(once, { screening: true })
  near(screened.limits?.low, -0.7156)
  near(screened.limits?.high, 4.6044)
  for (const screening of [false, true]) assert.deepEqual(marked(once, 'outside', { screening }), [5])
})

test('screening changes nothing where no range is out of the ordinary', () => {
  const above = [5, 7, 5, 7, 7, 5, 4, 9, 8, 13, 8, 7, 8, 7, 12, 11, 8]
  const below = [113, 132, 121, 134, 116, 131, 93, 138, 182, 157, 100, 103, 146, 108, 153, 141, 134]
  for (const screening of [false, true]) {
    const { mean, limits } = charted(
      above.map((each, at) => each / (below[at] ?? 1)),
      { screening },
    )
    near(mean, 0.0592974)
    near(limits?.low, 0.0228518)
    near(limits?.high, 0.0957431)
  }
})

test('four figures have limits too, when one asks the rule', () => {
  const { mean, limits } = charted([10, 50, 40, 30])
  near(mean, 32.5)
  near(limits?.low, -20.7)
  near(limits?.high, 85.7)
})

test('a series that never moves has its limits where it is, and meets a target that is there', () => {
  for (const screening of [false, true]) {
    const flat = charted(repeated([100], 12), { screening })
    near(flat.limits?.low, 100)
    near(flat.limits?.high, 100)
    assert.ok(flat.points.every(({ signals }) => signals.length === 0))
    assert.equal(assuranceOf(flat, decimal('100'), 'higher', makingDataCount), 'passes')
    assert.equal(assuranceOf(flat, decimal('100'), 'lower', makingDataCount), 'passes')
    assert.equal(assuranceOf(flat, decimal('101'), 'higher', makingDataCount), 'fails')
    assert.equal(assuranceOf(flat, decimal('99'), 'higher', makingDataCount), 'passes')
  }
})

const trends: readonly [string, readonly number[], number, readonly number[]][] = [
  ['seven rising', upTo(7), 7, upTo(7)],
  ['seven falling', upTo(7).reverse(), 7, upTo(7)],
  ['a tie breaks it', [1, 2, 3, 3, 4, 5, 6], 7, []],
  ['from the second on', [2, 1, 2, 3, 4, 5, 6, 7, 3], 7, [2, 3, 4, 5, 6, 7, 8]],
  ['six are none of seven', upTo(6), 7, []],
  ['six are all of six', upTo(6), 6, upTo(6)],
]
for (const [name, values, trend, wanted] of trends)
  test(`trend: ${name}`, () => assert.deepEqual(marked(values, 'trend', { trend }), wanted))

const shifts: readonly [string, readonly number[], number, readonly number[]][] = [
  ['six are none of seven', [...repeated([-1, -4], 3), ...repeated([1, 4], 3)], 7, []],
  ['six are all of six', [...repeated([-1, -4], 3), ...repeated([1, 4], 3)], 6, upTo(12)],
  ['seven on either side', [...repeated([-1, -4], 3), -1, ...repeated([1, 4], 3), 1], 7, upTo(14)],
  ['a value on the mean breaks the run', [1, 1, 1, 0, 1, 1, 1, 1, -1, -1, -1, -1, -1, -2], 7, []],
]
for (const [name, values, shift, wanted] of shifts)
  test(`shift: ${name}`, () => assert.deepEqual(marked(values, 'shift', { shift }), wanted))

const wavering = repeated([1, -1], 10)
const pairs: readonly [string, readonly number[], Choices['twoOfThree'], readonly number[]][] = [
  ['on opposite sides they are not two', [...wavering, 5, -5], 'third-on-that-side', []],
  ['the third between them is not marked', [...wavering, 5, 1, 5], 'third-on-that-side', [21, 23]],
  ['the third must be on their side', [...wavering, 5, -1, 5], 'third-on-that-side', []],
  ['or not, as some have it', [...wavering, 5, -1, 5], 'any-third', [21, 23]],
]
for (const [name, values, twoOfThree, wanted] of pairs)
  test(`two of three: ${name}`, () => assert.deepEqual(marked(values, 'two-of-three', { twoOfThree }), wanted))

test('what is outside a limit is beyond two thirds of the way to it, unless the choice is that it does not count', () => {
  const values = [...repeated([1, -1], 20), 9, 5]
  assert.deepEqual(marked(values, 'outside'), [41])
  assert.deepEqual(marked([...values, 1], 'two-of-three'), [41, 42])
  assert.deepEqual(marked([...values, 1], 'two-of-three', { twoOfThree: 'none-outside' }), [])
})

test('a value exactly on a limit is within it, whatever binary floating point would make of it', () => {
  // Mean 0.3 and mean range 0.1: the limits are 0.034 and 0.566, and 0.3 + 2.66 × 0.1 is 0.5660000000000001 as a double.
  const wavers = [0.25, 0.35]
  const values = repeated(wavers, 7)
  const [stretch] = control(
    [...points(values), { on: day('2020-01-01'), value: 0.566 }],
    [{ from: monthsFrom, baselinePoints: 14 }],
    'higher',
    makingDataCount,
  )
  assert.deepEqual(stretch?.points.at(-1)?.signals, [])
  const [beyond] = control(
    [...points(values), { on: day('2020-01-01'), value: 0.56600001 }],
    [{ from: monthsFrom, baselinePoints: 14 }],
    'higher',
    makingDataCount,
  )
  assert.deepEqual(beyond?.points.at(-1)?.signals, [{ rule: 'outside', side: 'high' }])
})

test('nothing runs across a gap, and a gap makes no range', () => {
  const { points: all, limits } = charted([1, 2, 3, null, 4, 5, 6, 7])
  assert.ok(all.every(({ signals }) => signals.every(({ rule }) => rule !== 'trend')))
  near(limits?.high, 4 + 2.66)
})

test('a series of nothing has no mean, and one value has no limits', () => {
  assert.equal(charted([null]).mean, null)
  const { mean, limits } = charted([5])
  near(mean, 5)
  assert.equal(limits, null)
})

test('a new start has a mean and limits of its own, and rules do not run across it', () => {
  const starts: NewStart[] = [{ from: addMonths(monthsFrom, 6), baselinePoints: null }]
  const [before, after] = control(points([...repeated([1, 2], 3), ...repeated([11, 12], 4)]), starts, 'higher', makingDataCount)
  near(before?.mean, 1.5)
  near(after?.mean, 11.5)
  assert.deepEqual([before?.points.length, after?.points.length], [6, 8])
  assert.ok([before, after].every(each => each?.points.every(({ signals }) => signals.length === 0)))
})

test('a new start that no value follows changes nothing', () => {
  const later: NewStart = { from: day('2030-01-01'), baselinePoints: null }
  assert.deepEqual(control(points(once), [later], 'higher', makingDataCount), control(points(once), [], 'higher', makingDataCount))
})

test('limits that are held are made of the first values, and later ones are held to them', () => {
  const [held] = control(points([...repeated([1, 2], 6), 9, 9]), [{ from: monthsFrom, baselinePoints: 12 }], 'higher', makingDataCount)
  near(held?.mean, 1.5)
  assert.equal(held?.basedOn, 12)
  assert.deepEqual(
    held?.points.slice(-2).map(({ signals }) => signals.map(({ rule }) => rule)),
    [
      ['outside', 'two-of-three'],
      ['outside', 'two-of-three'],
    ],
  )
})

const latest = (values: readonly number[], polarity: Polarity, choices = makingDataCount): Variation | undefined =>
  charted(values, choices, polarity).points.at(-1)?.variation

test('which way is better says what a change is', () => {
  const rising = [...repeated([1, 2], 8), 9]
  assert.deepEqual(latest(rising, 'higher'), { kind: 'improvement', side: 'high' })
  assert.deepEqual(latest(rising, 'lower'), { kind: 'concern', side: 'high' })
  assert.deepEqual(latest(rising, 'none'), { kind: 'neutral', side: 'high' })
  assert.deepEqual(latest(rising, 'range'), { kind: 'neutral', side: 'high' })
  assert.deepEqual(latest(repeated([1, 2], 8), 'higher'), { kind: 'common-cause' })
})

test('where one rule says better and another worse, the choice decides', () => {
  // Rises seven times running, and still lies below a mean that was held.
  const [held] = [[...repeated([10, 11], 6), 1, 2, 3, 4, 5, 6, 7]]
  const of = (choices: Choices) => control(points(held), [{ from: monthsFrom, baselinePoints: 12 }], 'higher', choices)[0]?.points.at(-1)
  assert.deepEqual(
    of(makingDataCount)
      ?.signals.map(({ rule, side }) => `${rule} ${side}`)
      .sort(),
    ['outside low', 'shift low', 'trend high', 'two-of-three low'],
  )
  assert.deepEqual(of(makingDataCount)?.variation, { kind: 'improvement', side: 'high' })
  assert.deepEqual(of(plotTheDots)?.variation, { kind: 'concern', side: 'low' })
  assert.deepEqual(of(powerBi)?.variation, { kind: 'both' })
})

test('the limits say whether a target is met whatever chance does', () => {
  const stretch = charted(repeated([9, 11], 10))
  const { limits } = stretch
  assert.ok(limits)
  near(limits.low, 4.68)
  near(limits.high, 15.32)
  const said = (target: string, polarity: Polarity, choices: Choices = makingDataCount) =>
    assuranceOf(stretch, decimal(target), polarity, choices)
  assert.deepEqual(
    ['4.67', '4.68', '10', '15.32', '15.33'].map(target => said(target, 'higher')),
    ['passes', 'passes', 'hit-or-miss', 'fails', 'fails'],
  )
  assert.deepEqual(
    ['4.67', '4.68', '10', '15.32', '15.33'].map(target => said(target, 'lower')),
    ['fails', 'fails', 'hit-or-miss', 'passes', 'passes'],
  )
  assert.deepEqual(
    ['4.68', '15.32'].map(target => said(target, 'higher', plotTheDots)),
    ['hit-or-miss', 'hit-or-miss'],
  )
  assert.equal(said('10', 'none'), null)
  assert.equal(assuranceOf(stretch, null, 'higher', makingDataCount), null)
})

test('the seven choices, as each school makes them', () => {
  assert.deepEqual(
    [makingDataCount, plotTheDots, powerBi].map(
      ({ screening, shift, trend, leastPoints, twoOfThree, conflict, targetOnLimit, flatSeries }) =>
        [screening, shift, trend, leastPoints, twoOfThree, conflict, targetOnLimit, flatSeries].join(' '),
    ),
    [
      'false 7 7 13 third-on-that-side improvement decides guarded',
      'true 7 7 13 none-outside first-rule open no-limits',
      'false 7 5 2 third-on-that-side both open no-limits',
    ],
  )
  assert.equal(charted(repeated([5], 12), plotTheDots).limits, null)
})

test('what the rules say does not depend on the unit that is counted in', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 2, maxLength: 40 }), fc.boolean(), (values, screening) => {
      const signals = (scale: number) =>
        control(
          values.map((value, at) => ({ on: addMonths(monthsFrom, at), value: value / 10 ** scale })),
          [],
          'higher',
          { ...makingDataCount, screening },
        ).map(({ points: its }) => its.map(each => each.signals))
      assert.deepEqual(signals(0), signals(17))
    }),
  )
})

test('a value is outside exactly when it is, whatever it is multiplied out to', () => {
  const whole = (digits: bigint) => ({ digits, scale: 0 })
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -60, max: 60 }), { minLength: 2, maxLength: 30 }), values => {
      const { points: found, sums } = charted(values)
      assert.ok(sums && sums.ranges > 0)
      const [ranges, count, sum, unit] = [BigInt(sums.ranges), BigInt(sums.count), BigInt(sums.sum), 10n ** BigInt(sums.scale)]
      const width = 266n * count * BigInt(sums.range)
      for (const { value, relativeToMean, signals } of found) {
        const distance: bigint = 100n * ranges * (BigInt(value ?? 0) * unit * count - sum)
        assert.equal(
          signals.some(({ rule }) => rule === 'outside'),
          compare(absolute(whole(distance)), whole(width)) > 0,
        )
        assert.equal(relativeToMean, distance === 0n ? 'on' : distance > 0n ? 'high' : 'low')
      }
    }),
  )
})
