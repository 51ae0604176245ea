import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { cutsOf, headHeight, placedAcross } from './across-layout.ts'
import { layeredChartPages } from './layered-chart.ts'
import type { ChartBox, LayeredChart, Placement } from './layered-layout.ts'

/** 'b2 under a1': the letter says the column. */
const chartOf = (lines: readonly string[], second: readonly string[] = []): LayeredChart => {
  const boxes = lines.map((line): ChartBox => {
    const [id = '', , under = null] = line.split(' ')
    return {
      id,
      band: id.charCodeAt(0) - 97,
      under,
      title: `CYP-PLAN/090401/${id} Train advisers in every district`,
      notes: [],
      rows: ['Ann Green (owns)'],
      href: `/${id}`,
      spoken: id,
      isQuiet: false,
      isHere: id === 'a1',
    }
  })
  const join = (kind: 'under' | 'second') => (line: string) => {
    const [from = '', , to = ''] = line.split(' ')
    return { from, to, kind, spoken: line }
  }
  return {
    id: 'thread',
    title: 'Thread',
    description: 'A thread',
    isAcross: true,
    bands: Array.from({ length: Math.max(...boxes.map(({ band }) => band)) + 1 }, (_, band) => ({
      name: `Column ${band}`,
      isApart: false,
    })),
    boxes,
    joins: [...lines.filter(line => line.includes(' ')).map(join('under')), ...second.map(join('second'))],
    words: { under: 'Serves', second: 'Also serves', link: 'Linked', quiet: 'Over' },
  }
}
const plan = (actions: number, milestones: number) =>
  chartOf(
    [
      'a1',
      ...Array.from({ length: actions }, (_, n) => `c${n} under a1`),
      ...Array.from({ length: milestones }, (_, n) => `d${n} under c${n % actions}`),
      'b1 under a1',
      'b2 under a1',
    ],
    ['c1 serves b1', 'd2 serves a1', 'c2 serves c3'],
  )

function check({ boxes, bands, lines, width, height }: Placement): void {
  for (const a of boxes) {
    const band = bands[a.box.band]
    assert.ok(band && a.x > band.left && a.x + a.width < band.left + band.width && a.y >= headHeight && a.y + a.height < height, a.box.id)
    for (const b of boxes)
      if (a !== b)
        assert.ok(
          a.x + a.width < b.x || b.x + b.width < a.x || a.y + a.height < b.y || b.y + b.height < a.y,
          `${a.box.id} lies on ${b.box.id}`,
        )
  }
  for (const { points, spoken } of lines)
    for (const [index, [x, y]] of points.slice(1).entries()) {
      const [fromX, fromY] = points[index] ?? [x, y]
      assert.ok((fromX === x || fromY === y) && x < width && y < height, `${spoken} is straight`)
      for (const box of boxes)
        assert.ok(
          Math.max(fromX, x) <= box.x ||
            Math.min(fromX, x) >= box.x + box.width ||
            Math.max(fromY, y) <= box.y ||
            Math.min(fromY, y) >= box.y + box.height,
          `${spoken} runs through ${box.box.id}`,
        )
    }
}

describe('boxes that read across', () => {
  for (const [name, chart] of [
    ['one', chartOf(['a1'])],
    ['a plan of fourteen actions and twenty-one milestones', plan(14, 21)],
    ['sixty', plan(20, 37)],
    [
      'what it serves on the left',
      chartOf(['d1', 'c1 under d1', 'b1 under c1', 'a1 under b1', 'b2 under d1', 'c2 under d1'], ['c2 serves b1', 'd1 serves a1']),
    ],
    ['a ring', chartOf(['a1 under b1', 'b1 under a1'])],
    ['one column', chartOf(['a1', 'a2 under a1', 'a3 under a2'], ['a3 serves a1'])],
    [
      'fourteen columns',
      chartOf([...'abcdefghijklmn'].map((letter, n) => (n === 0 ? 'a1' : `${letter}1 under ${String.fromCharCode(96 + n)}1`))),
    ],
  ] as const)
    test(`${name}: none lies on another, and no line runs through one`, () => {
      const placement = placedAcross(chart)
      assert.equal(placement.boxes.length, chart.boxes.length)
      check(placement)
    })
  test('what hangs from a box begins at its height', () => {
    const { boxes } = placedAcross(plan(4, 8))
    const top = (id: string) => boxes.find(({ box }) => box.id === id)?.y
    for (const n of [0, 1, 2, 3]) assert.equal(top(`d${n}`), top(`c${n}`))
  })
  for (const columns of [1, 5, 10])
    test(`${columns} columns fit a page`, () => {
      const { width } = placedAcross(chartOf([...'abcdefghij'].slice(0, columns).map(letter => `${letter}1`)))
      assert.ok(width <= 1200, String(width))
    })
  test('twelve fit it with letters of eleven pixels', () => {
    const { width } = placedAcross(chartOf([...'abcdefghijkl'].map(letter => `${letter}1`)))
    assert.ok((12 * 1218) / width >= 11, String(width))
  })
})

describe('pages', () => {
  test('each box is whole on one of them, and none is higher than it may be', () => {
    const placement = placedAcross(plan(20, 37))
    const cuts = cutsOf(placement, 640)
    assert.ok(cuts.length > 2)
    for (const { from, to } of cuts) assert.ok(to - from <= 640 - headHeight)
    for (const { y, height, box } of placement.boxes)
      assert.ok(
        cuts.some(({ from, to }) => from <= y && y + height <= to),
        box.id,
      )
  })
  test('what is low enough is one', () => assert.equal(cutsOf(placedAcross(chartOf(['a1', 'b1 under a1'])), 640).length, 1))
  test('name the columns on each', async () => {
    const pages = await layeredChartPages(plan(14, 21), { width: 1100, height: 640 })
    assert.ok(pages.length > 1)
    for (const page of pages) assert.match(page, /viewBox="0 0 \d+(\.\d)? 44"[\s\S]*Column 3/)
  })
})
