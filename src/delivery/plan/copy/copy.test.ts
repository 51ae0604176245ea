import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '../../../kernel/day.ts'
import { shiftBetween, shortNameOf } from './copy.ts'

test('dates move on as far as the year does', () => {
  const cases = [
    ['2009-04-01', '2010-04-01', { months: 12, days: 0 }],
    ['2009-04-01', '2009-09-01', { months: 5, days: 0 }],
    ['2009-04-06', '2010-04-01', { months: 0, days: 360 }],
  ] as const
  for (const [from, to, shift] of cases) assert.deepEqual(shiftBetween(day(from), day(to)), shift, `${from} to ${to}`)
})

test('the references of a plan begin with its group’s short name, and no two plans of a year have the same', () => {
  const cases: readonly (readonly [string, readonly string[], string])[] = [
    ['CYP', [], 'CYP-PLAN'],
    ['Safer communities', [], 'SAFER-COMMUNITIES-PLAN'],
    ['Économie & emploi, a long name', [], 'ECONOMIE-EMPLOI-A-LO-PLAN'],
    ['CYP', ['CYP-PLAN', 'CYP-PLAN-2'], 'CYP-PLAN-3'],
    ['&', [], 'PLAN'],
  ]
  for (const [group, taken, name] of cases) {
    assert.equal(shortNameOf(group, taken), name)
    assert.match(name, /^[A-Z0-9][A-Z0-9-]{0,29}$/)
  }
})
