import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '../../kernel/day.ts'
import { exampleKnown } from '../judgement/example.ts'
import { assess } from '../judgement/judgement.ts'
import { schemeOf } from '../scheme/scheme.ts'
import { type OverrideDraft, overridable, override } from './override.ts'

const today = day('2009-05-06')
const draft: OverrideDraft = { band: 'on-target', reason: 'One hospital has not reported', until: day('2009-06-30') }

describe('another judgement', () => {
  const check = (name: string, changes: Partial<OverrideDraft>, expected: string | null, scheme = schemeOf('four')) =>
    test(name, () => {
      const subject = overridable(assess(exampleKnown({ scheme })))
      assert.ok(subject.accepted)
      const ruling = override({ ...draft, ...changes }, subject.value, 'Priya Nair', today)
      assert.equal(ruling.accepted ? null : ruling.problems[0]?.text, expected)
      if (ruling.accepted)
        assert.deepEqual([ruling.value.startsOn, ruling.value.madeByName, ruling.value.madeOn], ['2009-01-01', 'Priya Nair', today])
    })
  check('may be set until a day', {}, null)
  check('may end today', { until: today }, null)
  check('must not be what the figures say', { band: 'off-target' }, 'The figures already say off target')
  check('must not be over before it begins', { until: day('2009-05-05') }, 'The day on which it ends must be today, 6 May 2009, or later')
  check('must be one that is told apart', { band: 'exceeding' }, 'Select a judgement', schemeOf('red-amber-green'))
})

test('where there is no judgement none can be overridden', () => {
  assert.equal(overridable(assess(exampleKnown({ targets: [] }))).accepted, false)
})
