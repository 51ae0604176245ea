import assert from 'node:assert/strict'
import test from 'node:test'
import { type LaneChart, laneChart, laneChartFile } from './lane-chart.ts'

const chart: LaneChart = {
  id: 'year',
  title: 'The year of R & D',
  description: 'One lane over two months.',
  columns: ['Apr', 'May'],
  lanes: [
    {
      name: 'Children and young people',
      cells: [
        {
          column: 1,
          spoken: 'Plan: late',
          href: '#month-2',
          marks: [
            { shape: 'square', fill: 'late', count: 1 },
            { shape: 'circle', fill: 'full', count: 3 },
          ],
        },
      ],
    },
  ],
  shapes: [
    { shape: 'square', words: 'Plan' },
    { shape: 'circle', words: 'Do' },
  ],
  fills: [{ fill: 'late', words: 'Late' }],
  now: 0.5,
}

test('a month of a lane is one link that says what is in it, with its title and description around', () => {
  const svg = laneChart(chart)
  assert.match(svg, /aria-labelledby="year-title year-desc"/)
  assert.match(svg, /<title id="year-title">The year of R &amp; D<\/title>/)
  assert.equal(svg.match(/<a /g)?.length, 1)
  assert.match(svg, /<a href="#month-2" class="gt-lanes__cell" aria-label="Plan: late">/)
  assert.match(svg, />3<\/text>/)
  assert.match(svg, />Today<\/text>/)
})

test('what is late has a cross besides its colour, and no day is marked that is in no column', () => {
  const crosses = (svg: string) => svg.match(/stroke="#a3240c" stroke-width="1.6"/g)?.length ?? 0
  assert.equal(crosses(laneChart(chart)), 2)
  assert.doesNotMatch(laneChart({ ...chart, now: null }), /Today/)
})

test('as a file it has its title in letters', () => {
  assert.match(laneChartFile(chart), /^<\?xml[\s\S]*font-weight="600">The year of R &amp; D<\/text>/)
})
