import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type Growth, type GrowthClass, type GrowthSeries, growthOf, growthTogether } from './growth.ts'

const series = (changes: Partial<GrowthSeries>): GrowthSeries => ({
  points: [],
  baseYear: 2015,
  target: null,
  targetYear: 2030,
  better: 'higher',
  limit: null,
  ...changes,
})

const near = (actual: number | null, expected: number) =>
  assert.ok(actual !== null && Math.abs(actual - expected) < 5e-5, `${actual} is not ${expected}`)

describe('growth towards a target is held to the growth that it needs', () => {
  const check = (
    name: string,
    [from, to, target]: [number, number, number],
    [n, of]: [number, number],
    better: 'higher' | 'lower',
    ratio: number,
    expected: GrowthClass,
  ) =>
    test(name, () => {
      const points = [
        [2008, from],
        [2008 + n, to],
      ] as const
      const found = growthOf(series({ points, baseYear: 2008, target, targetYear: 2008 + of, better }))
      near(found.progress, ratio)
      assert.equal(found.class, expected)
    })

  check('faster than needed', [50, 55, 60], [1, 3], 'higher', 1.596, 'on-track')
  check('more slowly', [50, 52, 60], [1, 3], 'higher', 0.6384, 'some')
  check('the other way', [50, 49, 60], [1, 3], 'higher', -0.3192, 'away')
  check('faster, where lower is better', [40, 36, 30], [1, 3], 'lower', 1.0936, 'on-track')
  check('more slowly, where lower is better', [40, 38, 30], [2, 3], 'lower', 0.2769, 'limited')
  check('there already', [50, 60, 60], [1, 3], 'higher', 3.1919, 'achieved')
  check('below nothing, and rising to less of a loss', [-10, -8, -5], [1, 3], 'higher', 0.96946, 'on-track')
  check('a target of nothing is a thousandth', [50, 30, 0], [5, 15], 'lower', 0.189, 'limited')
})

describe('a target to stay where one is', () => {
  const check = (name: string, now: number, better: 'higher' | 'lower', expected: GrowthClass, score: number) =>
    test(name, () => {
      const found = growthOf(
        series({
          points: [
            [2015, 50],
            [2020, now],
          ],
          target: 50,
          better,
        }),
      )
      assert.deepEqual([found.class, found.score], [expected, score])
    })

  check('is achieved by staying', 50, 'higher', 'achieved', 5)
  check('is achieved by more', 51, 'higher', 'achieved', 5)
  check('is lost by any loss', 49, 'higher', 'away', -5)
  check('is lost by any gain, where lower is better', 51, 'lower', 'away', -5)
})

describe('without a target the rate itself counts', () => {
  const check = (name: string, changes: Partial<GrowthSeries>, expected: GrowthClass, score: number | null) =>
    test(name, () => {
      const found = growthOf(series(changes))
      assert.equal(found.class, expected)
      if (score === null) assert.equal(found.score, null)
      else near(found.score, score)
    })

  check(
    'a strong rise',
    {
      points: [
        [2015, 100],
        [2020, 110],
      ],
    },
    'on-track',
    4.62244,
  )
  check(
    'a rise where lower is better',
    {
      points: [
        [2015, 100],
        [2020, 110],
      ],
      better: 'lower',
    },
    'away',
    -4.90561,
  )
  check(
    'no growth',
    {
      points: [
        [2015, 100],
        [2020, 100],
      ],
    },
    'limited',
    -2.5,
  )
  check(
    'some growth far from a limit',
    {
      points: [
        [2015, 40],
        [2020, 41],
      ],
      limit: 100,
    },
    'some',
    0.00922,
  )
  check(
    'a little growth near a limit',
    {
      points: [
        [2015, 98],
        [2020, 98.2],
      ],
      limit: 100,
    },
    'limited',
    -0.12322,
  )
  check(
    'at the limit',
    {
      points: [
        [2015, 100],
        [2020, 100],
      ],
      limit: 100,
    },
    'on-track',
    5,
  )
  check(
    'far beyond a limit that is a floor',
    {
      points: [
        [2015, 30],
        [2020, 29],
      ],
      limit: 10,
      better: 'lower',
    },
    'some',
    0.43934,
  )
  check(
    'between a floor and its double',
    {
      points: [
        [2015, 15],
        [2020, 14.9],
      ],
      limit: 10,
      better: 'lower',
    },
    'limited',
    -1.79926,
  )
  check(
    'from nothing',
    {
      points: [
        [2015, 0],
        [2020, 5],
      ],
    },
    'on-track',
    5,
  )
  check(
    'less of a loss',
    {
      points: [
        [2015, -10],
        [2020, -5],
      ],
    },
    'on-track',
    5,
  )
  check(
    'from a loss to a gain',
    {
      points: [
        [2015, -3],
        [2020, 4],
      ],
    },
    'not-known',
    null,
  )
  check('of a single year', { points: [[2018, 10]] }, 'not-known', null)
  check('of no year at all', { points: [] }, 'not-known', null)
  check(
    'of years before the base alone',
    {
      points: [
        [2010, 1],
        [2012, 2],
      ],
    },
    'not-known',
    null,
  )
})

test('where the base year has no value, the next year that has stands for it, whatever the order', () => {
  const { base, current } = growthOf(
    series({
      points: [
        [2021, 90],
        [2013, 50],
        [2016, 100],
      ],
    }),
  )
  assert.deepEqual(
    [base, current],
    [
      { year: 2016, value: 100 },
      { year: 2021, value: 90 },
    ],
  )
})

test('several series make one: the mean of their scores, and achieved only when all are', () => {
  const one = (changes: Partial<GrowthSeries>): Growth => growthOf(series(changes))
  const achieved = one({
    points: [
      [2015, 50],
      [2020, 82],
    ],
    target: 80,
  })
  const flat = one({
    points: [
      [2015, 100],
      [2020, 100],
    ],
  })
  assert.deepEqual(growthTogether([achieved, achieved]), { class: 'achieved', score: 5 })
  assert.deepEqual(growthTogether([achieved, flat]), { class: 'some', score: 1.25 })
  assert.deepEqual(growthTogether([one({ points: [] })]), { class: 'not-known', score: null })
})
