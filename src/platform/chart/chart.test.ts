import assert from 'node:assert/strict'
import test from 'node:test'
import { day } from '../../kernel/day.ts'
import {
  type LineChart,
  lineChart,
  lineChartFile,
  lineChartOfEitherWidth,
  type Mark,
  markIcon,
  marks,
  type Point,
  pngOf,
  type TargetStep,
} from './index.ts'
import { colours } from './mark.ts'
import { sparkline } from './sparkline.ts'

const words = {
  star: 'Exceeding',
  circle: 'On target',
  diamond: 'Within tolerance',
  triangle: 'Off target',
  target: 'Target',
  provisional: 'Provisional',
}

const ends = ['06-30', '09-30', '12-31', '03-31']
const quarter = (number: number) => {
  const year = 2008 + Math.floor(number / 4)
  const on = day(`${number % 4 === 3 ? year + 1 : year}-${ends[number % 4]}`)
  return { on, label: `Q${(number % 4) + 1} ${year}-${String(year + 1).slice(2)}` }
}
const points = (values: readonly (number | null)[], mark: Mark = 'circle', provisionalLast = false): Point[] =>
  values.map((value, index) => ({
    ...quarter(index),
    value,
    shown: value === null ? '' : String(value),
    mark,
    provisional: provisionalLast && index === values.length - 1,
  }))
const year = (first: number, target: number): TargetStep => ({
  from: day(`${first}-04-01`),
  to: day(`${first + 1}-03-31`),
  label: `${first}-${String(first + 1).slice(2)}`,
  shown: String(target),
  lines: [target],
  zones: [
    { low: target, high: target * 1.05, mark: 'diamond' },
    { low: target * 0.95, high: target, mark: 'circle' },
  ],
})
const chartOf = (changes: Partial<LineChart>): LineChart => ({
  id: 'ni-111',
  title: 'First-time entrants to the youth justice system',
  description: 'From 1,820 in Q1 2008-09 to 1,655 in Q3 2010-11, where 1,540 was aimed for.',
  decimals: 0,
  unit: { prefix: '', suffix: '' },
  series: [{ name: 'Wexcombe', points: points([1820, 1790, 1850, 1700, 1660, 1640, 1712, 1690, 1701, 1672, 1655], 'triangle', true) }],
  steps: [year(2008, 1750), year(2009, 1640), year(2010, 1540)],
  words,
  ...changes,
})

