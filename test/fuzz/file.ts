import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ImportKind } from '../../src/performance/data-import/data-import.ts'
import type { Chance } from './chance.ts'
import { hostileText } from './hostile.ts'

/** A file as somebody brings it. */
export type BroughtFile = {
  readonly kind: ImportKind
  readonly content: Buffer
  readonly fileName: string
  /** The lines that have to be refused, no more and no fewer, where that is known. */
  readonly refused: readonly number[] | null
}

const kinds = ['indicators', 'targets', 'returns'] as const

export function someFile(chance: Chance): BroughtFile {
  return chance.pick([tidyFile, spoiledFile, spoiledFile, wildFile])(chance)
}

const areaCodes = ['E07000086', 'E07000087', 'E10000014']

/** Rows that are right, written down in one of the ways in which programs do it, with here and there a cell that cannot be read. */
function tidyFile(chance: Chance): BroughtFile {
  const ofReturns = chance.may(0.5)
  const writing = someWriting(chance)
  const cells = new Set<string>()
  const rows = Array.from({ length: 1 + chance.below(60) }, () => {
    const year = 2000 + chance.below(20)
    return { reference: `NI ${1 + chance.below(2)}`, area: chance.pick(areaCodes), year, value: (1 + chance.below(2_000)) / 10 }
  }).filter(({ reference, area, year }) => cells.size < cells.add(`${reference} ${area} ${year}`).size)
  const lines: string[] = []
  const refused: number[] = []
  let line = 1
  const write = (fields: readonly string[]) => {
    const text = fields.map(field => writing.cell(field)).join(writing.delimiter)
    lines.push(text)
    line += 1 + (text.match(/\r\n|\r|\n/g)?.length ?? 0)
  }
  write(['reference', 'area', 'period', ofReturns ? 'value' : 'target', 'remark'])
  for (const { reference, area, year, value } of rows) {
    if (chance.may(0.05)) {
      lines.push('')
      line += 1
    }
    const period = `${year}-${String((year + 1) % 100).padStart(2, '0')}`
    // What a column holds is told by most of its cells.
    const spoiled = rows.length > 8 && chance.may(0.15) ? chance.pick(['period', 'value'] as const) : null
    if (spoiled !== null) refused.push(line)
    write([
      reference,
      area,
      spoiled === 'period' ? chance.pick(['Q9 2008-09', 'never', '2008-13-45', '1/0/0']) : period,
      spoiled === 'value' ? chance.pick(['12 apples', '1..2', '5 6 7', '1e5e5']) : String(value),
      chance.may(0.2) ? chance.pick(['two\nlines', 'a "quoted" word', 'comma, semicolon; tab\tbar|', 'Café – £5']) : '',
    ])
  }
  const text = lines.join(writing.lineEnd) + (chance.may(0.7) ? writing.lineEnd : '')
  return { kind: ofReturns ? 'returns' : 'targets', content: writing.encode(text), fileName: 'tidy.csv', refused }
}

type Writing = {
  readonly delimiter: string
  readonly lineEnd: string
  readonly cell: (text: string) => string
  readonly encode: (text: string) => Buffer
}

