/** The scorecard as shown, for a spreadsheet: each indicator once, numbers with all their places, periods as days and as they are called. */
import { type Cell, csv } from '../../kernel/csv.ts'
import { periodCode, periodLabel } from '../../kernel/period.ts'
import { bandWords, stateWords } from '../judgement/judgement.ts'
import { why } from '../judgement/working.ts'
import { plainName } from '../standing/file-name.ts'
import { unitWords } from '../standing/glance.ts'
import { type Comparison, directionWords, travel } from '../travel/travel.ts'
import { distinct, type Line, scorecard, type Theme, type Turn } from './scorecard.ts'
import type { Shown } from './view.ts'

export function scorecardCsv(shown: Shown): { readonly fileName: string; readonly content: string } {
  const { agreement, themes, lines, filter, chosen, turn } = shown
  const { sections } = scorecard(lines, themes, filter, turn)
  const columns = columnsBy(turn)
  const rows = distinct(sections).map(line => columns.map(([, cell]) => cell(line, shown)))
  const name = `${agreement.title} ${chosen === null ? 'latest' : periodCode(chosen)}${turn === 'theme' ? '' : ` by ${turn}`}`
  return { fileName: `scorecard-${plainName(name)}.csv`, content: csv([columns.map(([heading]) => heading), ...rows]) }
}

/** What it is turned by comes first. */
function columnsBy(turn: Turn): readonly Column[] {
  const first = leading[turn]
  const rank = ([heading]: Column) => (first.includes(heading) ? first.indexOf(heading) : first.length)
  return allColumns.toSorted((a, b) => rank(a) - rank(b))
}

const leading: Readonly<Record<Turn, readonly string[]>> = {
  theme: [],
  outcome: ['Outcomes'],
  lead: ['Lead'],
  area: ['Area', 'Area code'],
  judgement: ['Judgement', 'Why not judged'],
}

type Column = readonly [heading: string, cell: (line: Line, shown: Shown) => Cell]

const allColumns: readonly Column[] = [
  ['Reference', ({ standing }) => standing.indicator.reference],
  ['Indicator', ({ standing }) => standing.indicator.title],
  [
    'Themes',
    (line, { themes }) =>
      themesWith(line, themes)
        .map(({ title }) => title)
        .join('; '),
  ],
  ['Outcomes', (line, { themes }) => outcomesWith(line, themes).join('; ')],
  ['Lead', ({ standing }) => standing.lead],
  ['Area', ({ standing }, { areas }) => areas.find(({ id }) => id === standing.areaId)?.name ?? null],
  ['Area code', ({ standing }, { areas }) => areas.find(({ id }) => id === standing.areaId)?.code ?? null],
  ['Unit', ({ standing: { indicator } }) => unitWords(indicator) ?? unitsOfType[indicator.valueType] ?? null],
  ['Better', ({ standing }) => standing.indicator.polarity],
  ['Target', ({ assessment }) => assessment.target?.value ?? null],
  ['Target from', ({ assessment }) => assessment.target?.low ?? null],
  ['Target to', ({ assessment }) => assessment.target?.high ?? null],
  ['Target kind', ({ assessment }) => assessment.target?.kind ?? null],
  ['Target period', ({ assessment }) => assessment.target && periodLabel(assessment.target, null)],
  ['Actual', ({ assessment }) => assessment.return?.value ?? null],
  ['Status', ({ assessment }) => assessment.return?.absence ?? assessment.return?.status ?? null],
  ['Period', ({ standing, assessment }) => assessment.period && periodLabel(assessment.period, standing.indicator.frequency)],
  ['Period starts', ({ assessment }) => assessment.period?.startsOn ?? null],
  ['Period ends', ({ assessment }) => assessment.period?.endsOn ?? null],
  ['Judgement', ({ assessment }) => (assessment.kind === 'judged' ? bandWords[assessment.band] : null)],
  ['Why not judged', ({ assessment }) => (assessment.kind === 'unjudged' ? stateWords[assessment.state] : null)],
  ['Working', ({ assessment }) => why(assessment)],
  ...travelColumns('short', 'on the period before'),
  ...travelColumns('long', 'on the same period last year'),
]

/** The change is what the figure went up or down by; the direction is whether that is better. */
function travelColumns(comparison: Comparison, words: string): Column[] {
  const found = ({ standing, assessment }: Line) => travel({ ...standing, return: assessment.return }, comparison)
  return [
    [
      `Direction ${words}`,
      line => {
        const travelled = found(line)
        return travelled.kind === 'comparable' ? directionWords[travelled.direction] : 'not comparable'
      },
    ],
    [
      `Change ${words}`,
      line => {
        const travelled = found(line)
        return travelled.kind === 'comparable' ? travelled.change : null
      },
    ],
  ]
}

const unitsOfType: Readonly<Record<string, string>> = { percentage: '%', money: '£' }

const serves = ({ standing }: Line, { outcomes }: Theme) => outcomes.filter(({ indicatorIds }) => indicatorIds.has(standing.indicator.id))

const themesWith = (line: Line, themes: readonly Theme[]): readonly Theme[] => themes.filter(theme => serves(line, theme).length > 0)

const outcomesWith = (line: Line, themes: readonly Theme[]): readonly string[] =>
  themes.flatMap(theme => serves(line, theme).map(({ title }) => title))
