import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { decimal, toText } from '../../kernel/decimal.ts'
import type { ToleranceKind } from '../indicator/indicator.ts'
import { call, remove } from './agreement.ts'
import { readTolerance, toleranceInWords, typedTolerance } from './tolerance.ts'

describe('a tolerance as it is typed', () => {
  const check = (kind: ToleranceKind, text: string, kept: string | null, again = text) =>
    test(`${kind} ${text}: ${kept ?? 'refused'}`, () => {
      const read = readTolerance(kind, text)
      assert.equal(read.accepted ? toText(read.value.tolerance) : null, kept)
      if (read.accepted) assert.equal(typedTolerance(read.value), again)
    })

  check('relative', '5%', '0.05')
  check('relative', '5', '0.05', '5%')
  check('relative', '2.50 %', '0.025', '2.5%')
  check('relative', '0', '0', '0%')
  check('relative', '10 per cent', '0.1', '10%')
  check('relative', '100%', '1')
  check('relative', '101%', null)
  check('relative', '-5%', null)
  check('relative', '', null)
  check('relative', 'five', null)
  check('absolute', '0.5', '0.5')
  check('absolute', '±2', '2', '2')
  check('absolute', '5%', null)
  check('absolute', '−1', null)
})

test('a tolerance is said in a sentence', () => {
  assert.equal(toleranceInWords({ toleranceKind: 'relative', tolerance: decimal('0.05') }), '5% of the target')
  assert.equal(toleranceInWords({ toleranceKind: 'absolute', tolerance: decimal('0.5') }), '0.5 in the unit of each indicator')
})

test('what still holds something stays', () => {
  assert.equal(remove({ title: 'Children' }, []).accepted, true)
  assert.deepEqual(remove({ title: 'Children' }, ['2 outcomes', '1 import']), {
    accepted: false,
    problems: [{ text: 'Children still has 2 outcomes and 1 import. Remove or move them first' }],
  })
})

describe('a title beside others', () => {
  const others = [
    { id: 1, title: 'Children' },
    { id: 2, title: 'Safer' },
  ]
  test('is refused when another has it', () => assert.equal(call('SAFER', others, 1).accepted, false))
  test('may stay what it is', () => assert.equal(call('Safer', others, 2).accepted, true))
  test('may be new', () => assert.equal(call('Greener', others, null).accepted, true))
})
