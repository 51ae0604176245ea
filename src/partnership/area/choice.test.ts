import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { areasToChoose, chooseArea } from './choice.ts'
import { england, type ShippedArea } from './england.ts'

describe('the area of a partnership', () => {
  const check = (typed: string, code: string | null) =>
    test(`“${typed}” is ${code ?? 'an area of its own'}`, () => {
      const ruling = chooseArea(typed, england)
      assert.ok(ruling.accepted)
      assert.equal(ruling.value?.code ?? null, code)
    })

  check('Trafford', 'E08000009')
  check(' trafford ', 'E08000009')
  check('E10000012', 'E10000012')
  check('e10000012', 'E10000012')
  check('Essex', 'E10000012')
  check('Cumbria', 'E10000006')
  check('Wexcombe', null)

  test('has to be said', () => assert.deepEqual(chooseArea('  ', england).accepted, false))

  test('of two of one name that there are today is asked for by code', () => {
    const twins: readonly ShippedArea[] = [
      { code: 'E1', name: 'Twin', kind: 'county', parentCode: null, since: null, until: null },
      { code: 'E2', name: 'Twin', kind: 'district', parentCode: 'E1', since: null, until: null },
    ]
    const ruling = chooseArea('twin', twins)
    assert.ok(!ruling.accepted)
    assert.match(ruling.problems[0]?.text ?? '', /E1 for the county, E2 for the district/)
    assert.deepEqual(
      areasToChoose(twins).map(({ value }) => value),
      ['E1', 'E2'],
    )
  })
})

test('whatever is offered can be chosen', () => {
  for (const { value } of areasToChoose(england)) {
    const ruling = chooseArea(value, england)
    assert.ok(ruling.accepted && ruling.value !== null, value)
  }
})
