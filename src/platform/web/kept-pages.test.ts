import assert from 'node:assert/strict'
import { test } from 'node:test'
import { redirect } from './answer.ts'
import { keptPages } from './kept-pages.ts'

const pageOf = (size: number) => ({ answer: redirect(''), pieces: [Buffer.alloc(size)], zipped: null })

test('a page is found as long as nothing has changed', () => {
  const pages = keptPages()
  const [first, second] = [pageOf(10), pageOf(10)]
  pages.begin('a', 1)(first)
  assert.equal(pages.find('a', 1), first)
  assert.equal(pages.find('a', 2), null)
  assert.equal(pages.find('b', 1), null)
  pages.begin('a', 2)(second)
  assert.equal(pages.find('a', 1), null)
  assert.equal(pages.find('a', 2), second)
})

test('where there is no room left, the page that was longest not asked for goes', () => {
  const pages = keptPages(25)
  pages.begin('a', 1)(pageOf(10))
  pages.begin('b', 1)(pageOf(10))
  pages.find('a', 1)
  pages.begin('c', 1)(pageOf(10))
  assert.deepEqual(
    ['a', 'b', 'c'].map(key => pages.find(key, 1) !== null),
    [true, false, true],
  )
  pages.begin('a', 2)(pageOf(10))
  assert.deepEqual(
    ['a', 'c'].map((key, index) => pages.find(key, 2 - index) !== null),
    [true, true],
  )
})

test('a page larger than all the room is not kept', () => {
  const pages = keptPages(5)
  pages.begin('a', 1)(pageOf(10))
  assert.equal(pages.find('a', 1), null)
})

test('a page that is being made is awaited by those who saw the same count, and by nobody when it is done', async () => {
  const pages = keptPages()
  const page = pageOf(10)
  const made = pages.begin('a', 1)
  const waiting = pages.awaited('a', 1)
  assert.equal(await pages.awaited('a', 2), null)
  made(page)
  assert.equal(await waiting, page)
  assert.equal(await pages.awaited('a', 1), null)
})

test('of two who make the same, the one that ends first does not end the other', async () => {
  const pages = keptPages()
  const first = pages.begin('a', 1)
  const second = pages.begin('a', 1)
  const waiting = pages.awaited('a', 1)
  first(null)
  const page = pageOf(10)
  second(page)
  assert.equal(await waiting, page)
  assert.equal(pages.find('a', 1), page)
})
