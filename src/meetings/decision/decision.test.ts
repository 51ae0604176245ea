import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '../../kernel/day.ts'
import type { GroupId } from '../../partnership/index.ts'
import { beyondDelegation, decisionReference } from './decision.ts'

test('a decision has a reference for life', () => {
  assert.equal(decisionReference({ shortName: 'PMG', onDay: day('2009-05-06'), number: 3 }), 'PMG/090506/D3')
})

describe('what a group may decide', () => {
  const group = 3 as GroupId
  const check = (amountPence: string | null, limits: readonly (string | null)[], expected: string) =>
    test(`${amountPence ?? 'no money'}, with ${limits.map(limit => limit ?? 'no limit').join(' and ') || 'no delegation'}`, () =>
      assert.equal(
        beyondDelegation(
          { amountPence, groupId: group },
          limits.map(limitPence => ({ groupId: group, limitPence })),
        ),
        expected,
      ))
  check('5000000', ['5000000'], '')
  check('5000001', ['5000000'], 'More than the £50,000 that this group may decide')
  check('5000001', ['5000000', '9000000'], '')
  check('9999999999999999', ['9999999999999998'], 'More than the £99,999,999,999,999.98 that this group may decide')
  check('5000001', [], '')
  check('5000001', [null], '')
  check(null, ['0'], '')
  test('is no other group’s', () =>
    assert.equal(beyondDelegation({ amountPence: '2', groupId: group }, [{ groupId: 4 as GroupId, limitPence: '1' }]), ''))
})
