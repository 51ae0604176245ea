import { csv } from '../../kernel/csv.ts'
import type { Day } from '../../kernel/day.ts'
import type { Cell, Table } from '../../kernel/table.ts'
import type { Named } from '../../partnership/index.ts'
import { actionSources, actionStateNames, progressNames, sourceNames } from '../action/action.ts'
import { ownersInWords } from '../action/owner.ts'
import type { ActionRecord, GroupChoice } from '../action/record.ts'
import { actionRow } from '../action/view.ts'
import { isNarrowed, type Sorting, type Stand, sortNames, standNames, type Wanted, type Whose, whoseNames } from './register.ts'

export type Listed = {
  readonly wanted: Wanted
  readonly typed: string
  readonly records: readonly ActionRecord[]
  readonly sitting: readonly Named[]
  /** What is to be said of those that serve several themes. */
  readonly crossCutting: ReadonlyMap<number, string>
  readonly total: number
  readonly overdue: number
  readonly groups: readonly GroupChoice[]
  readonly mayAdd: boolean
  readonly query: string
}

export function registerView({ wanted, typed, records, sitting, crossCutting, total, overdue, groups, mayAdd, query }: Listed, today: Day) {
  const title = { all: 'Actions', mine: 'My actions', organisation: 'My organisation’s actions' }[wanted.whose]
  return {
    title,
    text: typed,
    turns: Object.entries(whoseNames).map(([value, text]) => ({
      text,
      href: value === 'all' ? 'actions' : `actions?whose=${value}`,
      current: value === wanted.whose,
    })),
    whose: wanted.whose === 'all' ? '' : wanted.whose,
    isNarrowed: isNarrowed({ ...wanted, whose: 'all' }),
    allHref: wanted.whose === 'all' ? 'actions' : `actions?whose=${wanted.whose}`,
    states: chosen<Stand>(standNames, wanted.stand),
    sorts: chosen<Sorting>(sortNames, wanted.sort),
    groups: [
      { value: '', text: 'All groups', selected: wanted.groupId === null },
      ...groups.map(({ id, name }) => ({ value: String(id), text: name, selected: id === wanted.groupId })),
    ],
    sources: [
      { value: '', text: 'Anywhere', selected: wanted.source === null },
      ...actionSources.map(value => ({ value, text: sourceNames[value], selected: value === wanted.source })),
    ],
    count: `${total === 1 ? '1 action' : `${total} actions`}${overdue > 0 && wanted.stand === 'open' ? `, ${overdue} overdue` : ''}`,
    actions: records.map(record => ({ ...actionRow(record, sitting, today), crossCutting: crossCutting.get(record.id) ?? '' })),
    mayAdd,
    addHref: wanted.groupId === null ? 'actions/new' : `actions/new?group=${wanted.groupId}`,
    files: (['csv', 'xlsx', 'ods'] as const).map(form => ({
      text: form.toUpperCase(),
      href: `actions.${form}${query === '' ? '' : `?${query}`}`,
    })),
    empty: emptyWords(wanted.whose, wanted.stand),
  }
}

const chosen = <Name extends string>(names: Readonly<Record<Name, string>>, current: Name) =>
  (Object.keys(names) as Name[]).map(value => ({ value, text: names[value], selected: value === current }))

const emptyWords = (whose: Whose, stand: Stand): string =>
  stand !== 'open' && stand !== 'overdue'
    ? 'There are none like that.'
    : whose === 'all'
      ? 'No action is open.'
      : whose === 'mine'
        ? 'Nothing is asked of you.'
        : 'Nothing is asked of your organisation.'

const columns: readonly (readonly [heading: string, width: number, cell: (record: ActionRecord, sitting: readonly Named[]) => Cell])[] = [
  ['Reference', 18, ({ reference }) => reference],
  ['Number in the minutes', 12, ({ carriedAs }) => carriedAs || null],
  ['Action', 60, ({ text }) => text],
  ['Owners', 36, (record, sitting) => ownersInWords(record.owners, sitting, record.ownersAsTyped).join('; ')],
  ['Group', 30, ({ group }) => group],
  ['From', 18, ({ source }) => sourceNames[source]],
  ['Agreed', 12, ({ sourceDay }) => ({ day: sourceDay })],
  ['Due', 12, ({ dueOn }) => (dueOn === null ? null : { day: dueOn })],
  ['Due, as typed', 18, ({ dueAsTyped }) => dueAsTyped || null],
  ['Times moved', 10, ({ moves }) => moves],
  ['State', 20, ({ state }) => actionStateNames[state]],
  ['How far', 14, ({ state, progress }) => (state === 'open' ? progressNames[progress] : null)],
  ['Outcome', 60, ({ outcome }) => outcome || null],
  ['Ended', 12, ({ endedOn }) => (endedOn === null ? null : { day: endedOn })],
  ['Confidential', 12, ({ isConfidential }) => (isConfidential ? 'yes' : null)],
]

export const registerTable = (
  records: readonly ActionRecord[],
  sitting: readonly Named[],
  today: Day,
): Table & { readonly name: string } => ({
  name: `actions-${today}`,
  title: 'Actions',
  columns: columns.map(([heading, width]) => ({ heading, width })),
  rows: records.map(record => columns.map(([, , cell]) => cell(record, sitting))),
})

export const registerCsv = (table: Table): string => csv([table.columns.map(({ heading }) => heading), ...table.rows])
