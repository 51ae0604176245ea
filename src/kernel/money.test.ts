import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { penceIn, poundsLabel } from './money.ts'

describe('money as people write it', () => {
  const check = (text: string, pence: number | null, label = '') =>
    test(text, () => {
      assert.equal(penceIn(text), pence)
      if (pence !== null) assert.equal(poundsLabel(pence), label)
    })
  check('£2.6 million', 260_000_000, '£2,600,000')
  check('£1.5m', 150_000_000, '£1,500,000')
  check('50k', 5_000_000, '£50,000')
  check('£1,250.50', 125_050, '£1,250.50')
  check('0.29', 29, '£0.29')
  check('£1 billion', 100_000_000_000, '£1,000,000,000')
  check('1,250 pounds', 125_000, '£1,250')
  check('£0.005', null)
  check('5%', null)
  check('-£5', null)
  check('a lot', null)
})
