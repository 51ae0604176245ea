/** What the chart of an indicator shows, to take away: the name of its files, and its points for a spreadsheet. */
import { csv } from '../../kernel/csv.ts'
import { type Decimal, rounded } from '../../kernel/decimal.ts'
import { periodCode, periodLabel } from '../../kernel/period.ts'
import type { Cell } from '../../kernel/table.ts'
import type { Indicator } from '../indicator/indicator.ts'
import { stateWords } from '../judgement/judgement.ts'
import { kindOf, variationWords } from '../process-control/finding.ts'
import type { Controlled } from '../process-control/process-control.ts'
import { byDay, type Reading, type ReadStretch } from '../process-control/reading.ts'
import type { Stage } from './course.ts'
import { plainName } from './file-name.ts'
import type { Chosen } from './standing.ts'

/** 'ni-117-wexcombe', and the period up to which it goes if one was chosen. */
export function chartFileName({ reference, title }: Indicator, area: string, chosen: Chosen): string {
  const parts = [reference ?? plainName(title).slice(0, 60), area, chosen === null ? '' : periodCode(chosen)]
  return plainName(parts.join(' '))
}

/** The oldest first, numbers with all their places. */
export function pointsCsv(course: readonly Stage[], indicator: Indicator, reading: Reading | null): string {
  const read = byDay(reading)
  const row = (stage: Stage) => columns.map(([, cell]) => cell(stage, indicator, read.get(stage.return.endsOn)))
  return csv([columns.map(([heading]) => heading), ...course.map(row)])
}

type Read = { readonly point: Controlled; readonly stretch: ReadStretch } | undefined
type Column = readonly [heading: string, cell: (stage: Stage, indicator: Indicator, read: Read) => Cell]

/** Statistics, to two places more than the figures have. */
const statistic = (value: Decimal | null | undefined, { decimals }: Indicator): Decimal | null =>
  value ? rounded(value, decimals + 2) : null

const columns: readonly Column[] = [
  ['Period', ({ return: each }, { frequency }) => periodLabel(each, frequency)],
  ['Period starts', ({ return: { startsOn } }) => startsOn],
  ['Period ends', ({ return: { endsOn } }) => endsOn],
  ['Actual', ({ return: { value } }) => value],
  ['Status', ({ return: { absence, status } }) => absence ?? status],
  ['Target', ({ assessment }) => assessment.target?.value ?? null],
  ['Target from', ({ assessment }) => assessment.target?.low ?? null],
  ['Target to', ({ assessment }) => assessment.target?.high ?? null],
  ['Judgement', ({ assessment }) => (assessment.kind === 'judged' ? assessment.scheme.words[assessment.band] : null)],
  ['Computed judgement', ({ assessment }) => (assessment.kind === 'judged' ? assessment.scheme.words[assessment.computed] : null)],
  ['Why not judged', ({ assessment }) => (assessment.kind === 'unjudged' ? stateWords[assessment.state] : null)],
  ['Average', (_, indicator, read) => (read?.stretch.isCharted ? statistic(read.stretch.centre, indicator) : null)],
  ['Median', (_, indicator, read) => (read && !read.stretch.isCharted ? statistic(read.stretch.centre, indicator) : null)],
  ['Lower limit', (_, indicator, read) => statistic(read?.stretch.limits?.low, indicator)],
  ['Upper limit', (_, indicator, read) => statistic(read?.stretch.limits?.high, indicator)],
  ['Change', (_stage, _indicator, read) => (read?.stretch.isCharted ? variationWords[kindOf(read.point.variation)] : null)],
]
