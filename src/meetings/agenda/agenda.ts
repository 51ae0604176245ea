/**
 * The agenda of a meeting: items in order, some within another, each with its number, its time, who presents it and what is wanted of it.
 *
 * A number follows from an item's place, or is as somebody typed it, and those after it go on from there. Papers number strangely: under "1." one finds "2." and
 * "1.2", and under "3." 2.1 to 2.4. Times run on from when the meeting starts, as far as it is known how long each item takes.
 */

import type { Action } from '../../actions/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { GroupId, PersonId } from '../../partnership/index.ts'
import type { Bearers, ForwardItemId, Purpose } from '../forward-plan/forward-plan.ts'
import type { ClockTime, MeetingId } from '../meeting/meeting.ts'

export type AgendaItemId = Id<'agenda-item'>

/** In the order in which they are usually taken. What an item is decides what is shown under it besides what was written: matters arising show the actions that are open. */
export const itemKinds = [
  'welcome',
  'apologies',
  'interests',
  'minutes',
  'matters-arising',
  'standing',
  'item',
  'workshop',
  'exceptions',
  'forward-plan',
  'any-other-business',
  'next-meeting',
] as const
export type ItemKind = (typeof itemKinds)[number]
export const itemKindNames: Readonly<Record<ItemKind, string>> = {
  welcome: 'Welcome and apologies',
  apologies: 'Apologies',
  interests: 'Conflicts of interest',
  minutes: 'Minutes of the last meeting',
  'matters-arising': 'Matters arising',
  standing: 'Standing item',
  item: 'Item',
  workshop: 'Workshop',
  exceptions: 'Exceptions of the scorecard',
  'forward-plan': 'Forward plan',
  'any-other-business': 'Any other business',
  'next-meeting': 'Date of next meeting',
}

export type AgendaItem = {
  readonly id: AgendaItemId
  readonly meetingId: MeetingId
  /** The item within which it stands. */
  readonly parentId: AgendaItemId | null
  /** Among those that stand beside it. */
  readonly place: number
  /** '' where the number follows from the place, `noNumber` where it has none. */
  readonly numberAsTyped: string
  readonly kind: ItemKind
  readonly title: string
  /** A line for each point. */
  readonly detail: string
  readonly purpose: Purpose | null
  /** As it was typed, or the name of the person. */
  readonly presenter: string
  readonly presenterId: PersonId | null
  /** Whose update it is. */
  readonly aboutGroupId: GroupId | null
  readonly minutes: number | null
  readonly isConfidential: boolean
  readonly forwardItemId: ForwardItemId | null
}

export type ItemDraft = Omit<AgendaItem, 'id' | 'meetingId' | 'place'>

/** An item where it stands. `startsAt` is null where one cannot know. */
/** How far an agenda has come. As a draft it is for those who make it and the members of the group; approved minutes close it. */
export type AgendaState = { readonly isDraft: boolean; readonly isPublished: boolean; readonly isClosed: boolean }

export type PlacedItem = AgendaItem & { readonly number: string; readonly startsAt: ClockTime | null }

/** An action that a meeting looks at again, under its own reference. */
export type Arising = Pick<Action, 'id' | 'reference' | 'carriedAs' | 'text' | 'dueOn' | 'dueAsTyped' | 'state' | 'isConfidential'> & {
  readonly owners: string
}

/** What the form of an item chooses from. */
export type Known = {
  readonly items: readonly AgendaItem[]
  readonly groups: readonly { readonly id: GroupId; readonly name: string }[]
  readonly people: Bearers['people']
}

/** An item without anything but what it is called. */
export const plainItem = (title: string, kind: ItemKind = 'item'): ItemDraft => ({
  parentId: null,
  numberAsTyped: '',
  kind,
  title,
  detail: '',
  purpose: null,
  presenter: '',
  presenterId: null,
  aboutGroupId: null,
  minutes: null,
  isConfidential: false,
  forwardItemId: null,
})

/** What one types for an item without a number. */
export const noNumber = '-'

/**
 * In the order in which they are taken: each followed by those within it. Whoever may not see confidential items gets the numbers without them; what time it is
 * when an item begins is the same for all.
 */
export function placed(items: readonly AgendaItem[], startsAt: ClockTime | null, sees: 'all' | 'open'): PlacedItem[] {
  const times = timesOf(items, startsAt)
  const shown = sees === 'all' ? items : openOf(items)
  return numbered(within(shown, null), '', '').flatMap(({ item, number }) => [
    { ...item, number, startsAt: times.get(item.id) ?? null },
    ...numbered(within(shown, item.id), ...childPattern(number)).map(child => ({
      ...child.item,
      number: child.number,
      startsAt: times.get(child.item.id) ?? null,
    })),
  ])
}

