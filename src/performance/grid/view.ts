import { type Period, periodCode, periodLabel } from '../../kernel/period.ts'
import type { Problem } from '../../kernel/ruling.ts'
import type { Area } from '../../partnership/index.ts'
import type { Agreement } from '../agreement/agreement.ts'
import { type Place, statuses, statusNames } from '../data-return/data-return.ts'
import type { Indicator } from '../indicator/indicator.ts'
import { frequencyWords } from '../indicator/words.ts'
import type { PeriodChoice } from '../scorecard/period-choice.ts'
import type { Theme } from '../scorecard/scorecard.ts'
import { unitWords } from '../standing/glance.ts'
import { kindNames, targetKinds } from '../target/target.ts'
import { cellId, type Meaning, meanings, type Sign } from './grid.ts'
import { type Asked, placeOf, type Table } from './layout.ts'

export type Grid = {
  readonly agreement: Agreement
  readonly asked: Asked
  readonly tables: readonly Table[]
  readonly outside: readonly Indicator[]
  readonly themes: readonly Theme[]
  readonly areas: readonly { readonly area: Area; readonly depth: number }[]
  readonly periods: PeriodChoice
  /** How many areas have no room. */
  readonly areasLeftOut: number
  readonly maySetTargets: boolean
}

/** What is in a cell: on record now, and what somebody typed instead. */
export type Contents = {
  readonly now: (id: string) => string
  readonly note: (id: string) => string
  readonly typed: (id: string) => string | null
  readonly isLocked: (place: Place) => boolean
}

export type Said = {
  readonly status: string
  readonly reason: string
  readonly replacesFinal: boolean
  readonly signs: readonly Sign[]
  readonly meanings: Readonly<Record<string, Meaning>>
}

export const nothingSaid: Said = { status: 'final', reason: '', replacesFinal: false, signs: [], meanings: {} }

export function gridView(grid: Grid, contents: Contents, said: Said, problems: readonly Problem[], paging: object | null, number: number) {
  const { agreement, asked, tables } = grid
  const isOfTargets = asked.what === 'targets'
  const inField = new Map(problems.flatMap(({ field, text }) => (field === undefined ? [] : [[field, text] as const])))
  const seen: Record<string, string> = {}
  const shown = tables.map(({ frequency, period, columns, indicators }) => ({
    id: `table-${frequency}`,
    title: `${frequencyWords[frequency]}${period === null ? '' : `: ${period}`}`,
    columns: columns.map(({ id, label }) => ({ id, label })),
    rows: indicators.map(indicator => ({
      id: `row-${indicator.id}`,
      reference: indicator.reference,
      title: indicator.title,
      href: `indicators/${indicator.id}/${asked.what}`,
      unit: unitWords(indicator),
      cells: columns.map(column => {
        const place = placeOf(indicator, column)
        const id = cellId(place)
        seen[id] = contents.now(id)
        return {
          id,
          labelledBy: `row-${indicator.id} ${column.id}`,
          label: column.label,
          value: contents.typed(id) ?? contents.now(id),
          note: contents.note(id),
          problem: inField.get(id) ?? null,
          isLocked: contents.isLocked(place) && !inField.has(id),
        }
      }),
    })),
  }))
  return {
    title: isOfTargets ? 'Type or paste targets' : 'Type or paste returns',
    caption: agreement.title,
    breadcrumbs: [
      { text: 'Agreements', href: 'agreements' },
      { text: agreement.title, href: `agreements/${agreement.id}` },
    ],
    wide: true,
    isOfTargets,
    spanLabel: periodLabel(asked.span, null),
    closingHref: `closings/${agreement.id}/${periodCode(asked.span)}`,
    action: `agreements/${agreement.id}/grid?${questionOf(asked)}${number > 1 ? `&page=${number}` : ''}`,
    here: `agreements/${agreement.id}/grid`,
    choices: choicesOf(grid),
    tables: shown,
    seen: JSON.stringify(seen),
    marked: [...inField.keys()].filter(field => field.startsWith('cell-')).length,
    outside: grid.outside.map(({ id, reference, title }) => ({
      href: `indicators/${id}/${asked.what}/new`,
      text: reference === null ? title : `${reference} ${title}`,
    })),
    areasLeftOut: grid.areasLeftOut,
    statuses: statuses.toReversed().map(value => ({ value, text: statusNames[value], checked: value === said.status })),
    reason: said.reason,
    asksReplace: inField.has('replacesFinal') || said.replacesFinal,
    replacesFinal: said.replacesFinal,
    signs: said.signs.map(({ sign, likely }, at) => ({
      sign,
      name: `sign-${at}`,
      id: `meaning-${at}`,
      items: meanings.map(value => ({ value, text: meaningWords[value], checked: value === (said.meanings[sign] ?? likely) })),
    })),
    pages: paging,
  }
}

const meaningWords: Readonly<Record<Meaning, string>> = {
  suppressed: 'Suppressed',
  'not-published': 'Not published yet',
  'not-applicable': 'Not applicable',
  blank: 'Nothing: leave the cell empty',
}

export function questionOf({ what, by, span, themeId, kind, areaId }: Asked): string {
  const parts = { of: what, by, span: periodCode(span), theme: themeId ?? '', area: areaId, ...(what === 'targets' && { kind }) }
  return Object.entries(parts)
    .map(([name, value]) => `${name}=${value}`)
    .join('&')
}

function choicesOf({ maySetTargets, asked, themes, areas, periods }: Grid) {
  const chosen = periodCode(asked.span)
  const span = (period: Period) => ({ value: periodCode(period), text: periodLabel(period, null), selected: periodCode(period) === chosen })
  const listed = [...periods.quarters, ...periods.years].map(span)
  return {
    what: [
      { value: 'returns', text: 'Returns', selected: asked.what === 'returns' },
      ...(maySetTargets ? [{ value: 'targets', text: 'Targets', selected: asked.what === 'targets' }] : []),
    ],
    by: [
      { value: 'period', text: 'Periods', selected: asked.by === 'period' },
      { value: 'area', text: 'Areas', selected: asked.by === 'area' },
    ],
    spans: listed.some(({ selected }) => selected) ? listed : [span(asked.span), ...listed],
    themes: [
      { value: '', text: 'All themes', selected: asked.themeId === null },
      ...themes.map(({ id, title }) => ({ value: String(id), text: title, selected: id === asked.themeId })),
    ],
    areas: areas.map(({ area, depth }) => ({
      value: String(area.id),
      text: `${'– '.repeat(depth)}${area.name}`,
      selected: area.id === asked.areaId,
    })),
    kinds: asked.what === 'targets' ? targetKinds.map(value => ({ value, text: kindNames[value], selected: value === asked.kind })) : [],
  }
}
