import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { idOf } from './ids.ts'

describe('an id from an address', () => {
  const check = (text: string | undefined, expected: number | null) =>
    test(`${text}: ${expected}`, () => assert.equal(idOf(text), expected))

  check('1', 1)
  check('9007199254740991', 9007199254740991)
  check('9007199254740993', null)
  check('0', null)
  check('-1', null)
  check('01', null)
  check('1.5', null)
  check('1e3', null)
  check(' 1', null)
  check('12abc', null)
  check('', null)
  check(undefined, null)
})
