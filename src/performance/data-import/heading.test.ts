import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { periodInHeading } from './heading.ts'

describe('the period in a heading', () => {
  const check = (kind: 'returns' | 'targets', heading: string, expected: string | null) =>
    test(`${kind}: ${heading}`, () => {
      const said = periodInHeading(heading, kind)
      assert.equal(said && [said.targetKind, said.isPart ? 'part' : null, said.text].filter(part => part !== null).join(' '), expected)
    })
  check('returns', '2006-07', '2006-07')
  check('returns', 'Q1 2008', 'Q1 2008')
  check('returns', 'Apr-08', 'Apr-08')
  check('returns', '30/06/2008', '30/06/2008')
  check('returns', 'Outturn 2008-09', '2008-09')
  check('returns', 'Actual: Q1 2008-09', 'Q1 2008-09')
  check('returns', 'Performance for 2008/09', '2008/09')
  check('returns', 'Q1 2008-09 (actual)', 'Q1 2008-09')
  check('returns', '2008-09 - Result', '2008-09')
  check('returns', '2008-09 target', null)
  check('returns', '2008-09 comments', null)
  check('returns', '2008-09 (2)', null)
  check('returns', 'Q3', 'part Q3')
  check('returns', 'Quarter 3', 'part Quarter 3')
  check('returns', 'Q3 actual', 'part Q3')
  check('returns', 'H1', 'part H1')
  check('returns', 'Apr', 'part Apr')
  check('returns', 'March', 'part March')
  check('returns', 'Total', null)
  check('returns', 'Annual', null)
  check('returns', 'Q5', null)
  check('returns', 'Value', null)
  check('returns', 'Column 4', null)
  check('returns', '12', null)
  check('targets', '2008-09', '2008-09')
  check('targets', 'Target 2008-09', 'target 2008-09')
  check('targets', 'Targets (2008-09)', 'target 2008-09')
  check('targets', '2008-09 interim target', 'interim 2008-09')
  check('targets', 'Baseline in 2006-07', 'baseline 2006-07')
  check('targets', 'Stretch target – 2010-11', 'stretch 2010-11')
  check('targets', 'Milestone Q2 2008-09', 'interim Q2 2008-09')
  check('targets', '2008-09 actual', null)
  check('targets', 'Baseline', null)

  test('any heading whatever is read without a fault, and quickly', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom('Target ', 'baseline', '2008-09', 'Q1', ' ', '((((', '- - - '),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.constantFrom('returns' as const, 'targets' as const), (pieces, kind) => {
        const began = performance.now()
        periodInHeading(pieces.join('').slice(0, 200), kind)
        assert.ok(performance.now() - began < 500)
      }),
    )
  })
})
