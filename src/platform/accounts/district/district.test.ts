import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { join, mayMakeCode, mostDistricts } from './district.ts'

const alone = { county: null, districts: 0, isExample: false }
const kingsferry = { id: 2, ...alone }
const wexcombe = { id: 1, ...alone }
const underElmbridge = { county: { id: 9, name: 'Elmbridge' }, districts: 0 }

describe('whether a partnership goes under the one whose code was entered', () => {
  const cases: readonly [string, Parameters<typeof join>[0], Parameters<typeof join>[1], RegExp | number][] = [
    ['both are free', kingsferry, wexcombe, 1],
    ['the county has some already', kingsferry, { ...wexcombe, districts: mostDistricts - 1 }, 1],
    ['nobody made the code', kingsferry, null, /No county partnership has made that code/],
    ['it is its own code', kingsferry, kingsferry, /That code was made here/],
    [
      'it is a code of the example, where anybody can look round',
      kingsferry,
      { ...wexcombe, isExample: true },
      /No partnership of your own can be under it/,
    ],
    ['both are of the example', { ...kingsferry, isExample: true }, { ...wexcombe, isExample: true }, 1],
    ['it is under one already', { ...kingsferry, ...underElmbridge }, wexcombe, /under Elmbridge already/],
    ['it has districts itself', { ...kingsferry, districts: 1 }, wexcombe, /has districts of its own/],
    ['the county became a district since', kingsferry, { ...wexcombe, ...underElmbridge }, /No county partnership has made that code/],
    ['the county is full since', kingsferry, { ...wexcombe, districts: mostDistricts }, /No county partnership has made that code/],
  ]
  for (const [name, district, county, expected] of cases)
    test(name, () => {
      const ruling = join(district, county)
      if (typeof expected === 'number') return assert.deepEqual(ruling, { accepted: true, value: expected })
      assert.match(ruling.accepted ? 'accepted' : (ruling.problems[0]?.text ?? ''), expected)
    })
})

test('a code is made by whoever can have another district', () => {
  assert.equal(mayMakeCode(alone).accepted, true)
  assert.equal(mayMakeCode(underElmbridge).accepted, false)
  assert.equal(mayMakeCode({ county: null, districts: mostDistricts }).accepted, false)
})
