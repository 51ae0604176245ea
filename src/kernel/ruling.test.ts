import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accept, refuse } from './ruling.ts'

test('what is accepted carries its value', () => {
  assert.deepEqual(accept(5), { accepted: true, value: 5 })
})

test('what is refused says everything that is wrong', () => {
  const missing = { field: 'title', text: 'Enter a title' }
  const late = { text: 'The agreement is closed' }
  assert.deepEqual(refuse(missing, late), { accepted: false, problems: [missing, late] })
})
