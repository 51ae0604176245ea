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
}

export type ForwardDraft = Omit<ForwardItem, 'id' | 'groupId' | 'place'>

/** The forward plan as papers print it: standing items, each meeting with its items or none, what is to be allocated. */
export type ForwardPlan = {
  readonly standing: readonly ForwardItem[]
  readonly meetings: readonly { readonly meeting: Meeting; readonly items: readonly ForwardItem[] }[]
  readonly toAllocate: readonly ForwardItem[]
}

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

/** A list under an item: a line for each point, without the marks that came with it from elsewhere. */
export const linesOf = (detail: string): readonly string[] =>
  detail
    .split('\n')
    .map(line => line.replace(/^\s*[•·▪‣*–-]\s+/, '').trim())
    .filter(line => line !== '')
