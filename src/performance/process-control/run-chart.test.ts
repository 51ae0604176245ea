import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decimal, toText } from '../../kernel/decimal.ts'
import { crossingsByChance, longestRunByChance, runChart } from './run-chart.ts'

const charted = (values: readonly (number | null)[], heldAfter?: number) =>
  runChart(
    values.map(value => (value === null ? null : decimal(String(value)))),
    heldAfter,
  )

test('a series that wavers about its median has not changed', () => {
  const found = charted([5, 7, 4, 8, 6, 3, 9, 5, 7, 4])
  assert.equal(found && toText(found.median), '5.5')
  assert.deepEqual([found?.useful, found?.longestRun, found?.crossings, found?.isChange], [10, 2, 8, false])
})

test('a series that stays on one side and then on the other has', () => {
  const found = charted([2, 3, 2, 3, 2, 3, 8, 9, 8, 9, 8, 9])
  assert.deepEqual([found?.longestRun, found?.longestRunMost, found?.crossings, found?.crossingsLeast], [6, 7, 1, 3])
  assert.equal(found?.isChange, true)
})

test('a value on the median is passed over, and breaks no run', () => {
  const found = charted([4, 4, 5, 4, 6, 6, 5, 6])
  assert.deepEqual([found?.useful, found?.longestRun, found?.crossings], [6, 3, 1])
})

test('a median of the first values is held to by the later ones', () => {
  const found = charted([1, 2, 3, 9, 9, 9, 9, 9, 9, 9], 3)
  assert.equal(found && toText(found.median), '2')
  assert.deepEqual([found?.useful, found?.longestRun], [9, 8])
})

test('of no values there is no run chart', () => {
  assert.equal(charted([]), null)
  assert.equal(charted([null, null]), null)
})

const critical: readonly [number, number, number][] = [
  [10, 6, 2],
  [12, 7, 3],
  [20, 7, 6],
  [24, 8, 8],
  [60, 9, 23],
  [100, 10, 41],
]
for (const [useful, longestRun, crossings] of critical)
  test(`of ${useful} values, chance makes a run of ${longestRun} and ${crossings} crossings`, () => {
    assert.deepEqual([longestRunByChance(useful), crossingsByChance(useful)], [longestRun, crossings])
  })
