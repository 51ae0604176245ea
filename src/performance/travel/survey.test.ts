import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { decimal } from '../../kernel/decimal.ts'
import { intervalOf, marginBetween, type Sample } from './survey.ts'

const asked = (value: string, sampleSize: number): Sample => ({ value: decimal(value), sampleSize })
const between = (value: string, low: string, high: string): Sample => ({
  value: decimal(value),
  intervalLow: decimal(low),
  intervalHigh: decimal(high),
})
const plain = { valueType: 'percentage', designEffect: null }

describe('a change between two surveys', () => {
  const check = (
    name: string,
    then: Sample,
    now: Sample,
    z: number | null,
    isWithin: boolean,
    measure: Parameters<typeof marginBetween>[2] = plain,
  ) =>
    test(name, () => {
      const found = marginBetween(then, now, measure)
      if (z === null) return assert.equal(found, null)
      assert.ok(found && Math.abs(found.z - z) < 5e-4, `${found?.z} is not ${z}`)
      assert.equal(found.isWithin, isWithin)
    })

  check('27% → 24%, 1,100 asked each time', asked('27', 1100), asked('24', 1100), -1.615, true)
  check('27% → 12%, 1,100 asked each time', asked('27', 1100), asked('12', 1100), -9.042, false)
  check('with a design effect a change is less sure', asked('27', 1100), asked('12', 1100), -9.042 / 2, false, {
    ...plain,
    designEffect: decimal('4'),
  })
  check('and may be none', asked('40', 1000), asked('45', 1000), 1.849, true, { ...plain, designEffect: decimal('1.5') })
  check('that is one without it', asked('40', 1000), asked('45', 1000), 2.26455, false)
  check('the same twice', asked('50', 1000), asked('50', 1000), 0, true)
  check('from none to none but one', asked('0', 100), asked('0', 100), 0, true)
  check('by intervals, where they are published', between('7.4', '7.2', '7.6'), between('7.6', '7.4', '7.8'), 1.3859, true, {
    ...plain,
    valueType: 'number',
  })
  check('by intervals that are apart', between('7.4', '7.2', '7.6'), between('7.8', '7.6', '8.0'), 2.7719, false, {
    ...plain,
    valueType: 'number',
  })
  check('a figure that does not say how sure it is', { value: decimal('27') }, asked('24', 1100), null, false)
  check('a mean score with samples alone', asked('7.4', 1100), asked('7.6', 1100), null, false, { ...plain, valueType: 'number' })
})

test('exactly 1.96 standard errors are a change', () => {
  const isWithin = (now: string) =>
    marginBetween(between('50', '48.5', '51.5'), { ...between(now, '50', '54'), value: decimal(now) }, plain)?.isWithin
  assert.equal(isWithin('52.5'), false)
  assert.equal(isWithin('52.4999'), true)
})

describe('where the true figure most likely lies', () => {
  test('is what the source says', () =>
    assert.deepEqual(intervalOf(between('7.4', '7.2', '7.6'), plain), { low: 7.2, high: 7.6, isWorkedOut: false }))
  test('or is worked out from the sample', () => {
    const found = intervalOf(asked('27', 1100), plain)
    assert.ok(found?.isWorkedOut && Math.abs(found.low - 24.457) < 0.005 && Math.abs(found.high - 29.7) < 0.01, JSON.stringify(found))
  })
  test('never beyond nothing and all', () => assert.deepEqual(intervalOf(asked('0', 10), plain)?.low, 0))
  test('and is not known otherwise', () => assert.equal(intervalOf({ value: decimal('27') }, plain), null))
})
