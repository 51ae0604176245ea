import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Area } from '../../partnership/index.ts'
import { exampleId, exampleStanding } from '../standing/example.ts'
import { multiplesOf } from './multiples.ts'

const areas = ['Wexcombe', 'Arnemouth', 'Holt Vale'].map(
  (name, at): Area => ({ id: exampleId(at + 1), code: null, name, kind: 'district', parentId: null }),
)
const standings = [
  exampleStanding({ areaId: 1 }),
  exampleStanding({
    areaId: 2,
    returns: [
      ['2008-09-Q2', '10'],
      ['2008-09-Q3', 'suppressed'],
      ['2008-09-Q4', '90'],
    ],
  }),
  exampleStanding({ areaId: 3, returns: [['2008-09-Q4', '45']] }),
]

test('small charts are of what has a course, the area’s own first, and all on the scale of them all', () => {
  const [area] = areas.slice(1)
  assert.ok(area && standings[0])
  const drawn = multiplesOf({ indicator: standings[0].indicator, standings, areas, area })
  assert.deepEqual(
    drawn.map(({ name, chart }) => [name, chart.series[0]?.points.map(({ shown }) => shown)]),
    [
      ['Arnemouth', ['10.0%', '90.0%']],
      ['Wexcombe', ['40.1%', '41.2%']],
    ],
  )
  for (const { chart } of drawn) assert.deepEqual([Math.min(...chart.among), Math.max(...chart.among)], [10, 90])
})
