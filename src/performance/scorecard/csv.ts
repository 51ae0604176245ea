/** The scorecard as shown, for a spreadsheet: each indicator once, numbers with all their places, periods as days and as they are called. */
import { csv } from '../../kernel/csv.ts'
import type { Day } from '../../kernel/day.ts'
import type { Decimal } from '../../kernel/decimal.ts'
import { periodCode, periodLabel } from '../../kernel/period.ts'
import type { Cell, Table } from '../../kernel/table.ts'
import { type Return, stateWords } from '../judgement/judgement.ts'
import { why } from '../judgement/working.ts'
import { kindOf, variationWords } from '../process-control/finding.ts'
import { isTold, type Reading } from '../process-control/reading.ts'
import { plainName } from '../standing/file-name.ts'
import { flagOf, unitWords } from '../standing/glance.ts'
import { byChance, controlOf } from '../standing/standing.ts'
import { type Comparison, directionWords, travel } from '../travel/travel.ts'
import { distinct, type Line, scorecard, type Theme, type Turn } from './scorecard.ts'
import { inPlaceOf, type Shown } from './view.ts'

/** The name is that of its files, without what says of which kind they are. */
export function scorecardTable(shown: Shown): Table & { readonly name: string } {
  const { agreement, themes, lines, filter, chosen, turn, sorting } = shown
  const { sections } = scorecard(lines, themes, filter, turn, sorting)
  const title = `${agreement.title} ${chosen === null ? 'latest' : periodCode(chosen)}${turn === 'theme' ? '' : ` by ${turn}`}`
  return {
    name: `scorecard-${plainName(title)}`,
    title,
    ...linesTable(distinct(sections), shown, turn),
  }
}

/** A row for each of these lines, in their order. */
export function linesTable(lines: readonly Line[], shown: Shown, turn: Turn): Pick<Table, 'columns' | 'rows'> {
  const columns = columnsBy(turn).filter(column => shown.beside !== null || !besideColumns.includes(column))
  return {
    columns: columns.map(([heading, , width = 13]) => ({ heading, width })),
    rows: lines.map(line => {
      const read = { ...line, reading: controlOf(line.standing, shown.chosen) }
      return columns.map(([, cell]) => cell(read, shown))
    }),
  }
}

export const scorecardCsv = ({ columns, rows }: Table): string => csv([columns.map(({ heading }) => heading), ...rows])

/** What it is turned by comes first. */
function columnsBy(turn: Turn): readonly Column[] {
  const first = leading[turn]
  const rank = ([heading]: Column) => (first.includes(heading) ? first.indexOf(heading) : first.length)
  return allColumns.toSorted((a, b) => rank(a) - rank(b))
}

const leading: Readonly<Record<Turn, readonly string[]>> = {
  theme: [],
  list: [],
  outcome: ['Outcomes'],
  lead: ['Lead'],
  group: ['Lead group'],
  area: ['Area', 'Area code'],
  judgement: ['Judgement', 'Why not judged'],
}

type ReadLine = Line & { readonly reading: Reading | null }
type Column = readonly [heading: string, cell: (line: ReadLine, shown: Shown) => Cell, width?: number]

/** Where modules above are asked. */
const besideColumns: readonly Column[] = [
  ['Delivery assurance', (line, shown) => assuranceIn(line, shown)?.level ?? null, 16],
  ['Missing of it', (line, shown) => assuranceIn(line, shown)?.missing.join('; ') ?? null, 60],
  ['Commentary', storyIn, 60],
]

