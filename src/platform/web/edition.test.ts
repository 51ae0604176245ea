import assert from 'node:assert/strict'
import { test } from 'node:test'
import { editionOf, overtaken } from './edition.ts'

const shown = { title: 'Burglary', outcomeId: ['1', '2'] }
const now = { title: 'Burglary and robbery', outcomeId: ['1'] }
const inWords = { title: ['The title', now.title], outcomeId: ['What it serves', 'Less crime'] } as const

test('nothing is said while nothing has changed', () => {
  assert.deepEqual(overtaken(editionOf(now), { title: 'Theft' }, now, inWords), [])
})

test('whoever saves over a change they have not seen is told what differs', () => {
  const problems = overtaken(editionOf(shown), { title: 'Theft', outcomeId: '1' }, now, inWords)
  assert.deepEqual(problems.slice(1), [{ field: 'title', text: 'The title is “Burglary and robbery” now' }])
  assert.match(problems[0]?.text ?? '', /Somebody has changed this/)
})

test('two who type the same do not disturb each other', () => {
  assert.deepEqual(overtaken(editionOf(shown), now, now, inWords), [])
})

test('what is empty now is called that', () => {
  const [, title] = overtaken('', { title: 'Theft' }, { title: '' }, { title: ['The title', ''] })
  assert.deepEqual(title, { field: 'title', text: 'The title is empty now' })
})
