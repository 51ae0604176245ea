import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays, day } from '../../kernel/day.ts'
import { countedDays } from './trend.ts'

const nights = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ onDay: addDays(day('2009-04-01'), at), kind: 'indicator-without-lead', count: at }))
const shown = (count: number) => countedDays(nights(count)).map(({ onDay, counts }) => `${onDay} ${counts.get('indicator-without-lead')}`)

test('a few nights are all shown, then weeks, then a year of months, the last of each', () => {
  assert.deepEqual(shown(0), [])
  assert.deepEqual(shown(2), ['2009-04-01 0', '2009-04-02 1'])
  assert.equal(shown(12).length, 12)
  assert.deepEqual(shown(13), ['2009-04-05 4', '2009-04-12 11', '2009-04-13 12'])
  assert.equal(shown(82).length, 12)
  assert.deepEqual(shown(86), ['2009-04-30 29', '2009-05-31 60', '2009-06-25 85'])
  const years = shown(800)
  assert.equal(years.length, 12)
  assert.equal(years.at(-1), '2011-06-09 799')
})
