import assert from 'node:assert/strict'
import { test } from 'node:test'
import { partnershipWords } from './words.ts'

test('the history calls each kind of record by one name', () => {
  const subjects = partnershipWords.map(({ subject }) => subject)
  assert.deepEqual(subjects, [...new Set(subjects)])
})

test('what is known of people is for those who may see the whole history', () => {
  const isPrivate = partnershipWords.filter(word => 'isPrivate' in word && word.isPrivate).map(({ subject }) => subject)
  for (const subject of ['partnership.person', 'partnership.absence', 'partnership.merged_person'])
    assert.ok(isPrivate.includes(subject), subject)
})
