import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { decimal } from '../../kernel/decimal.ts'
import type { Around, NodeKind } from '../node/node.ts'
import { howMuchSaid, partsOf } from './strip.ts'

describe('how much something takes, in words', () => {
  const check = (fte: string, pence: bigint, expected: string) =>
    test(`${fte} people, ${pence} pence`, () => assert.equal(howMuchSaid({ fte: decimal(fte), pence }), expected))
  check('0', 0n, '')
  check('1', 0n, '1 full-time equivalent')
  check('2.5', 1_250_000n, '2.5 full-time equivalents and £12,500')
  check('0', 123_456_789_05n, '£123,456,789.05')
  check('0', 5n, '£0.05')
})

describe('what the strip of a record with nothing beside it says', () => {
  const nothing: Around = { why: [], how: [], who: [], answersFor: [], belongsTo: [] }
  const check = (kind: NodeKind, expected: string) =>
    test(`of ${kind}`, () =>
      assert.equal(
        partsOf({ kind, id: 1 }, nothing)
          .map(({ title, empty }) => `${title}: ${empty}`)
          .join(', '),
        expected,
      ))
  check('indicator', 'Why: nothing yet, How: nothing yet, Who: nobody yet')
  check('vision', 'How: nothing yet')
  check('milestone', 'Why: nothing yet')
  check('decision', 'Why: nothing yet, How: nothing yet')
  check('group', 'Answers for: nothing')
  check('strategy', '')
})