function someWriting(chance: Chance): Writing {
  const delimiter = chance.pick([',', ';', '\t', '|'])
  const lineEnd = chance.pick(['\n', '\r\n', '\r'])
  const quotesAll = chance.may(0.3)
  return {
    delimiter,
    lineEnd,
    cell: text => (quotesAll || /[",;\t|\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text),
    encode: chance.pick([
      text => Buffer.from(text),
      text => Buffer.from(`\ufeff${text}`),
      text => Buffer.from(`\ufeff${text}`, 'utf16le'),
      text => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
      // Windows-1252 has the dash and the pound where Latin-1 has not the first.
      text => Buffer.from(text.replaceAll('–', '\x96'), 'latin1'),
    ]),
  }
}

const examples = kinds.map(kind => ({
  kind,
  content: readFileSync(join(import.meta.dirname, `../journeys/data/trafford-${kind}.csv`)),
}))

/** A file of a partnership, spoiled as files are: cut, glued, saved by the wrong program, edited by hand; or by chance. */
function spoiledFile(chance: Chance): BroughtFile {
  const { kind, content } = chance.pick(examples)
  // Usually not all of it, so that much is tried in little time.
  let spoiled: Buffer = chance.may(0.8) ? content.subarray(0, 400 + chance.below(4_000)) : content
  for (let times = chance.below(4); times > 0; times--) spoiled = chance.pick(spoilings)(spoiled, chance).subarray(0, mostBytes)
  return { kind: chance.may(0.9) ? kind : chance.pick(kinds), content: spoiled, fileName: someName(chance), refused: null }
}

/** More than what is read while a person waits, so that some are read by a job. */
const mostBytes = 2_500_000

const asText = (change: (text: string, chance: Chance) => string) => (content: Buffer, chance: Chance) =>
  Buffer.from(change(content.toString('latin1'), chance), 'latin1')

const asRows = (change: (rows: string[][], chance: Chance) => void) =>
  asText((text, chance) => {
    const rows = text.split('\n').map(line => line.split(','))
    change(rows, chance)
    return rows.map(row => row.join(',')).join('\n')
  })

const bytesOf = (text: string): string => Buffer.from(text).toString('latin1')

const spoilings: readonly ((content: Buffer, chance: Chance) => Buffer)[] = [
  asRows((rows, chance) => {
    for (let times = 1 + chance.below(10); times > 0; times--) {
      const row = chance.pick(rows)
      row[chance.below(row.length)] = bytesOf(hostileText(chance))
    }
  }),
  asRows((rows, chance) => {
    for (const row of rows)
      if (chance.may(0.2)) row.splice(chance.below(row.length + 1), chance.below(2), ...(chance.may(0.5) ? ['more'] : []))
  }),
  asRows((rows, chance) => void rows[0]?.splice(chance.below(3), 1, bytesOf(hostileText(chance)))),
  asRows((rows, chance) => void rows.splice(chance.below(rows.length), 0, ...rows.slice(0, 1 + chance.below(20)))),
  asRows((rows, chance) => {
    const more = 150 + chance.below(100)
    for (const [at, row] of rows.entries())
      row.push(...Array.from({ length: more }, (_, column) => (at === 0 ? `y${column % 170}` : String(column))))
  }),
  asText((text, chance) => text.replaceAll(',', chance.pick([';', '\t', '|', ' , ', ',,', '","']))),
  asText((text, chance) => text.replaceAll('\n', chance.pick(['\r\n', '\r', '\n\n', '\r\r\n', '\u0085', '']))),
  asText((text, chance) => {
    const at = chance.below(text.length + 1)
    return text.slice(0, at) + chance.pick(['"', '""', '"\n', ',"', '\0', '\0\0\0', '\x1a', '\xff\xfe', '\x80\x81']) + text.slice(at)
  }),
  asText(
    (text, chance) => bytesOf(chance.pick(['\ufeff', '\ufeff\ufeff', 'sep=;\n', '\n\n\n', 'Title of the table\n\n', '"', '#'])) + text,
  ),
  asText(text => text + text),
  asText((text, chance) => text.slice(0, chance.below(text.length + 1))),
  asText((text, chance) => `${text}\n${'x'.repeat(chance.pick([70_000, 1_100_000]))}`),
  asText((text, chance) => `${text}\n"${'x,\n'.repeat(chance.pick([10, 400_000]))}`),
  asText(text => text + `\n${','.repeat(5_000)}`),
  content => Buffer.concat([Buffer.from([0xff, 0xfe]), content]),
  content => Buffer.concat([Buffer.from([0xfe, 0xff]), content]),
  content => Buffer.from(content.toString(), 'utf16le'),
  content => Buffer.from(`\ufeff${content.toString()}`, 'utf16le').subarray(0, -1),
  (content, chance) => {
    const changed = Buffer.from(content)
    for (let times = 1 + chance.below(30); times > 0 && changed.length > 0; times--)
      changed[chance.below(changed.length)] = chance.below(256)
    return changed
  },
]

const headings =
  'reference,title,indicator,series,polarity,decimals,value_type,unit,tolerance,theme,outcome,lead,area,area_code,period,year,quarter,start,end,target,baseline,interim,stretch,low,high,value,numerator,denominator,status,source,2008-09,Q1 2009-10,'.split(
    ',',
  )
const needed = {
  indicators: ['reference', 'title', 'polarity', 'value_type'],
  targets: ['reference', 'area_code', 'period', 'target'],
  returns: ['reference', 'area_code', 'period', 'value'],
}
const plausible =
  'NI 1,NI 2,ni1,NI 999,Sport,E07000086,E07000087,E99999999,Fareham,Hampshire,2008-09,2009,Q1 2008-09,June 2008,1 April 2008,2008-04-01,12.5,12.5%,-3,1,0,n/a,*,..,suppressed,final,provisional,higher,lower,range,none,percentage,number,rate per 1000,money,5%,0.5,yes,1-2'.split(
    ',',
  )

/** Headings that are understood, over cells that are anything. */
function wildFile(chance: Chance): BroughtFile {
  const kind = chance.pick(kinds)
  const writing = someWriting(chance)
  const columns = [...(chance.may(0.8) ? needed[kind] : [])]
  columns.push(...chance.times(7, () => (chance.may(0.93) ? chance.pick(headings) : hostileText(chance).slice(0, 300))))
  const boldness = chance.pick([0, 0.1, 0.5])
  const rows = Array.from({ length: chance.below(25) }, () =>
    columns.map(() => (chance.may(boldness) ? hostileText(chance) : chance.pick(plausible))),
  )
  const text = [columns, ...rows].map(row => row.map(cell => writing.cell(cell)).join(writing.delimiter)).join(writing.lineEnd)
  return { kind, content: writing.encode(text), fileName: someName(chance), refused: null }
}

function someName(chance: Chance): string {
  if (chance.may(0.9)) return 'figures.csv'
  return chance.pick([
    `${hostileText(chance).slice(0, 300)}.csv`,
    'figures.xlsx',
    'figures',
    '.csv',
    `${'long'.repeat(100)}.csv`,
    'a/b\\c.csv',
  ])
}
