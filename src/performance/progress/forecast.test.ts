import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { addedUp, belowT, chanceOf, chanceWords, onward } from './forecast.ts'

const near = (actual: number | null | undefined, expected: number, by = 5e-4) =>
  assert.ok(actual != null && Math.abs(actual - expected) < by, `${actual} is not ${expected}`)

describe('Student’s t, as its tables have it', () => {
  const check = (t: number, freedom: number, share: number) => test(`${t} with ${freedom}`, () => near(belowT(t, freedom), share))
  check(0, 5, 0.5)
  check(6.314, 1, 0.95)
  check(2.92, 2, 0.95)
  check(2.353, 3, 0.95)
  check(2.015, 5, 0.95)
  check(1.943, 6, 0.95)
  check(-2.228, 10, 0.025)
  check(2.201, 11, 0.975)
  check(1.984, 100, 0.975)
  check(Number.POSITIVE_INFINITY, 7, 1)
})

describe('onward on a straight line', () => {
  const line = [10, 12, 14, 16, 18, 20, 22, 24].map((value, at) => [at * 3, value] as const)
  test('goes where the line goes', () => near(onward(line, 24)?.value, 26))
  test('is sure of a line without noise', () => assert.equal(chanceOf(onward(line, 24) ?? assert.fail(), 25, Number.POSITIVE_INFINITY), 1))
  test('is not drawn through three values', () => assert.equal(onward(line.slice(0, 3), 9), null))
  test('gives no chance from seven', () => assert.equal(chanceOf(onward(line.slice(0, 7), 21) ?? assert.fail(), 0, 99), null))
  test('looks no further ahead than back', () => assert.equal(onward(line, 43), null))
  test('knows how unsure it is', () => {
    // By hand: values 1 2 1 2 1 2 1 2 over months 0 to 7.
    const found = onward(
      [1, 2, 1, 2, 1, 2, 1, 2].map((value, at) => [at, value] as const),
      8,
    )
    near(found?.value, 1.7143)
    near(found?.error, 0.71429)
    near(chanceOf(found ?? assert.fail(), 1.7142857, Number.POSITIVE_INFINITY), 0.5)
  })
})

describe('what adds up over the year', () => {
  test('goes on as its periods did', () => near(addedUp(30, [10, 12, 8], 1)?.value, 40))
  test('gives a chance from eight periods', () => {
    const found = addedUp(20, [10, 12, 8, 10, 10, 12, 8, 10], 2)
    near(found?.value, 40)
    near(found?.error, Math.sqrt((16 / 7) * (2 + 4 / 8)))
    assert.equal(chanceOf(addedUp(20, [10, 12], 2) ?? assert.fail(), 0, 99), null)
  })
  test('is nothing of nothing', () => assert.equal(addedUp(0, [], 4), null))
})

test('a chance is said as roughly as it is known', () => {
  assert.deepEqual([0, 0.049, 0.06, 0.31, 0.5, 0.94, 0.96].map(chanceWords), [
    'less than 1 in 20',
    'less than 1 in 20',
    'about 1 in 10',
    'about 3 in 10',
    'about 5 in 10',
    'about 9 in 10',
    'more than 19 in 20',
  ])
})
