import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '../../kernel/day.ts'
import { type Rebase, rebase } from './rebase.ts'

const periods = ['2008-04-01', '2008-07-01', '2008-10-01'].map(day)
const moved: Rebase = { startsOn: day('2008-10-01'), reason: 'Counted with the new system', baselinePoints: null }

const problem = (draft: Rebase, there: readonly Rebase[] = []): string | null => {
  const ruling = rebase(draft, { periods, there })
  return ruling.accepted ? null : (ruling.problems[0]?.text ?? '')
}

test('a series is rebased from a period that has a figure', () => {
  assert.equal(problem(moved), null)
  assert.equal(problem({ ...moved, startsOn: day('2009-01-01') }), 'Select a period that has a figure')
})

test('the average begins anew in a period only once', () => {
  assert.match(problem(moved, [moved]) ?? '', /^The average begins anew on 1 October 2008 already: Counted with the new system/)
})

test('at the first figure it begins anyway, unless the limits are to be held', () => {
  const first = { ...moved, startsOn: day('2008-04-01') }
  assert.match(problem(first) ?? '', /^That is the first figure/)
  assert.equal(problem({ ...first, baselinePoints: 12 }), null)
})
