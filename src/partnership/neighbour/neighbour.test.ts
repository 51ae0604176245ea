import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Area } from '../area/area.ts'
import { england } from '../area/england.ts'
import { readNeighbours } from './neighbour.ts'

const area = (id: number, name: string, code: string | null = null): Area => ({
  id: id as Area['id'],
  name,
  code,
  kind: 'county',
  parentId: null,
})
const trafford = area(1, 'Trafford', 'E08000009')
const areas = [trafford, area(2, 'Marlshire'), area(3, 'Old Town'), area(4, 'Old Town')]
const read = (text: string) => readNeighbours(text, trafford, areas, england)

describe('a list of neighbours', () => {
  test('is read as it was published, heading and all', () =>
    assert.deepEqual(read('area_code,area_name\nE06000030,Swindon\r\nE06000007,Warrington\n'), {
      accepted: true,
      value: { ids: [], codes: ['E06000030', 'E06000007'] },
    }))
  test('is read by names, the partnership’s own first', () =>
    assert.deepEqual(read('marlshire\nSwindon\n\nSwindon'), { accepted: true, value: { ids: [2], codes: ['E06000030'] } }))
  test('may be empty', () => assert.deepEqual(read(' \n'), { accepted: true, value: { ids: [], codes: [] } }))

  const refused = (text: string, words: RegExp) =>
    test(`is refused: ${text}`, () => {
      const ruling = read(text)
      assert.match(ruling.accepted ? '' : (ruling.problems[0]?.text ?? ''), words)
    })
  refused('Swindon\nAtlantis', /^Line 2: no area is called Atlantis/)
  refused('Old Town', /^Line 1: several areas are called Old Town/)
  refused('E08000009', /^Line 1: Trafford cannot be a neighbour of itself/)
})
