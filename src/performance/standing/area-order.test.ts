import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { inOrder } from './area-order.ts'

const england = { id: 1, name: 'England', parentId: null }
const midlands = { id: 2, name: 'West Midlands', parentId: 1 }
const wexcombe = { id: 3, name: 'Wexcombe', parentId: 2 }
const ashbourne = { id: 4, name: 'Ashdown Vale', parentId: 3 }
const marlow = { id: 5, name: 'Marlbrook', parentId: 3 }
const ward2 = { id: 6, name: 'Ward 2', parentId: 5 }
const ward10 = { id: 7, name: 'Ward 10', parentId: 5 }
const elmshire = { id: 8, name: 'Elmshire', parentId: 2 }
const areas = [ward10, ward2, marlow, elmshire, england, ashbourne, wexcombe, midlands]

const outline = (shown: readonly number[], ownId = 3) =>
  inOrder(areas, new Set(shown), ownId).map(({ area, depth }) => `${'-'.repeat(depth)}${area.name}`)

describe('the order of areas', () => {
  test('the own area comes first with what lies in it, then the rest from the top', () => {
    assert.deepEqual(outline([1, 2, 3, 4, 5, 6, 7, 8]), [
      'Wexcombe',
      '-Ashdown Vale',
      '-Marlbrook',
      '--Ward 2',
      '--Ward 10',
      'England',
      '-West Midlands',
      '--Elmshire',
    ])
  })

  test('an area with nothing to show is passed over', () => {
    assert.deepEqual(outline([1, 3, 6, 8]), ['Wexcombe', '-Ward 2', 'England', '-Elmshire'])
  })

  test('the own area may have nothing itself', () => {
    assert.deepEqual(outline([1, 4]), ['Ashdown Vale', 'England'])
  })

  test('areas said to lie in each other are shown once and end', () => {
    const round = [
      { id: 1, name: 'A', parentId: 2 },
      { id: 2, name: 'B', parentId: 1 },
    ]
    assert.deepEqual(
      inOrder(round, new Set([1, 2]), 1).map(({ area }) => area.name),
      ['A', 'B'],
    )
  })
})
