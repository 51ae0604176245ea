/**
 * The forward plan of a group: what is to come to which of its meetings, who brings it and what is wanted of the meeting. Standing items come to each; some
 * items wait to be allocated. An item follows its meeting when that moves.
 */
import type { Id } from '../../kernel/ids.ts'
import type { GroupId, PersonId, SeatId } from '../../partnership/index.ts'
import type { Meeting, MeetingId } from '../meeting/meeting.ts'

export type ForwardItemId = Id<'forward-item'>

/** What is wanted of a meeting. */
export const purposes = ['decide', 'discuss', 'note'] as const
export type Purpose = (typeof purposes)[number]
export const purposeNames: Readonly<Record<Purpose, string>> = { decide: 'For decision', discuss: 'For discussion', note: 'To note' }

export type ForwardItem = {
  readonly id: ForwardItemId
  readonly groupId: GroupId
  /** Null for a standing item and for one that is to be allocated. */
  readonly meetingId: MeetingId | null
  readonly isStanding: boolean
  readonly place: number
  readonly title: string
  /** A line for each point. */
  readonly detail: string
  /** As it was typed, or the name of the person. */
  readonly responsible: string
  readonly personId: PersonId | null
  readonly seatId: SeatId | null
  readonly purpose: Purpose
  /** Where it comes from, in words. */
  readonly source: string
  /** The item of an agenda that asked for it. */
  readonly sourceItemId: Id<'agenda-item'> | null
  readonly minutes: number | null
  /** On the agenda of a meeting it is confidential. */
  readonly isConfidential: boolean
}

export type ForwardDraft = Omit<ForwardItem, 'id' | 'groupId' | 'place' | 'isConfidential'>

/** To which meeting an item comes: to one, to each, or to none yet. */
export type When = Pick<ForwardItem, 'meetingId' | 'isStanding'>

/** As a form says it. */
export const whenText = ({ meetingId, isStanding }: When): string =>
  isStanding ? 'standing' : meetingId === null ? 'none' : String(meetingId)

/** Null for what is no meeting that may be chosen. */
export function readWhen(typed: string, meetings: readonly Pick<Meeting, 'id'>[]): When | null {
  if (typed === 'standing') return { meetingId: null, isStanding: true }
  if (typed === 'none') return { meetingId: null, isStanding: false }
  const meeting = meetings.find(({ id }) => String(id) === typed)
  return meeting ? { meetingId: meeting.id, isStanding: false } : null
}

/** Whoever may be named as responsible by name alone. */
export type Bearers = {
  readonly people: readonly { readonly id: PersonId; readonly name: string }[]
  readonly seats: readonly { readonly id: SeatId; readonly name: string }[]
}

/** A name that one person alone has is that person, the name of a seat that seat; anything else is words, such as Thematic leads or Tbc. */
export function bearerOf(typed: string, { people, seats }: Bearers): Pick<ForwardItem, 'responsible' | 'personId' | 'seatId'> {
  const same = ({ name }: { readonly name: string }) => name.toLowerCase() === typed.toLowerCase()
  const [person, another] = people.filter(same)
  if (person && !another) return { responsible: person.name, personId: person.id, seatId: null }
  return { responsible: typed, personId: null, seatId: seats.find(same)?.id ?? null }
}

/** The forward plan as papers print it: standing items, each meeting with its items or none, what is to be allocated. */
export type ForwardPlan = {
  readonly standing: readonly ForwardItem[]
  readonly meetings: readonly { readonly meeting: Meeting; readonly items: readonly ForwardItem[] }[]
  readonly toAllocate: readonly ForwardItem[]
}

export const openOnly = (items: readonly ForwardItem[], sees: 'all' | 'open'): readonly ForwardItem[] =>
  sees === 'all' ? items : items.filter(({ isConfidential }) => !isConfidential)

/** A meeting that is cancelled is left out once nothing is planned for it. */
export function forwardPlanOf(meetings: readonly Meeting[], items: readonly ForwardItem[]): ForwardPlan {
  const ofMeeting = Map.groupBy(items, ({ meetingId }) => meetingId)
  const loose = ofMeeting.get(null) ?? []
  return {
    standing: loose.filter(({ isStanding }) => isStanding),
    meetings: meetings
      .map(meeting => ({ meeting, items: ofMeeting.get(meeting.id) ?? [] }))
      .filter(({ meeting, items }) => meeting.state !== 'cancelled' || items.length > 0),
    toAllocate: loose.filter(({ isStanding }) => !isStanding),
  }
}

/** One place earlier or later among those that come to the same meeting; what cannot move stays. */
export function movedWithin(items: readonly ForwardItem[], itemId: ForwardItemId, way: 'up' | 'down'): readonly ForwardItemId[] {
  const item = items.find(({ id }) => id === itemId)
  if (item === undefined) return []
  const order = items.filter(each => whenText(each) === whenText(item)).map(({ id }) => id)
  const at = order.indexOf(itemId)
  const to = way === 'up' ? at - 1 : at + 1
  const other = order[to]
  return other === undefined ? order : order.with(to, itemId).with(at, other)
}

/** A list under an item: a line for each point, without the marks that came with it from elsewhere. */
export const linesOf = (detail: string): readonly string[] =>
  detail
    .split('\n')
    .map(line => line.replace(/^\s*[•·▪‣*–-]\s+/, '').trim())
    .filter(line => line !== '')