/** Everything that is asked of every picture: well-formed, named, finite, and drawn within its frame without style or script. */
function checked(svg: string): string {
  const open: string[] = []
  for (const [, close, name = '', attributes = '', empty] of svg.matchAll(/<(\/?)([a-zA-Z]+)((?:\s+[a-zA-Z\d:-]+="[^"<]*")*)\s*(\/?)>/g)) {
    if (close) assert.equal(open.pop(), name)
    else if (!empty) open.push(name)
    const names = [...attributes.matchAll(/([a-zA-Z\d:-]+)="/g)].map(each => each[1])
    assert.equal(new Set(names).size, names.length, attributes)
  }
  assert.deepEqual(open, [])
  const between = svg.replace(/<\/?[a-zA-Z]+(?:\s+[a-zA-Z\d:-]+="[^"<]*")*\s*\/?>/g, '')
  assert.doesNotMatch(between, /[<>]|&(?!(?:amp|lt|gt|quot);)/)
  assert.doesNotMatch(svg, /NaN|Infinity|undefined|\bnull\b|style=|<script|\bon[a-z]+="/)
  assert.doesNotMatch(svg, /="[^"]*\d\.\d{4}/)
  const [, width = '0', height = '0'] = /viewBox="[-\d]+ [-\d]+ ([\d.]+) ([\d.]+)"/.exec(svg) ?? []
  for (const [, along] of svg.matchAll(/\b(?:x|x1|x2|cx)="([-\d.]+)"/g))
    assert.ok(Number(along) >= -1 && Number(along) <= Number(width) + 1, svg)
  for (const [, down] of svg.matchAll(/\b(?:y|y1|y2|cy)="([-\d.]+)"/g))
    assert.ok(Number(down) >= -1 && Number(down) <= Number(height) + 1, svg)
  for (const [, size] of svg.matchAll(/font-size="([\d.]+)"/g)) assert.ok(Number(size) >= 11)
  return svg
}

const eitherWidth = (changes: Partial<LineChart>): string => {
  checked(lineChart(chartOf({ ...changes, width: 320 })))
  return checked(lineChart(chartOf(changes)))
}

test('a chart says what it is and what it shows to those who cannot see it', () => {
  const svg = eitherWidth({})
  assert.match(svg, /role="img" aria-labelledby="ni-111-title ni-111-desc"/)
  assert.match(svg, /<title id="ni-111-title">First-time entrants to the youth justice system<\/title>/)
  assert.match(svg, /<desc id="ni-111-desc">From 1,820 in Q1 2008-09 to 1,655/)
  assert.match(svg, /<title>Wexcombe, Q3 2008-09: 1850<\/title>/)
})

test('a file says above the picture what it is, and needs no style sheet', () => {
  const title = `NI 111 First-time entrants <to> the youth justice system & ${'so on, '.repeat(20)}: Wexcombe`
  const svg = checked(lineChartFile(chartOf({ title })).replace('<?xml version="1.0" encoding="UTF-8"?>\n', ''))
  assert.match(svg, /<title id="ni-111-title">NI 111 First-time entrants &lt;to&gt; the youth/)
  assert.match(svg, /<desc id="ni-111-desc">From 1,820/)
  assert.match(svg, /<rect x="0" y="0" [^>]*fill="#ffffff"\/>/)
  assert.ok([...svg.matchAll(/font-size="16"/g)].length > 1)
  assert.doesNotMatch(svg, /class=|style/)
})

test('a picture becomes a PNG of twice its size, with letters in it', async () => {
  const png = await pngOf(lineChartFile(chartOf({})))
  assert.deepEqual([...png.subarray(0, 8)], [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  assert.equal(png.readUInt32BE(16), 2 * (640 + 40))
  const silent = await pngOf(lineChartFile(chartOf({})).replace(/<text[^>]*>[^<]*<\/text>/g, ''))
  assert.ok(png.length > silent.length + 5000)
})

test('two charts on one page share no id', () => {
  const ids = [...lineChartOfEitherWidth(chartOf({})).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
  assert.equal(ids.length, 4)
  assert.equal(new Set(ids).size, 4)
})

test('what people write into a title stays text', () => {
  const svg = eitherWidth({ title: 'A <script>alert("1")</script> & \u0007more', caption: '< 5 & "so on"' })
  assert.match(svg, /A &lt;script&gt;alert\(&quot;1&quot;\)&lt;\/script&gt; &amp; more/)
})

test('one point, none, gaps, a line that never moves, values about zero and sixty points are all drawn', () => {
  const series = (values: readonly (number | null)[]) => ({ series: [{ name: 'Wexcombe', points: points(values) }] })
  eitherWidth({ ...series([23.4]), steps: [], decimals: 1 })
  assert.match(eitherWidth({ series: [], steps: [] }), /No figures yet/)
  eitherWidth({ ...series([null, null]), steps: [] })
  eitherWidth({ ...series([0, 0, 0]), steps: [] })
  eitherWidth({ ...series([100, 100, 100]), steps: [year(2008, 100)] })
  eitherWidth({ ...series([-5]), steps: [] })
  assert.match(eitherWidth({ ...series([3, 1, -2, 0.5]), steps: [], decimals: 1 }), />−2</)
  eitherWidth({ ...series([3e9, 4e9]), steps: [], unit: { prefix: '£', suffix: '' } })
  eitherWidth({ ...series([0.0001, 0.0002]), steps: [], decimals: 4 })
  eitherWidth(series(Array.from({ length: 60 }, (_, index) => 1600 + 150 * Math.sin(index / 5))))
  const gaps = eitherWidth({ ...series([3, 4, null, null, 5, 6, null, 2]), steps: [] })
  assert.equal(/<path d="([^"]+)" fill="none"/.exec(gaps)?.[1]?.match(/M/g)?.length, 3)
})

test('what begins anew each April is drawn as one line for each year', () => {
  const counted = points([10, 21, 30, 44, 12, 25]).map((point, index) => ({ ...point, restarts: index % 4 === 0 }))
  const svg = eitherWidth({ series: [{ name: 'Wexcombe', points: counted }], steps: [] })
  assert.equal(/<path d="([^"]+)" fill="none"/.exec(svg)?.[1]?.match(/M/g)?.length, 2)
})

test('a long caption is written in lines', () => {
  const caption = 'Burglaries, robberies and thefts of or from vehicles since April, for every 1,000 residents; lower is better'
  const lines = [...lineChart(chartOf({ caption, width: 320 })).matchAll(/<text x="0" y="\d+" fill="#505a5f">([^<]+)</g)].map(
    ([, each]) => each,
  )
  assert.ok(lines.length > 1)
  assert.equal(lines.join(' '), caption)
})

test('counts are marked in whole numbers', () => {
  const svg = eitherWidth({ series: [{ name: 'Deaths', points: points([1, 2, 1, 3]) }], steps: [] })
  assert.deepEqual(
    [...svg.matchAll(/text-anchor="end"[^>]*>([^<]*)</g)].map(([, label]) => label),
    ['0', '1', '2', '3', '4'],
  )
})

test('large sums are named in millions', () => {
  const svg = eitherWidth({
    series: [{ name: 'Wexcombe', points: points([400_000, 950_000, 1_600_000, 2_600_000]) }],
    steps: [],
    unit: { prefix: '£', suffix: '' },
  })
  assert.match(svg, />£2\.5m</)
})

test('the latest period is always named, and names never touch', () => {
  const svg = eitherWidth({ series: [{ name: 'Wexcombe', points: points(Array.from({ length: 60 }, (_, index) => index)) }], steps: [] })
  const at = [...svg.matchAll(/<text x="([\d.]+)" [^>]*text-anchor="middle"[^>]*>Q\d</g)].map(([, x]) => Number(x))
  assert.ok(at.length >= 4)
  assert.ok(at.every((x, index) => index === 0 || x - (at[index - 1] ?? 0) > 50))
  assert.match(svg, />2022-23</)
})

test('a provisional value is hollow, and the key says so', () => {
  const svg = eitherWidth({})
  assert.match(svg, /fill="#ffffff" stroke="#c4261d"/)
  assert.match(svg, />Provisional</)
  assert.doesNotMatch(eitherWidth({ series: [{ name: 'Wexcombe', points: points([1, 2]) }], steps: [] }), />Provisional</)
})

test('the last point of a year stands within its own step, not on the next one', () => {
  const svg = eitherWidth({ series: [{ name: 'Wexcombe', points: points([10, 11, 12, 13]) }], steps: [year(2008, 10), year(2009, 12)] })
  const [first, second] = [...svg.matchAll(/<line x1="([\d.]+)" x2="([\d.]+)"[^>]*stroke-dasharray="7 3"/g)].map(([, from, to]) => [
    Number(from),
    Number(to),
  ])
  const marksAt = [...svg.matchAll(/translate\(([\d.]+),/g)].slice(0, 4).map(([, x]) => Number(x))
  assert.ok(marksAt.every(x => x > (first?.[0] ?? 0) && x < (first?.[1] ?? 0)))
  assert.ok((second?.[0] ?? 0) >= (first?.[1] ?? 0))
})

test('several areas are told apart by dashes as well as by colour', () => {
  const names = ['Wexcombe', 'Arnemouth', 'Holt Vale', 'Tarrant', 'Stour and Marsh', 'Ashmoor']
  const svg = eitherWidth({
    series: names.map((name, index) => ({ name, points: points([10 + index, 11 + index, 9 + index]) })),
    steps: [],
  })
  for (const name of names) assert.match(svg, new RegExp(`>${name}<`))
  const dashes = [...svg.matchAll(/<path d="[^"]+" fill="none"[^>]*?(?:stroke-dasharray="([^"]+)")?\/>/g)].map(([, each]) => each ?? '')
  assert.equal(dashes.length, 6)
  assert.equal(new Set(dashes).size, 5)
})

test('the same figures give the same picture', () => {
  assert.equal(lineChart(chartOf({})), lineChart(chartOf({})))
})

test('marks and their zones can be seen by everybody', () => {
  for (const mark of marks) {
    assert.ok(contrast(colours[mark].ink, '#ffffff') >= 4.5, mark)
    assert.ok(contrast(colours[mark].ink, colours[mark].tint) >= 4.5, `${mark} on its tint`)
  }
  assert.equal(new Set(marks.filter(mark => mark !== 'dot').map(mark => /d="([^"]+)"/.exec(markIcon(mark))?.[1])).size, 4)
})

test('a mark beside its word is silent, and alone it speaks', () => {
  assert.match(checked(markIcon('star')), /aria-hidden="true"/)
  assert.match(checked(markIcon('triangle', 'Off target')), /role="img" aria-label="Off target"/)
})

test('a sparkline is drawn for whatever there is', () => {
  checked(sparkline({ values: [] }))
  checked(sparkline({ values: [4], target: 4, mark: 'circle' }))
  checked(sparkline({ values: [null, 4, null, 5, Number.NaN], target: 4.5, mark: 'star', provisional: true }))
  checked(sparkline({ values: [7, 7, 7] }))
  assert.match(checked(sparkline({ values: [1, 2], title: 'Rising' })), /role="img" aria-label="Rising"/)
  assert.match(sparkline({ values: [1, 2] }), /aria-hidden="true"/)
})

function contrast(a: string, b: string): number {
  const [lighter = 0, darker = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
