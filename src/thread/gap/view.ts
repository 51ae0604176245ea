import { dayLabel } from '../../kernel/day.ts'
import type { Table } from '../../kernel/table.ts'
import type { Facts } from './facts.ts'
import { countOf, type FoundKind, type Gap, gapKinds, isCounted, type Narrowed, type NextStep } from './gap.ts'
import type { CountedDay } from './trend.ts'

type Listed = {
  readonly facts: Facts
  readonly found: readonly FoundKind[]
  readonly narrowed: Narrowed
  readonly days: readonly CountedDay[]
}

export function listView({ facts, found, narrowed, days }: Listed) {
  const query = queryOf(narrowed)
  const row = ({ name, title, sentence, gaps }: FoundKind) => ({ title, sentence, count: gaps.length, href: `gaps/${name}${query}` })
  const counted = found.filter(isCounted)
  return {
    title: 'Gaps',
    total: countOf(found),
    kinds: counted.filter(({ gaps }) => gaps.length > 0).map(row),
    beside: found.filter(kind => !isCounted(kind) && kind.gaps.length > 0).map(row),
    settled: counted.filter(({ gaps }) => gaps.length === 0).map(({ none }) => none),
    filters: filtersView(facts, narrowed),
    isNarrowed: query !== '',
    csvHref: `gaps.csv${query}`,
    trend: query === '' ? trendView(days) : null,
  }
}

export const queryOf = ({ groupId, themeId }: Narrowed): string => {
  const asked = new URLSearchParams([
    ...(groupId === null ? [] : [['group', String(groupId)]]),
    ...(themeId === null ? [] : [['theme', String(themeId)]]),
  ]).toString()
  return asked === '' ? '' : `?${asked}`
}

export function filtersView({ groups, outcomes }: Facts, { groupId, themeId }: Narrowed) {
  const themes = [...new Map(outcomes.map(each => [each.themeId, each.theme]))]
  const choice = (id: number, text: string, chosen: number | null) => ({ value: String(id), text, selected: id === chosen })
  return {
    groups: [{ value: '', text: 'All groups', selected: groupId === null }, ...groups.map(({ id, name }) => choice(id, name, groupId))],
    themes: [{ value: '', text: 'All themes', selected: themeId === null }, ...themes.map(([id, theme]) => choice(id, theme, themeId))],
  }
}

/** Of the whole partnership, as everybody who takes part sees it. Null without a day that was counted. */
function trendView(days: readonly CountedDay[]) {
  const counted = gapKinds.filter(isCounted)
  const totals = days.map(({ onDay, counts }) => ({
    onDay,
    total: counted.reduce((sum, { name }) => sum + (counts.get(name) ?? 0), 0),
  }))
  const [first, last] = [totals[0], totals.at(-1)]
  if (first === undefined || last === undefined) return { first: true as const }
  const chart = {
    id: 'gaps-trend',
    title: 'Gaps over time',
    description: `${first.total} on ${dayLabel(first.onDay)}, ${last.total} on ${dayLabel(last.onDay)}`,
    caption: 'Gaps in the thread; fewer is better',
    decimals: 0,
    unit: { prefix: '', suffix: '' },
    series: [
      {
        name: 'Gaps',
        points: totals.map(({ onDay, total }) => ({
          on: onDay,
          label: dayLabel(onDay),
          value: total,
          shown: String(total),
          mark: 'dot' as const,
          provisional: false,
        })),
      },
    ],
    steps: [],
    words: { target: 'Target', provisional: 'Provisional' },
    among: [0],
  }
  return {
    first: false as const,
    sentence: trendWords(first, last),
    chart: totals.length > 1 ? chart : null,
    days: days.map(({ onDay }) => dayLabel(onDay)),
    rows: counted
      .map(({ name, title }) => ({ title, counts: days.map(({ counts }) => counts.get(name) ?? 0) }))
      .filter(({ counts }) => counts.some(count => count > 0)),
    totals: totals.map(({ total }) => total),
  }
}

type Total = { readonly onDay: CountedDay['onDay']; readonly total: number }
function trendWords(first: Total, last: Total): string {
  if (first === last)
    return `${last.total} were counted on ${dayLabel(last.onDay)}. What becomes of them is shown once another day was counted.`
  const change = last.total - first.total
  const compared = change === 0 ? 'as many as' : `${Math.abs(change)} ${change > 0 ? 'more' : 'fewer'} than`
  return `${last.total} on ${dayLabel(last.onDay)}, ${compared} on ${dayLabel(first.onDay)}.`
}

type Shown = {
  readonly facts: Facts
  readonly kind: FoundKind
  readonly gaps: readonly Gap[]
  readonly narrowed: Narrowed
  readonly isOpen: (next: NextStep) => boolean
}
export function kindView({ facts, kind, gaps, narrowed, isOpen }: Shown) {
  const query = queryOf(narrowed)
  return {
    title: kind.title,
    breadcrumbs: [{ text: 'Gaps', href: `gaps${query}` }],
    sentence: kind.sentence,
    empty: query === '' ? kind.none : 'There is none like that here.',
    action: `gaps/${kind.name}`,
    filters: filtersView(facts, narrowed),
    isNarrowed: query !== '',
    count: kind.gaps.length,
    csvHref: `gaps.csv?kind=${kind.name}${query.replace('?', '&')}`,
    rows: gaps.map(({ reference, title, href, note, groupIds, next }) => ({
      reference,
      title,
      href,
      note,
      groups: groupNames(facts, groupIds),
      next: { text: next.text, href: isOpen(next) ? next.href : null },
    })),
  }
}

const groupNames = ({ groups }: Facts, groupIds: readonly number[]): string[] =>
  groups.filter(({ id }) => groupIds.includes(id)).map(({ name }) => name)

export function gapsTable(facts: Facts, found: readonly FoundKind[]): Table {
  const themes = new Map(facts.outcomes.map(({ themeId, theme }) => [themeId, theme]))
  const columns: readonly (readonly [heading: string, width: number, cell: (gap: Gap, kind: FoundKind) => string | null])[] = [
    ['Gap', 40, (_, { title }) => title],
    ['Reference', 18, ({ reference }) => reference || null],
    ['What it is about', 60, ({ title }) => title],
    ['Note', 40, ({ note }) => note || null],
    ['Groups', 40, ({ groupIds }) => groupNames(facts, groupIds).join('; ') || null],
    ['Themes', 40, ({ themeIds }) => themeIds.flatMap(id => themes.get(id) ?? []).join('; ') || null],
    ['Counted', 10, (_, kind) => (isCounted(kind) ? 'yes' : 'no')],
    ['Next step', 40, ({ next }) => next.text],
  ]
  return {
    title: 'Gaps',
    columns: columns.map(([heading, width]) => ({ heading, width })),
    rows: found.flatMap(kind => kind.gaps.map(gap => columns.map(([, , cell]) => cell(gap, kind)))),
  }
}
