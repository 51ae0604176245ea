import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cut } from './text.ts'

test('a text is cut between characters, never within one', () => {
  const check = (text: string, length: number, expected: string) => assert.equal(cut(text, length), expected)
  check('Fareham', 4, 'Fare')
  check('Fareham', 10, 'Fareham')
  check('Café', 4, 'Café')
  check('a🏡b', 1, 'a')
  check('a🏡b', 2, 'a')
  check('a🏡b', 3, 'a🏡')
  check('', 3, '')
})
