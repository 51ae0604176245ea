/** What the chart of an indicator shows, to take away: the name of its files, and its points for a spreadsheet. */
import { csv } from '../../kernel/csv.ts'
import { periodCode, periodLabel } from '../../kernel/period.ts'
import type { Cell } from '../../kernel/table.ts'
import type { Indicator } from '../indicator/indicator.ts'
import { stateWords } from '../judgement/judgement.ts'
import type { Stage } from './course.ts'
import { plainName } from './file-name.ts'
import type { Chosen } from './standing.ts'

/** 'ni-117-wexcombe', and the period up to which it goes if one was chosen. */
export function chartFileName({ reference, title }: Indicator, area: string, chosen: Chosen): string {
  const parts = [reference ?? plainName(title).slice(0, 60), area, chosen === null ? '' : periodCode(chosen)]
  return plainName(parts.join(' '))
}

/** The oldest first, numbers with all their places. */
export const pointsCsv = (course: readonly Stage[], indicator: Indicator): string =>
  csv([columns.map(([heading]) => heading), ...course.map(stage => columns.map(([, cell]) => cell(stage, indicator)))])

const columns: readonly (readonly [heading: string, cell: (stage: Stage, indicator: Indicator) => Cell])[] = [
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
]
