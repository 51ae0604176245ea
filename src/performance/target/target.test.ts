import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { decimal } from '../../kernel/decimal.ts'
import type { Polarity } from '../indicator/indicator.ts'
import { exampleKept, exampleMeasure, fivePerCent } from './example.ts'
import { fingerprint, type KeptTarget, sawIt, setTarget } from './target.ts'

const absolute = { kind: 'absolute', amount: decimal('1') } as const

describe('what a target may be', () => {
  const check = (
    polarity: Polarity,
    draft: KeptTarget,
    refusal: RegExp | null,
    tolerance: typeof absolute | typeof fivePerCent = fivePerCent,
  ) =>
    test(`${polarity}, ${fingerprint(draft)}: ${refusal?.source ?? 'stands'}`, () => {
      const ruling = setTarget(draft, { indicator: exampleMeasure({ polarity }), tolerance, there: [] }, null)
      if (refusal === null) assert.equal(ruling.accepted, true)
      else assert.match(ruling.accepted ? '' : (ruling.problems[0]?.text ?? ''), refusal)
    })

  check('higher', exampleKept('2008-09', '45'), null)
  check('lower', exampleKept('2008-09', '0'), /needs an absolute tolerance/)
  check('lower', exampleKept('2008-09', '0'), null, absolute)
  check('lower', exampleKept('2008-09', '0', 'baseline'), null)
  check('none', exampleKept('2008-09', '0'), null)
  check('higher', exampleKept('2008-09', '10 to 20'), /Enter the target as one number/)
  check('range', exampleKept('2008-09', '10 to 20'), null)
  check('range', exampleKept('2008-09', '0 to 20'), /bound of 0 needs an absolute tolerance/)
  check('range', exampleKept('2008-09', '20 to 10'), /must not be below/)
  check('range', exampleKept('2008-09', '45'), /leave this empty/)
  check('range', { ...exampleKept('2008-09', '45'), value: null }, /Enter the lower bound/)
  check('range', exampleKept('2008-09', '45', 'baseline'), null)
  check('range', exampleKept('2008-09', '10 to 20', 'baseline'), /Enter the baseline as one number/)
})

describe('targets side by side', () => {
  const setting = { indicator: exampleMeasure(), tolerance: fivePerCent, there: [exampleKept('2008-09-Q4', '45')] }

  test('an area has one target of a kind for a period', () => {
    const ruling = setTarget(exampleKept('2008-09-Q4', '50'), setting, null)
    assert.deepEqual(ruling, {
      accepted: false,
      problems: [{ field: 'period', text: 'There is already a target for Q4 2008-09 in this area: 45%' }],
    })
  })

  test('it may take its own place, and another kind may stand beside it', () => {
    const [own] = setting.there
    assert.equal(setTarget(exampleKept('2008-09-Q4', '50'), setting, own?.id ?? null).accepted, true)
    assert.equal(setTarget(exampleKept('2008-09-Q4', '50', 'stretch'), setting, null).accepted, true)
  })
})

test('who changes a target that another has just changed is told what it is now', () => {
  const seen = fingerprint(exampleKept('2008-09', '45'))
  const now = exampleKept('2008-09', '47')
  assert.equal(sawIt(now, fingerprint(now), { indicator: exampleMeasure() }).accepted, true)
  const ruling = sawIt(now, seen, { indicator: exampleMeasure() })
  assert.match(ruling.accepted ? '' : (ruling.problems[0]?.text ?? ''), /somebody changed this: it is now 47% for 2008-09/)
})
