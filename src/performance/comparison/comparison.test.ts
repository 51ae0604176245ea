import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { decimal, toText } from '../../kernel/decimal.ts'
import { exampleId, exampleStanding } from '../standing/example.ts'
import { compareAreas, type Figure } from './comparison.ts'

const figures = (...values: string[]): Figure[] =>
  values.map((value, at) => ({ areaId: exampleId(at + 1), value: decimal(value), status: 'final' }))
const indicator = (polarity: 'higher' | 'lower' | 'none') => exampleStanding({ indicator: { polarity } }).indicator
const known = <T>(value: T | null): T => value ?? assert.fail('There is nothing')

describe('an area beside others', () => {
  const eight = figures('10', '20', '30', '40', '50', '60', '70', '80')

  test('stands first where it is best, whichever way that is', () => {
    const high = known(compareAreas(eight, exampleId(8), indicator('higher')))
    assert.deepEqual([high.own?.place, high.own?.quarter, high.placings[0]?.areaId], [1, 1, 8])
    const low = known(compareAreas(eight, exampleId(8), indicator('lower')))
    assert.deepEqual([low.own?.place, low.own?.quarter, low.placings[0]?.areaId], [8, 4, 1])
  })
  test('is ordered by size where neither way is better, and in no quarter', () => {
    const { own, placings } = known(compareAreas(eight, exampleId(8), indicator('none')))
    assert.deepEqual([own?.place, own?.quarter, placings[0]?.areaId], [1, null, 8])
  })
  test('is in no quarter of seven', () => assert.equal(compareAreas(eight.slice(1), exampleId(8), indicator('higher'))?.own?.quarter, null))
  test('is compared as it is shown', () => {
    const { placings } = known(compareAreas(figures('10.04', '9.96', '8'), exampleId(1), indicator('higher')))
    assert.deepEqual(
      placings.map(({ place, isShared }) => [place, isShared]),
      [
        [1, true],
        [1, true],
        [3, false],
      ],
    )
  })
  test('lies so far from the median', () => {
    const own = known(compareAreas(eight, exampleId(8), indicator('higher'))).own
    assert.deepEqual([own && toText(own.fromMedian), own?.distance && Number(toText(own.distance))], ['35.00', 1.75])
  })
  test('may have no figure itself', () => assert.equal(known(compareAreas(eight, exampleId(99), indicator('higher'))).own, null))
  test('is nothing among none', () => assert.equal(compareAreas([], exampleId(1), indicator('higher')), null))
})
