import { csv } from '../../kernel/csv.ts'
import { type Day, dayLabel } from '../../kernel/day.ts'
import { type Period, periodCode, periodLabel } from '../../kernel/period.ts'
import type { Cell as TableCell } from '../../kernel/table.ts'
import type { Area } from '../../partnership/index.ts'
import type { Agreement } from '../agreement/agreement.ts'
import type { Indicator, ThemeId } from '../indicator/indicator.ts'
import { stateWords } from '../judgement/judgement.ts'
import { bandsOf, lookOf } from '../scheme/scheme.ts'
import type { PeriodChoice } from '../scorecard/period-choice.ts'
import type { Theme } from '../scorecard/scorecard.ts'
import { indicatorAddress, yearsOf } from '../scorecard/view.ts'
import { plainName } from '../standing/file-name.ts'
import { cellFigure, flagOf, sentenceCase, unitWords, verdictOf } from '../standing/glance.ts'
import type { Chosen } from '../standing/standing.ts'
import { type Cell, type HeatTable, type Hotspots, hotspots, mostAcross, type Row, rowsFrom } from './heat-table.ts'

export type Asked = {
  readonly agreements: readonly Agreement[]
  readonly agreement: Agreement
  readonly areas: readonly Area[]
  /** The whole. */
  readonly areaId: Area['id']
  readonly themes: readonly Theme[]
  readonly theme: ThemeId | 'none' | null
  readonly chosen: Chosen
  readonly periods: PeriodChoice
  readonly table: HeatTable
  readonly today: Day
}

export function heatTableView(asked: Asked, rows: { readonly before: number; readonly count: number }) {
  const { agreement, areaId, chosen, table } = asked
  const { scheme } = agreement
  const heat = hotspots(table)
  const shown = rowsFrom(table.blocks, rows.before, rows.count)
  return {
    title: 'Heat table',
    wide: true,
    agreement: { title: agreement.title, years: yearsOf(agreement) },
    whole: nameIn(asked, areaId),
    when: chosen === null ? 'Latest value of each indicator' : periodLabel(chosen, null),
    today: dayLabel(asked.today),
    choices: choicesOf(asked),
    breadcrumbs: [{ text: 'Scorecard', href: scorecardAddress(asked) }],
    hasParts: table.areaIds.length > 1,
    sentences: hotspotSentences(heat, asked),
    key: bandsOf(scheme).map(band => ({ name: lookOf(scheme, band), words: sentenceCase(scheme.words[band]) })),
    hasEnds: shown.some(block => block.rows.some(row => row.cells.some(cell => cell?.end != null))),
    areas: table.areaIds.map((id, at) => ({ name: nameIn(asked, id), isWhole: at === 0 })),
    totals: heat.areas.map(({ off, judged }) => (judged === 0 ? null : { off, judged })),
    offTarget: { name: lookOf(scheme, 'off-target'), words: sentenceCase(scheme.words['off-target']) },
    blocks: shown.map(block => ({
      id: block.theme === null ? 'no-theme' : `theme-${block.theme.id}`,
      title: block.theme?.title ?? 'Not under an outcome',
      rows: block.rows.map(row => rowView(row, asked)),
    })),
    areasLeftOut: table.areasLeftOut === 0 ? null : { count: table.areasLeftOut, shown: mostAcross },
    rowsLeftOut: table.rowsLeftOut,
    byAreaHref: `scorecard?by=area${chosen === null ? '' : `&period=${periodCode(chosen)}`}`,
    csvHref: addressOf(asked, 'scorecard/heat.csv'),
  }
}

const nameIn = ({ areas }: Asked, areaId: Area['id']): string => areas.find(({ id }) => id === areaId)?.name ?? ''

/** What was chosen, so that it can be kept. */
export function addressOf({ agreements, agreement, areaId, theme, chosen }: Asked, path = 'scorecard/heat'): string {
  const query = [
    agreements.length > 1 ? `agreement=${agreement.id}` : '',
    chosen === null ? '' : `period=${periodCode(chosen)}`,
    areaId === agreement.areaId ? '' : `area=${areaId}`,
    theme === null ? '' : `theme=${theme}`,
  ].filter(part => part !== '')
  return query.length === 0 ? path : `${path}?${query.join('&')}`
}

const scorecardAddress = (asked: Asked): string => addressOf(asked, 'scorecard')

