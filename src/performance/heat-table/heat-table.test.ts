import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Area } from '../../partnership/index.ts'
import { exampleLine, exampleTheme } from '../scorecard/example.ts'
import { exampleId } from '../standing/example.ts'
import { across, heatTable, hotspots, rowsFrom, rowsIn } from './heat-table.ts'

const area = (id: number, name: string, parentId: number | null): Area => ({
  id: exampleId(id),
  code: null,
  name,
  kind: 'district',
  parentId: parentId === null ? null : exampleId(parentId),
})
const areas = [
  area(1, 'Wexcombe', null),
  area(2, 'Kingsferry', 1),
  area(3, 'Arnemouth', 1),
  area(4, 'Ward 1', 3),
  area(5, 'Elsewhere', null),
]
const themes = [exampleTheme(1, 'Healthier', { 'People are active': [8, 40] }), exampleTheme(2, 'Safer', { 'Less crime': [16, 40] })]

/** Target 45, tolerance 5%. */
const off = '30'
const on = '45'
const line = (id: number, areaId: number, value: string | null, period = '2008-09-Q4') =>
  exampleLine(id, `NI ${id}`, { areaId, returns: value === null ? [] : [[period, value]] })
const context = (id: number, areaId: number, value: string, period = '2008-09-Q4') =>
  exampleLine(id, `NI ${id}`, { areaId, indicator: { polarity: 'none' }, targets: [], returns: [[period, value]] })
const ids = (...all: number[]) => all.map(id => exampleId<'area'>(id))

describe('areas across', () => {
  test('are the whole, then what lies directly in it, by name', () => {
    assert.deepEqual(across(areas, exampleId(1)), [1, 3, 2])
    assert.deepEqual(across(areas, exampleId(3)), [3, 4])
    assert.deepEqual(across(areas, exampleId(5)), [5])
  })
})

describe('a heat table', () => {
  test('has a row for each indicator with figures in more than one area, under each of its themes', () => {
    const lines = [line(8, 1, on), line(8, 2, off), line(40, 1, on), line(40, 3, on), line(16, 1, on), line(16, 2, null)]
    const { areaIds, blocks, rowsLeftOut } = heatTable(lines, themes, null, ids(1, 2, 3))
    assert.deepEqual(areaIds, [1, 2, 3])
    assert.deepEqual(
      blocks.map(({ theme, rows }) => [theme?.title, rows.map(({ indicator }) => indicator.reference)]),
      [
        ['Healthier', ['NI 8', 'NI 40']],
        ['Safer', ['NI 40']],
      ],
    )
    assert.equal(rowsLeftOut, 1)
  })

  test('of one theme has no more than that, and areas without a figure have no column', () => {
    const { areaIds, blocks, rowsLeftOut } = heatTable(
      [line(40, 1, on), line(40, 3, on), line(40, 2, null)],
      themes,
      exampleId(2),
      ids(1, 2, 3),
    )
    assert.deepEqual(areaIds, [1, 3])
    assert.equal(blocks.length, 1)
    assert.equal(rowsLeftOut, 0)
  })

  test('is of the latest period in each row; what is older can be told', () => {
    const { blocks } = heatTable([line(8, 1, on, '2008-09-Q3'), line(8, 2, off)], themes, null, ids(1, 2))
    assert.equal(blocks[0]?.rows[0]?.period?.endsOn, '2009-03-31')
  })

  test('without a target the ends among the parts are marked, of the same period only, and the whole never', () => {
    const lines = [context(8, 1, '900'), context(8, 2, '10'), context(8, 3, '20'), context(8, 4, '30'), context(8, 5, '5', '2008-09-Q3')]
    const ends = (all: typeof lines) => heatTable(all, themes, null, ids(1, 2, 3, 4, 5)).blocks[0]?.rows[0]?.cells.map(cell => cell?.end)
    assert.deepEqual(ends(lines), [null, 'lowest', null, 'highest', null])
    assert.deepEqual(ends([2, 3, 4].map(id => context(8, id, '7'))), [undefined, null, null, null])
    assert.deepEqual(ends([context(8, 1, '1'), context(8, 2, '2'), context(8, 3, '3')]), [null, null, null])
  })

  test('from eight parts on it is the quarter at each end', () => {
    const lines = Array.from({ length: 9 }, (_, at) => context(8, at + 1, String(at)))
    const cells = heatTable(lines, themes, null, ids(1, 2, 3, 4, 5, 6, 7, 8, 9)).blocks[0]?.rows[0]?.cells ?? []
    assert.deepEqual(
      cells.map(cell => cell?.end),
      [null, 'lowest', 'lowest', null, null, null, null, 'highest', 'highest'],
    )
  })

  test('has no more columns than fit, and says how many do not', () => {
    const lines = Array.from({ length: 35 }, (_, at) => line(8, at + 1, on))
    const { areaIds, areasLeftOut } = heatTable(
      lines,
      themes,
      null,
      lines.map(({ standing }) => standing.areaId),
    )
    assert.deepEqual([areaIds.length, areasLeftOut], [31, 4])
  })

  test('is cut into pages that keep their headings', () => {
    const { blocks } = heatTable(
      [8, 40, 16].flatMap(id => [line(id, 1, on), line(id, 2, on)]),
      themes,
      null,
      ids(1, 2),
    )
    assert.equal(rowsIn(blocks), 4)
    assert.deepEqual(
      rowsFrom(blocks, 1, 2).map(({ theme, rows }) => [theme?.title, rows.length]),
      [
        ['Healthier', 1],
        ['Safer', 1],
      ],
    )
  })
})

describe('hotspots', () => {
  test('are the parts with the most off target, each indicator counted once, and never the whole', () => {
    const lines = [
      line(8, 1, off),
      line(8, 2, off),
      line(8, 3, on),
      line(40, 1, off),
      line(40, 2, on),
      line(40, 3, off),
      line(16, 1, off),
      line(16, 3, on),
    ]
    const found = hotspots(heatTable(lines, themes, null, ids(1, 2, 3)))
    assert.deepEqual(found.areas, [
      { off: 3, judged: 3 },
      { off: 1, judged: 2 },
      { off: 1, judged: 3 },
    ])
    assert.deepEqual(found.hottest, [1, 2])
    assert.deepEqual(found.indicators, [])
  })

  test('are indicators that are off target in half of the parts or more, and in two at least', () => {
    const lines = [line(8, 1, on), line(8, 2, off), line(8, 3, off), line(8, 4, on), line(40, 1, on), line(40, 2, off)]
    assert.deepEqual(
      hotspots(heatTable(lines, themes, null, ids(1, 2, 3, 4))).indicators.map(each => [each.indicator.reference, each.off, each.judged]),
      [['NI 8', 2, 3]],
    )
    assert.deepEqual(hotspots(heatTable([line(8, 1, on), line(8, 2, on)], themes, null, ids(1, 2))).hottest, [])
  })
})
