import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newCode, plainCode } from './code.ts'

test('a code is five groups of five, and another each time', () => {
  assert.match(newCode(), /^([0-9a-hjkmnp-tv-z]{5}-){4}[0-9a-hjkmnp-tv-z]{5}$/)
  assert.notEqual(newCode(), newCode())
})

test('a code is understood however it is typed', () => {
  const code = newCode()
  assert.equal(plainCode(` ${code.toUpperCase().replaceAll('-', ' ')} `), plainCode(code))
  assert.equal(plainCode('O0-Il'), '0011')
})
