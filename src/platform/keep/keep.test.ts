import assert from 'node:assert/strict'
import { test } from 'node:test'
import { madeOnce } from './index.ts'

test('what is made from the same is made once, and the longest unasked is forgotten', async () => {
  const made: string[] = []
  const make = madeOnce(async from => {
    made.push(from)
    return from.toUpperCase()
  }, 2)
  for (const from of ['a', 'b', 'a', 'c', 'a', 'b']) assert.equal(await make(from), from.toUpperCase())
  assert.deepEqual(made, ['a', 'b', 'c', 'b'])
})

test('two who ask at once wait for the same, and what failed is made again', async () => {
  let tries = 0
  const make = madeOnce(async () => {
    tries++
    if (tries === 1) throw new Error('not yet')
    return tries
  }, 2)
  const both = await Promise.allSettled([make('a'), make('a')])
  assert.deepEqual(
    both.map(({ status }) => status),
    ['rejected', 'rejected'],
  )
  assert.equal(await make('a'), 2)
})
