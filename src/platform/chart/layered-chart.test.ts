import assert from 'node:assert/strict'
import { test } from 'node:test'
import { layeredChart, layeredChartFile } from './layered-chart.ts'
import { type ChartBox, type LayeredChart, type Placement, placed } from './layered-layout.ts'

const box = (id: string, band: number, under: string | null, changes: Partial<ChartBox> = {}): ChartBox => ({
  id,
  band,
  under,
  title: `Group ${id}`,
  notes: ['5 seats'],
  rows: [],
  href: `/wexcombe/groups/${id}`,
  spoken: `Group ${id}. 5 seats`,
  isQuiet: false,
  ...changes,
})
const chartOf = (boxes: readonly ChartBox[], joins: LayeredChart['joins'] = []): LayeredChart => ({
  id: 'structure',
  title: 'The structure',
  description: 'Groups on three layers.',
  bands: [
    { name: 'Outside', isApart: true },
    { name: 'Strategic', isApart: false },
    { name: 'Executive', isApart: false },
    { name: 'Operational', isApart: false },
  ],
  boxes,
  joins,
  words: { under: 'Reports to', second: 'Also reports to', link: 'Works with', quiet: 'For context' },
})

/** A board, so many executives, and so many groups under them, every seventh of which has one of its own. */
function boxesOf(executives: number, groups: number): ChartBox[] {
  const under = Array.from({ length: groups }, (_, index) =>
    box(`o${index}`, 3, `e${index % executives}`, { rows: index % 5 === 0 ? ['Chair: Amina Khan (Wexcombe Council)'] : [] }),
  )
  const below = under.filter((_, index) => index % 7 === 0).map(({ id }) => box(`${id}b`, 3, id))
  return [box('b', 1, null), ...Array.from({ length: executives }, (_, index) => box(`e${index}`, 2, 'b')), ...under, ...below]
}

/** What is asked of every picture: all boxes are there, none lies on another or out of its band, and no reporting line runs under a box that it does not belong to. */
async function checked(chart: LayeredChart): Promise<Placement> {
  const placement = await placed(chart)
  const { boxes, bands, width, height } = placement
  assert.equal(boxes.length, chart.boxes.length)
  for (const a of boxes) {
    assert.ok(a.x >= 0 && a.x + a.width <= width && a.y >= 0 && a.y + a.height <= height, `${a.box.id} is in the picture`)
    const band = bands[a.box.band]
    assert.ok(band !== undefined && a.y >= band.top && a.y + a.height <= band.top + band.height, `${a.box.id} is in its band`)
    for (const b of boxes)
      if (a !== b)
        assert.ok(
          a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y,
          `${a.box.id} lies on ${b.box.id}`,
        )
  }
  for (const { points, kind, spoken } of placement.lines)
    if (kind === 'under')
      for (const [index, [x, y]] of points.slice(1).entries()) {
        const [fromX, fromY] = points[index] ?? [x, y]
        const crossed = boxes.filter(
          each =>
            Math.max(fromX, x) > each.x + 1 &&
            Math.min(fromX, x) < each.x + each.width - 1 &&
            Math.max(fromY, y) > each.y + 1 &&
            Math.min(fromY, y) < each.y + each.height - 1,
        )
        assert.deepEqual(
          crossed.map(each => each.box.id),
          [],
          spoken,
        )
      }
  return placement
}

const check = (name: string, chart: LayeredChart) => test(name, async () => void (await checked(chart)))

/** On A3 on its side, with the margins of our papers, a name is written at least so high. */
const readable = (name: string, boxes: readonly ChartBox[], leastPoints: number) =>
  test(name, async () => {
    const { width, height } = await checked(chartOf(boxes))
    const millimetres = Math.min(396 / width, 245 / (height + 40))
    const points = (13 * millimetres * 72) / 25.4
    assert.ok(points >= leastPoints, `${width} by ${height} is ${points} points`)
  })

