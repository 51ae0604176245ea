import assert from 'node:assert/strict'
import { test } from 'node:test'
import { redirect } from './answer.ts'
import { keptPages } from './kept-pages.ts'

const pageOf = (changes: number, size: number) => ({
  changes,
  answer: redirect(''),
  parts: ['x'.repeat(size)],
  zipped: new Map(),
})

test('a page is found as long as nothing has changed', () => {
  const pages = keptPages()
  pages.keep('a', pageOf(1, 10))
  assert.equal(pages.find('a', 1)?.changes, 1)
  assert.equal(pages.find('a', 2), null)
  assert.equal(pages.find('b', 1), null)
  pages.keep('a', pageOf(2, 10))
  assert.equal(pages.find('a', 1), null)
  assert.equal(pages.find('a', 2)?.changes, 2)
})

test('where there is no room left, the page that was longest not asked for goes', () => {
  const pages = keptPages(25)
  pages.keep('a', pageOf(1, 10))
  pages.keep('b', pageOf(1, 10))
  pages.find('a', 1)
  pages.keep('c', pageOf(1, 10))
  assert.deepEqual(
    ['a', 'b', 'c'].map(key => pages.find(key, 1) !== null),
    [true, false, true],
  )
  pages.keep('a', pageOf(2, 10))
  assert.deepEqual(
    ['a', 'c'].map((key, index) => pages.find(key, 2 - index) !== null),
    [true, true],
  )
})

test('a page larger than all the room is not kept', () => {
  const pages = keptPages(5)
  pages.keep('a', pageOf(1, 10))
  assert.equal(pages.find('a', 1), null)
})
