import type { Table } from '../../kernel/table.ts'
import { addressOf, type Facts } from '../gap/facts.ts'
import type { Narrowed } from '../gap/gap.ts'
import { filtersView, queryOf } from '../gap/view.ts'
import { type CrossCutting, crossCuttingIn } from './cross-cutting.ts'

/** A group has its own, and those that matter to it. */
const meant = (facts: Facts, { groupId, themeId }: Narrowed): CrossCutting[] =>
  crossCuttingIn(facts).filter(
    ({ action, others, themes }) =>
      (groupId === null || action.groupId === groupId || others.some(({ id }) => id === groupId)) &&
      (themeId === null || themes.some(({ id }) => id === themeId)),
  )

export function listView(facts: Facts, narrowed: Narrowed) {
  const query = queryOf(narrowed)
  return {
    title: 'Cross-cutting actions',
    filters: filtersView(facts, narrowed),
    isNarrowed: query !== '',
    csvHref: `cross-cutting.csv${query}`,
    rows: meant(facts, narrowed).map(({ action, group, indicators, themes, others }) => ({
      reference: action.reference,
      title: action.title,
      href: addressOf(action),
      isProposed: action.state === 'proposed',
      group: group?.name ?? '–',
      themes: themes.map(({ title }) => title),
      indicators: indicators.map(({ id, reference, title }) => ({
        text: reference === '' ? title : reference,
        title,
        href: `indicators/${id}`,
      })),
      others: others.map(({ id, name }) => ({ name, href: `groups/${id}` })),
    })),
  }
}

export function crossCuttingTable(facts: Facts, narrowed: Narrowed): Table {
  const columns: readonly (readonly [heading: string, width: number, cell: (row: CrossCutting) => string])[] = [
    ['Reference', 20, ({ action }) => action.reference],
    ['Action', 60, ({ action }) => action.title],
    ['Group', 30, ({ group }) => group?.name ?? ''],
    ['Themes', 40, ({ themes }) => themes.map(({ title }) => title).join('; ')],
    ['Indicators', 30, ({ indicators }) => indicators.map(({ reference, title }) => reference || title).join('; ')],
    ['Matters to', 40, ({ others }) => others.map(({ name }) => name).join('; ')],
  ]
  return {
    title: 'Cross-cutting actions',
    columns: columns.map(([heading, width]) => ({ heading, width })),
    rows: meant(facts, narrowed).map(row => columns.map(([, , cell]) => cell(row))),
  }
}
