import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { readForm, text, texts } from './forms.ts'

test('a name that was sent several times has a first value and all of them', () => {
  assert.equal(text({ theme: ['safer', 'healthier'] }, 'theme'), 'safer')
  assert.deepEqual(texts({ theme: ['safer', 'healthier'] }, 'theme'), ['safer', 'healthier'])
  assert.equal(text({}, 'theme'), '')
  assert.equal(text({}, 'constructor'), '')
})

test('what is wrong names its field once', () => {
  const schema = z.object({
    title: z.string().min(1, 'Enter a title').regex(/x/, 'Write an x'),
    unit: z.enum(['a'], { error: 'Select a unit' }),
  })
  assert.deepEqual(readForm(schema, { title: '' }), {
    accepted: false,
    problems: [
      { field: 'title', text: 'Enter a title' },
      { field: 'unit', text: 'Select a unit' },
    ],
  })
})

test('a field that a form has but a request has not is told in plain words', () => {
  const ruling = readForm(z.object({ title: z.string() }), {})
  assert.deepEqual(ruling, { accepted: false, problems: [{ field: 'title', text: 'Check what was entered here' }] })
})
