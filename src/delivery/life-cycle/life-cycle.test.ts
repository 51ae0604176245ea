import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PlanState } from '../plan/plan.ts'
import { type Act, type StepKind, take } from './life-cycle.ts'

test('from each state a plan goes only where it may, and says why it goes nowhere else', () => {
  const no: null = null
  type Row = readonly [state: PlanState, last: StepKind | null, Readonly<Record<Act, PlanState | null>>]
  const rows: readonly Row[] = [
    ['draft', null, { submit: 'submitted', withdraw: no, return: no, 'sign-off': no, revise: no, 'drop-revision': no }],
    [
      'submitted',
      'submitted',
      { submit: no, withdraw: 'draft', return: 'returned', 'sign-off': 'signed-off', revise: no, 'drop-revision': no },
    ],
    ['returned', 'returned', { submit: 'submitted', withdraw: no, return: no, 'sign-off': no, revise: no, 'drop-revision': no }],
    ['signed-off', 'signed-off', { submit: no, withdraw: no, return: no, 'sign-off': no, revise: 'revising', 'drop-revision': no }],
    [
      'revising',
      'revising',
      { submit: 'revising', withdraw: no, return: no, 'sign-off': 'signed-off', revise: no, 'drop-revision': 'signed-off' },
    ],
    [
      'revising',
      'submitted',
      { submit: no, withdraw: 'revising', return: 'revising', 'sign-off': 'signed-off', revise: no, 'drop-revision': 'signed-off' },
    ],
    [
      'revising',
      'returned',
      { submit: 'revising', withdraw: no, return: no, 'sign-off': 'signed-off', revise: no, 'drop-revision': 'signed-off' },
    ],
  ]
  for (const [state, last, acts] of rows)
    for (const [act, expected] of Object.entries(acts) as [Act, PlanState | null][]) {
      const taken = take(act, { state, isWaiting: last === 'submitted' }, 'So that it is right')
      assert.equal(taken.accepted ? taken.value.state : null, expected, `${act} from ${state} after ${last}`)
    }
})

test('a plan is neither returned nor revised without a reason', () => {
  const waits = { state: 'submitted', isWaiting: true } as const
  const signed = { state: 'signed-off', isWaiting: false } as const
  for (const [act, standing] of [['return', waits] as const, ['revise', signed] as const]) {
    const refused = take(act, standing, '')
    assert.ok(!refused.accepted && refused.problems[0]?.field === 'reason')
    assert.ok(take(act, standing, 'Two actions have no owner').accepted)
  }
  assert.ok(take('sign-off', waits, '').accepted)
})
