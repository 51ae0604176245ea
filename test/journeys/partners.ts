/** What partners send for the example's open quarter: each a file of its own making, filled in from what an officer asked them for. */
import { parse } from 'csv-parse/sync'
import type { Wexcombe } from '../../src/example/wexcombe.ts'
import { type Decimal, decimal } from '../../src/kernel/decimal.ts'
import { type Period, periodLabel, previous } from '../../src/kernel/period.ts'
import type { Cell } from '../../src/kernel/table.ts'
import { sheet } from '../../src/platform/sheet/index.ts'

/** A return that is due, as the closing's file of what is due tells it. */
export type Due = {
  readonly reference: string
  readonly indicator: string
  readonly lead: string
  readonly period: string
  /** What is worked out from its areas is in without a figure of its own. */
  readonly isIn: boolean
  readonly figure: string
}
export type PartnersFile = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }

export function dueIn(csv: string): Due[] {
  const rows: Record<string, string>[] = parse(csv, { columns: true, bom: true })
  return rows.map(row => ({
    reference: row['Reference'] ?? '',
    indicator: row['Indicator'] ?? '',
    lead: row['Lead'] ?? '',
    period: row['Period'] ?? '',
    isIn: /^in\b/.test(row['Return'] ?? ''),
    figure: row['Figure'] ?? '',
  }))
}

/**
 * The health service's, the county council's and that of those who look after jobs and business; the rest has nobody who sends files.
 * What is in already is sent again as it is; of what is not in, the partner has what it had last.
 */
export async function partnersFiles(due: readonly Due[], example: Wexcombe): Promise<PartnersFile[]> {
  const { open } = example.closings
  const asked = due.filter(({ isIn, figure }) => !isIn || figure !== '')
  const of = (...leads: string[]) => asked.filter(({ lead }) => leads.includes(lead))
  const figureOf = ({ reference, figure }: Due) => figure || latestOf(example, reference)
  const quarters = lastFour(open)
  const council = of('Wexcombe County Council').filter(({ period }) => period === periodLabel(open, 'quarter'))
  return Promise.all([
    long(
      'nhs-wexcombe.xlsx',
      of('NHS Wexcombe').map(each => [...named(each), 'Wexcombe', each.period, number(figureOf(each))]),
    ),
    wide(
      'county-council.xlsx',
      quarters.map(each => periodLabel(each, 'quarter')),
      council.map(each => [
        ...named(each),
        'Wexcombe',
        ...quarters.slice(0, -1).map(quarter => number(figureFor(example, each.reference, quarter))),
        number(figureOf(each)),
      ]),
    ),
    semicolons(
      'jobs-and-skills.csv',
      of('Wexcombe Jobs and Skills', 'Wexcombe Chamber of Commerce').map(each => [
        each.reference,
        `“${each.indicator}” – final`,
        example.areaCode,
        each.period,
        figureOf(each),
      ]),
    ),
  ])
}

/** The figure before the open quarter's, or the first that ever came. */
export function latestOf({ returns, areaCode, closings }: Wexcombe, reference: string): string {
  const held = returns.filter(
    each => each.indicator === reference && each.areaCode === areaCode && each.value !== null && each.period.endsOn < closings.open.endsOn,
  )
  const latest = held.toSorted((a, b) => (a.period.endsOn < b.period.endsOn ? 1 : -1))[0]
  return String(latest?.value ?? '1240')
}

const figureFor = ({ returns, areaCode }: Wexcombe, reference: string, { endsOn }: Period): string =>
  String(
    returns.find(each => each.indicator === reference && each.areaCode === areaCode && each.isLatest && each.period.endsOn === endsOn)
      ?.value ?? '',
  )

function lastFour(open: Period): Period[] {
  const quarters = [open]
  for (let before = previous(open, 'quarter'); before !== null && quarters.length < 4; before = previous(before, 'quarter'))
    quarters.unshift(before)
  return quarters
}

const named = ({ reference, indicator }: Due): [string, string] => [reference, indicator]

/** A workbook with a row for each figure, under headings that are nobody else's. */
const long = (name: string, rows: readonly Cell[][]) => workbook(name, ['Measure no.', 'Measure', 'Place', 'When', 'Result'], rows)

/** A workbook with a title over its headings, and quarters across. */
const wide = (name: string, quarters: readonly string[], rows: readonly Cell[][]) =>
  workbook(
    name,
    ['County Council: performance report', '', '', ...quarters.map(() => '')],
    [['NI', 'What we measure', 'Where', ...quarters], ...rows],
  )

/** As Excel saves a CSV file in much of Europe: semicolons, and letters of Windows. */
function semicolons(name: string, rows: readonly string[][]): PartnersFile {
  const lines = [['Ref', 'Description', 'Area', 'Period', 'Value'], ...rows].map(row => `${row.join(';')}\r\n`)
  return { name, mimeType: 'text/csv', buffer: windowsLetters(lines.join('')) }
}

async function workbook(name: string, headings: readonly string[], rows: readonly (readonly Cell[])[]): Promise<PartnersFile> {
  const buffer = await sheet({ title: 'Returns', columns: headings.map(heading => ({ heading, width: 20 })), rows }, 'xlsx')
  return { name, mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer }
}

const number = (figure: string): Decimal | string | null => (figure === '' ? null : /^-?[\d.]+$/.test(figure) ? decimal(figure) : figure)

const inWindows: Readonly<Record<string, number>> = { '–': 0x96, '“': 0x93, '”': 0x94, '’': 0x92 }
const windowsLetters = (text: string): Buffer => Buffer.from([...text].map(letter => inWindows[letter] ?? letter.charCodeAt(0)))