/** What stands within a confidential item is confidential. */
function openOf(items: readonly AgendaItem[]): readonly AgendaItem[] {
  const closed = new Set(items.filter(({ isConfidential }) => isConfidential).map(({ id }) => id))
  return items.filter(({ id, parentId }) => !closed.has(id) && (parentId === null || !closed.has(parentId)))
}

export const within = <Item extends Pick<AgendaItem, 'id' | 'parentId' | 'place'>>(
  items: readonly Item[],
  parentId: AgendaItemId | null,
): readonly Item[] => items.filter(item => item.parentId === parentId).toSorted((a, b) => a.place - b.place || a.id - b.id)

/** How the numbers within an item begin and end; what stands within an item without a number has none. */
function childPattern(number: string): [before: string | null, after: string] {
  return number === '' ? [null, ''] : [`${number.replace(/[.):\s]+$/, '')}.`, '']
}

/** Each goes on from the one before it, in its form: after "3." comes "4.", after "Item 3" comes "Item 4", after "2.1" comes "2.2". */
function numbered(siblings: readonly AgendaItem[], before: string | null, after: string) {
  let [beginning, ending, count] = [before, after, 0]
  return siblings.map(item => {
    const typed = item.numberAsTyped.trim()
    if (typed === noNumber) return { item, number: '' }
    if (typed === '') {
      count += 1
      return { item, number: beginning === null ? '' : `${beginning}${count}${ending}` }
    }
    const counted = /^(.*?)(\d{1,6})([.):]?)$/.exec(typed)
    if (counted) [beginning, count, ending] = [counted[1] ?? '', Number(counted[2]), counted[3] ?? '']
    return { item, number: typed }
  })
}

/** Minutes that an item takes: its own, or what those within it take together. */
export function minutesOf(item: AgendaItem, items: readonly AgendaItem[]): number | null {
  if (item.minutes !== null) return item.minutes
  const children = items.filter(({ parentId }) => parentId === item.id)
  return children.length === 0 ? null : sumOf(children)
}

const sumOf = (items: readonly AgendaItem[]): number | null =>
  items.reduce<number | null>((sum, { minutes }) => (sum === null || minutes === null ? null : sum + minutes), 0)

/** When each begins; after one of which nobody knows how long it takes, nobody knows. */
function timesOf(items: readonly AgendaItem[], startsAt: ClockTime | null): ReadonlyMap<AgendaItemId, ClockTime> {
  const times = new Map<AgendaItemId, ClockTime>()
  let now = startsAt
  for (const item of within(items, null)) {
    if (now === null) break
    times.set(item.id, now)
    let inside: ClockTime | null = now
    for (const child of within(items, item.id)) {
      if (inside === null) break
      times.set(child.id, inside)
      inside = child.minutes === null ? null : later(inside, child.minutes)
    }
    const takes = minutesOf(item, items)
    now = takes === null ? null : later(now, takes)
  }
  return times
}

/** How many minutes the items take that say so, and whether all of them do. */
export function lengthOf(items: readonly AgendaItem[]): { readonly minutes: number; readonly isWhole: boolean } {
  const each = within(items, null).map(item => minutesOf(item, items))
  return { minutes: each.reduce<number>((sum, minutes) => sum + (minutes ?? 0), 0), isWhole: each.every(minutes => minutes !== null) }
}

/** 09:30 and 45 minutes is 10:15. */
export function later(time: ClockTime, minutes: number): ClockTime {
  const all = minuteOf(time) + minutes
  return `${twoDigits(Math.floor(all / 60) % 24)}:${twoDigits(all % 60)}`
}

/** How many minutes of the day have passed. */
export function minuteOf(time: ClockTime): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return hour * 60 + minute
}

const twoDigits = (of: number): string => String(of).padStart(2, '0')

/** One place earlier or later among those beside it; what cannot move stays. */
export function moved(items: readonly AgendaItem[], itemId: AgendaItemId, way: 'up' | 'down'): readonly AgendaItemId[] {
  const parentId = items.find(({ id }) => id === itemId)?.parentId ?? null
  const order = within(items, parentId).map(({ id }) => id)
  const at = order.indexOf(itemId)
  const to = way === 'up' ? at - 1 : at + 1
  const other = order[to]
  if (at < 0 || other === undefined) return order
  return order.with(to, itemId).with(at, other)
}
