import type { Cell, Table } from '../../kernel/table.ts'
import type { GroupId } from '../../partnership/index.ts'
import { dayWords, type Meeting } from '../meeting/meeting.ts'
import { type Bearers, type ForwardItem, type ForwardPlan, linesOf, purposeNames, purposes, whenText } from './forward-plan.ts'

/** A part of the table: the standing items, one meeting with its items, or what is to be allocated. */
type Part = { readonly place: string; readonly heading: string; readonly meeting: Meeting | null; readonly items: readonly ForwardItem[] }

const partsOf = ({ standing, meetings, toAllocate }: ForwardPlan): readonly Part[] => [
  { place: 'standing', heading: 'Standing items', meeting: null, items: standing },
  ...meetings.map(({ meeting, items }) => ({ place: String(meeting.id), heading: dayWords(meeting), meeting, items })),
  { place: 'none', heading: 'To be allocated', meeting: null, items: toAllocate },
]

/** For `table.njk`: as papers print it. Without standing items, or without any to be allocated, those have no row; a meeting has one in any case. */
export function planTable(plan: ForwardPlan, caption: string) {
  return {
    caption,
    isEmpty: isEmpty(plan),
    parts: partsOf(plan)
      .filter(({ meeting, items }) => meeting !== null || items.length > 0)
      .map(shownPart),
  }
}

const isEmpty = ({ standing, meetings, toAllocate }: ForwardPlan): boolean => standing.length + meetings.length + toAllocate.length === 0

const shownPart = ({ place, heading, meeting, items }: Part) => ({
  place,
  heading,
  href: meeting && `meetings/${meeting.id}`,
  note: meeting === null ? '' : [meeting.title, meeting.state === 'cancelled' ? 'Cancelled' : ''].filter(words => words !== '').join('. '),
  items: items.map(shownItem),
})

const shownItem = (item: ForwardItem) => ({
  id: item.id,
  title: item.title,
  lines: linesOf(item.detail),
  responsible: item.responsible,
  // What most items are for needs no words.
  purpose: item.purpose === 'discuss' ? '' : purposeNames[item.purpose],
  isForDecision: item.purpose === 'decide',
  source: item.source,
})

export const planAddress = (groupId: GroupId): string => `groups/${groupId}/forward-plan`

/** The table in which items are moved. */
export function arrangingTable(plan: ForwardPlan, meetings: readonly Meeting[], address: string) {
  return partsOf(plan).map(part => ({
    ...shownPart(part),
    addHref: `${address}/new?when=${part.place}`,
    items: part.items.map((item, at) => ({
      ...shownItem(item),
      editHref: `${address}/${item.id}/edit`,
      paperHref: `${address}/${item.id}/papers/new`,
      field: whenField(item),
      choices: whenChoices(meetings, whenText(item)),
      isFirst: at === 0,
      isLast: at === part.items.length - 1,
    })),
  }))
}

export const whenField = ({ id }: Pick<ForwardItem, 'id'>): string => `when-${id}`

export const whenChoices = (meetings: readonly Meeting[], chosen: string) =>
  [
    { value: 'standing', text: 'Every meeting' },
    { value: 'none', text: 'To be allocated' },
    ...meetings.map(meeting => ({
      value: String(meeting.id),
      text: `${dayWords(meeting)}${meeting.state === 'cancelled' ? ' (cancelled)' : ''}`,
    })),
  ].map(choice => ({ ...choice, selected: choice.value === chosen }))

/** For the question whether somebody else has moved something meanwhile. */
export const whenFields = (items: readonly ForwardItem[]): Readonly<Record<string, string>> =>
  Object.fromEntries(items.map(item => [whenField(item), whenText(item)]))

export const whenInWords = (items: readonly ForwardItem[], meetings: readonly Meeting[]): Record<string, readonly [string, string]> =>
  Object.fromEntries(
    items.map(item => [
      whenField(item),
      [
        `The meeting of ${item.title}`,
        whenChoices(meetings, whenText(item))
          .find(({ selected }) => selected)
          ?.text.toLowerCase() ?? '',
      ],
    ]),
  )

export const itemFields = (item: ForwardItem): Readonly<Record<string, string>> => ({
  title: item.title,
  detail: item.detail,
  responsible: item.responsible,
  when: whenText(item),
  purpose: item.purpose,
  minutes: item.minutes === null ? '' : String(item.minutes),
  source: item.source,
})

export const itemInWords = (item: ForwardItem, meetings: readonly Meeting[]): Record<string, readonly [string, string]> => ({
  title: ['The item', item.title],
  detail: ['What stands under it', item.detail],
  responsible: ['Who is responsible', item.responsible],
  when: ['The meeting', whenChoices(meetings, whenText(item)).find(({ selected }) => selected)?.text ?? ''],
  purpose: ['What is wanted', purposeNames[item.purpose]],
  minutes: ['The minutes', item.minutes === null ? '' : String(item.minutes)],
  source: ['Where it comes from', item.source],
})

/** What both forms choose from. */
export const choicesView = (fields: Readonly<Record<string, string>>, meetings: readonly Meeting[], { people, seats }: Bearers) => ({
  meetings: whenChoices(meetings, fields['when'] ?? 'none'),
  purposes: purposes.map(value => ({ value, text: purposeNames[value], checked: value === (fields['purpose'] ?? 'discuss') })),
  bearers: [...seats, ...people].map(({ name }) => name),
})

export function planFile(plan: ForwardPlan, shortName: string): Table & { readonly name: string } {
  const dayOf = ({ heading, meeting }: Part): Cell => (meeting?.dayKnown === 'fixed' ? { day: meeting.onDay } : heading)
  return {
    name: `forward-plan-${shortName.toLowerCase()}`,
    title: 'Forward plan',
    columns: ['Date of meeting', 'Item', 'Points', 'Responsibility', 'Purpose', 'From'].map((heading, at) => ({
      heading,
      width: [18, 50, 50, 30, 16, 30][at] ?? 20,
    })),
    rows: partsOf(plan).flatMap((part): Cell[][] =>
      part.items.length === 0
        ? part.meeting === null
          ? []
          : [[dayOf(part), null, null, null, null, null]]
        : part.items.map(({ title, detail, responsible, purpose, source }) => [
            dayOf(part),
            title,
            linesOf(detail).join('; '),
            responsible,
            purposeNames[purpose],
            source,
          ]),
    ),
  }
}