function choicesOf({ agreements, agreement, areas, areaId, themes, theme, chosen, periods }: Asked) {
  const code = chosen && periodCode(chosen)
  const option = (period: Period) => ({ value: periodCode(period), text: periodLabel(period, null), selected: periodCode(period) === code })
  const isListed = [...periods.years, ...periods.quarters].some(period => periodCode(period) === code)
  const wholes = new Set([areaId, agreement.areaId, ...areas.flatMap(({ parentId }) => parentId ?? [])])
  return {
    agreements:
      agreements.length < 2
        ? []
        : agreements.map(each => ({ value: each.id, text: `${each.title}, ${yearsOf(each)}`, selected: each.id === agreement.id })),
    otherPeriod: chosen !== null && !isListed ? option(chosen) : null,
    years: periods.years.map(option),
    quarters: periods.quarters.map(option),
    wholes: areas.filter(({ id }) => wholes.has(id)).map(({ id, name }) => ({ value: id, text: name, selected: id === areaId })),
    themes: themes.map(({ id, title }) => ({ value: id, text: title, selected: id === theme })),
  }
}

/** Where it is hottest, in words: what the colours say to whoever sees them. */
function hotspotSentences({ areas: heat, hottest, indicators }: Hotspots, asked: Asked): string[] {
  const word = asked.agreement.scheme.words['off-target']
  const named = hottest.flatMap(at => {
    const [areaId, its] = [asked.table.areaIds[at], heat[at]]
    return areaId === undefined || its === undefined ? [] : [`${nameIn(asked, areaId)} (${its.off} of ${its.judged} judged)`]
  })
  const judged = heat.slice(1).some(each => each.judged > 0)
  const where = named.length > 0 ? [`Most ${word}: ${listed(named)}.`] : judged ? [`None of the areas is ${word} in anything.`] : []
  const widespread = indicators
    .slice(0, 3)
    .map(each => `${each.indicator.reference ?? each.indicator.title} (${each.off} of ${each.judged})`)
  return [...where, ...(widespread.length === 0 ? [] : [`Most widely ${word}: ${listed(widespread)}.`])]
}

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`

function rowView({ indicator, period, cells }: Row, asked: Asked) {
  return {
    reference: indicator.reference,
    title: indicator.title,
    unit: unitWords(indicator),
    period: period && periodLabel(period, indicator.frequency),
    href: indicatorAddress(indicator.id, asked.chosen, null),
    cells: cells.map((cell, at) => ({ isWhole: at === 0, ...(cell === null ? { figure: null } : cellView(cell, period, asked)) })),
  }
}

const endWords = { lowest: 'among the lowest', highest: 'among the highest' } as const

function cellView({ assessment, standing: { indicator, areaId }, end }: Cell, period: Period | null, { chosen, agreement }: Asked) {
  const { return: held } = assessment
  const verdict = verdictOf(assessment)
  return {
    href: indicatorAddress(indicator.id, chosen, areaId === agreement.areaId ? null : areaId),
    figure: held?.value ? cellFigure(held.value, indicator) : verdict.words,
    words: held?.value ? [verdict.words, ...(end === null ? [] : [endWords[end]])].join(', ') : null,
    mark: verdict.name,
    end,
    flag: held?.value ? flagOf(held) : null,
    period: held !== null && period !== null && held.endsOn !== period.endsOn ? periodLabel(held, indicator.frequency) : null,
  }
}

export const heatTableName = ({ agreement, chosen }: Asked): string =>
  `heat-table-${plainName(`${agreement.title} ${chosen === null ? 'latest' : periodCode(chosen)}`)}`

/** Three columns for each area, exact figures. An indicator stands once, with its themes. */
export function heatTableCsv(asked: Asked): string {
  const { areaIds, blocks } = asked.table
  const heads = areaIds.map(id => nameIn(asked, id))
  const rows = new Map(blocks.flatMap(block => block.rows.map(row => [row.indicator.id, row])))
  const themesWith = (id: Indicator['id']) =>
    blocks.flatMap(({ theme, rows: its }) => (theme !== null && its.some(({ indicator }) => indicator.id === id) ? [theme.title] : []))
  return csv([
    ['Reference', 'Indicator', 'Themes', 'Unit', 'Better', ...heads.flatMap(name => [name, `${name}: judgement`, `${name}: period`])],
    ...[...rows.values()].map(({ indicator, cells }) => [
      indicator.reference,
      indicator.title,
      themesWith(indicator.id).join('; '),
      unitWords(indicator) ?? { percentage: '%', money: '£', number: null, rate: null, days: null, ratio: null }[indicator.valueType],
      indicator.polarity,
      ...cells.flatMap((cell): TableCell[] => {
        if (cell === null) return [null, null, null]
        const { assessment } = cell
        return [
          assessment.return?.value ?? null,
          assessment.kind === 'judged' ? assessment.scheme.words[assessment.band] : stateWords[assessment.state],
          assessment.return && periodLabel(assessment.return, indicator.frequency),
        ]
      }),
    ]),
  ])
}