check('one group is drawn', chartOf([box('b', 1, null)]))
check('fourteen groups are drawn', chartOf(boxesOf(4, 9)))
readable('sixty groups can be read on A3', boxesOf(8, 44), 7)
readable('sixty groups under one can be read on A3', boxesOf(1, 50), 7)
readable('a hundred groups can be read on A3', boxesOf(10, 78), 5.5)
check('groups that miss a layer hang from where they report to', chartOf([...boxesOf(3, 6), box('d', 3, 'b'), box('e', 2, 'e0')]))
check(
  'groups that hang from nothing stand beside the others',
  chartOf([...boxesOf(3, 6), box('x', 0, null), box('y', 1, null), box('z', 3, null)]),
)
check('a group under one of a lower layer is joined to it by a line', chartOf([box('o', 3, null), box('e', 2, 'o')]))
check('a ring is drawn', chartOf([box('a', 2, 'b'), box('b', 2, 'a'), box('c', 3, 'a')]))
check('a name of one long word is drawn', chartOf([box('a', 2, null, { title: 'Partnership'.repeat(18) })]))

test('a link keeps clear of the boxes between those that it joins', async () => {
  const boxes = [box('x', 0, null), box('b', 1, null), box('m', 2, 'b'), box('e', 2, 'm'), box('o', 3, 'e'), box('p', 3, 'e')]
  const { boxes: at, lines } = await placed(chartOf(boxes, [{ from: 'e', to: 'x', kind: 'link', spoken: 'e works with x' }]))
  const link = lines.find(({ kind }) => kind === 'link')?.points ?? []
  const between = at.filter(({ box: { id } }) => id === 'b' || id === 'm')
  for (const [index, [x, y]] of link.slice(1).entries())
    for (const each of between) {
      const [fromX, fromY] = link[index] ?? [x, y]
      const isClear =
        Math.min(fromX, x) > each.x + each.width ||
        Math.max(fromX, x) < each.x ||
        Math.min(fromY, y) > each.y + each.height ||
        Math.max(fromY, y) < each.y
      assert.ok(isClear, `${each.box.id} is in the way`)
    }
  assert.ok(link.length >= 4)
})

test('the same structure is placed the same', async () =>
  assert.deepEqual(await placed(chartOf(boxesOf(5, 20))), await placed(chartOf(boxesOf(5, 20)))))

test('every box leads somewhere and says what it is, every other line says what it joins, and the key names what is there', async () => {
  const chart = chartOf(
    [...boxesOf(2, 4), box('q', 3, 'e1', { isQuiet: true })],
    [
      { from: 'o0', to: 'o1', kind: 'link', spoken: 'Group o0 works with Group o1' },
      { from: 'o2', to: 'b', kind: 'second', spoken: 'Group o2 also reports to Group b' },
      { from: 'o2', to: 'nobody', kind: 'link', spoken: 'Left out' },
    ],
  )
  const svg = await layeredChart(chart, 1)
  assert.equal(
    svg.match(/<a href="\/wexcombe\/groups\/[^"]+" class="gt-layers__box" aria-label="Group [^"]+\. 5 seats">/g)?.length,
    chart.boxes.length,
  )
  assert.match(svg, /role="group" aria-labelledby="structure-title structure-desc"/)
  for (const words of ['Group o0 works with Group o1', 'Group o2 also reports to Group b', 'Group o0 reports to Group e0'])
    assert.ok(svg.includes(`<title>${words}</title>`), words)
  for (const words of ['Reports to', 'Also reports to', 'Works with', 'For context']) assert.ok(svg.includes(`>${words}</text>`), words)
  assert.doesNotMatch(svg, /Left out|style=|NaN|undefined/)
})

test('what people call a group stays text, and a file has its title in letters', async () => {
  const svg = await layeredChartFile(chartOf([box('a', 1, null, { title: '<script>alert(1)</script> & more' })]))
  assert.match(svg, /&lt;script&gt;/)
  assert.doesNotMatch(svg, /<script/)
  assert.match(svg, /font-size="16" font-weight="600">The structure</)
})