const allColumns: readonly Column[] = [
  ['Reference', ({ standing }) => standing.indicator.reference],
  ['Indicator', ({ standing }) => standing.indicator.title, 48],
  [
    'Themes',
    (line, { themes }) =>
      themesWith(line, themes)
        .map(({ title }) => title)
        .join('; '),
    28,
  ],
  ['Outcomes', (line, { themes }) => outcomesWith(line, themes).join('; '), 28],
  ['Lead', ({ standing }) => standing.lead, 26],
  ['Lead group', ({ standing }) => standing.group, 26],
  ['Area', ({ standing }, { areas }) => areas.find(({ id }) => id === standing.areaId)?.name ?? null, 16],
  ['Area code', ({ standing }, { areas }) => areas.find(({ id }) => id === standing.areaId)?.code ?? null],
  ['Unit', ({ standing: { indicator } }) => unitWords(indicator) ?? unitsOfType[indicator.valueType] ?? null, 18],
  ['Better', ({ standing }) => standing.indicator.polarity],
  ['Target', ({ standing, assessment }) => shownAs(standing, assessment.target?.value)],
  ['Target from', ({ standing, assessment }) => shownAs(standing, assessment.target?.low)],
  ['Target to', ({ standing, assessment }) => shownAs(standing, assessment.target?.high)],
  ['Target kind', ({ assessment }) => assessment.target?.kind ?? null],
  ['Target period', ({ assessment }) => assessment.target && periodLabel(assessment.target, null), 18],
  ['Actual', ({ standing, assessment }) => shownAs(standing, assessment.return?.value)],
  [
    'Status',
    ({ assessment: { return: held } }) => (held?.workedOutFrom === undefined ? (held?.absence ?? held?.status ?? null) : flagOf(held)),
  ],
  ['Period', ({ standing, assessment }) => assessment.period && periodLabel(assessment.period, standing.indicator.frequency), 18],
  ['Period starts', ({ assessment }) => dated(assessment.period?.startsOn)],
  ['Period ends', ({ assessment }) => dated(assessment.period?.endsOn)],
  ['Judgement', ({ assessment }) => (assessment.kind === 'judged' ? assessment.scheme.words[assessment.band] : null), 16],
  ['Computed judgement', ({ assessment }) => (assessment.kind === 'judged' ? assessment.scheme.words[assessment.computed] : null), 16],
  ['Reason for another judgement', ({ assessment }) => (assessment.kind === 'judged' ? (assessment.override?.reason ?? null) : null), 40],
  ['Why not judged', ({ assessment }) => (assessment.kind === 'unjudged' ? stateWords[assessment.state] : null), 16],
  ['Proxy', (line, shown) => inPlaceOf(line, shown).proxy?.name ?? null, 30],
  ['Judgement of the proxy', (line, shown) => inPlaceOf(line, shown).proxy?.verdict.words.toLowerCase() ?? null, 16],
  ['Meanwhile', (line, shown) => inPlaceOf(line, shown).meanwhile, 60],
  ...besideColumns,
  ['Working', ({ assessment }) => why(assessment), 80],
  ['Process control', ({ reading, assessment }) => changeIn(reading, assessment.return), 16],
  ...travelColumns('short', 'on the period before'),
  ...travelColumns('long', 'on the same period last year'),
]

const assuranceIn = ({ standing }: ReadLine, { beside }: Shown) => beside?.assurance(standing.indicator.id) ?? null

function storyIn({ standing, assessment: { period } }: ReadLine, { beside, areaId }: Shown): Cell {
  if (beside === null || period === null || standing.areaId !== areaId) return null
  return beside.story(standing.indicator.id, period)?.text ?? null
}

/** The file has all places of a number; a spreadsheet shows as many as the page does. */
const shownAs = ({ indicator: { decimals } }: Line['standing'], number: Decimal | null | undefined): Cell =>
  number ? { number, decimals } : null

const dated = (day: Day | undefined): Cell => (day === undefined ? null : { day })

/** Whether the figure is a change or no more than chance; nothing where there are too few to tell. */
function changeIn(reading: Reading | null, shown: Return | null): string | null {
  if (reading === null || !isTold(reading) || reading.latest.on !== shown?.endsOn) return null
  return variationWords[kindOf(reading.latest.variation)]
}

/** The change is what the figure went up or down by; the direction is whether that is better. */
function travelColumns(comparison: Comparison, words: string): Column[] {
  const found = ({ standing, assessment, reading }: ReadLine) =>
    travel({ ...standing, return: assessment.return, byChance: byChance(reading, assessment.return) }, comparison)
  return [
    [
      `Direction ${words}`,
      line => {
        const travelled = found(line)
        return travelled.kind === 'comparable' ? directionWords[travelled.direction] : 'not comparable'
      },
      22,
    ],
    [
      `Change ${words}`,
      line => {
        const travelled = found(line)
        return travelled.kind === 'comparable' ? shownAs(line.standing, travelled.change) : null
      },
      18,
    ],
  ]
}

const unitsOfType: Readonly<Record<string, string>> = { percentage: '%', money: '£' }

const serves = ({ standing }: Line, { outcomes }: Theme) => outcomes.filter(({ indicatorIds }) => indicatorIds.has(standing.indicator.id))

const themesWith = (line: Line, themes: readonly Theme[]): readonly Theme[] => themes.filter(theme => serves(line, theme).length > 0)

const outcomesWith = (line: Line, themes: readonly Theme[]): readonly string[] =>
  themes.flatMap(theme => serves(line, theme).map(({ title }) => title))
