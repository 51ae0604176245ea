import { monthName } from '../../kernel/day.ts'
import { toMeetings } from '../meeting/frame.ts'
import { dayKinds, type GroupToMeet } from '../meeting/meeting.ts'
import type { Row } from './row.ts'

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const ordinalNames = { '1': 'First', '2': 'Second', '3': 'Third', '4': 'Fourth', last: 'Last' } as const
const kindNames = {
  monthly: 'On a day of the month, such as the third Friday',
  weeks: 'Every so many weeks',
  dates: 'On these days',
} as const
const dayKindNames = { fixed: 'fixed', provisional: 'provisional', month: 'only the month' } as const

export function yearView(groups: readonly GroupToMeet[], fields: Readonly<Record<string, string>>, skips: readonly string[]) {
  const of = (name: string) => fields[name] ?? ''
  const options = <Value extends string>(names: Readonly<Record<Value, string>>, field: string, order: readonly Value[]) =>
    order.map(value => ({ value, text: names[value], selected: of(field) === value, checked: of(field) === value }))
  return {
    title: 'Plan a year of meetings',
    groups: [
      { value: '', text: 'Select a group', selected: of('groupId') === '' },
      ...groups.map(({ id, name }) => ({ value: String(id), text: name, selected: String(id) === of('groupId') })),
    ],
    kinds: options(kindNames, 'kind', ['monthly', 'weeks', 'dates']),
    ordinals: options(ordinalNames, 'ordinal', ['1', '2', '3', '4', 'last']),
    weekdays: weekdays.map((name, at) => ({ value: String(at + 1), text: name, selected: of('weekday') === String(at + 1) })),
    months: Array.from({ length: 12 }, (_, at) => ({
      value: String(at + 1),
      text: monthName(at + 1),
      checked: skips.includes(String(at + 1)),
    })),
    fields: Object.fromEntries(
      ['everyMonths', 'everyWeeks', 'from', 'until', 'dates', 'startsAt', 'endsAt', 'venue'].map(name => [name, of(name)]),
    ),
    breadcrumbs: toMeetings,
  }
}

export type ShownRow = Row & { readonly warnings: readonly string[]; readonly weekday: string }

export function previewView(group: Pick<GroupToMeet, 'id' | 'name'>, rows: readonly ShownRow[]) {
  const warned = rows.filter(({ warnings }) => warnings.length > 0).length
  return {
    title: `Meetings of ${group.name}: look before you save`,
    groupId: group.id,
    summary: `${rows.length === 1 ? '1 meeting' : `${rows.length} meetings`}. ${
      warned === 0 ? 'Nothing speaks against these days.' : warned === 1 ? 'Look at one of them again.' : `Look at ${warned} of them again.`
    } Nothing is saved yet.`,
    rows: rows.map((row, at) => ({
      ...row,
      number: at + 1,
      dayKinds: dayKinds.map(value => ({ value, text: dayKindNames[value], selected: value === row.dayKnown })),
    })),
    back: `meetings/year?group=${group.id}`,
    breadcrumbs: [...toMeetings, { text: 'Plan a year of meetings', href: `meetings/year?group=${group.id}` }],
  }
}
