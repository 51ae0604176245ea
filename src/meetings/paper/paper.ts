/**
 * A paper is what somebody brings to an item of a meeting: a file or a link, in versions. It may be asked for before it is there, is due by the group's practice,
 * and is late when it came after that day.
 */
import { addDays, type Day, dayLabel, daysBetween } from '../../kernel/day.ts'
import type { Id } from '../../kernel/ids.ts'
import { isWorkingDay, type WorkingCalendar } from '../../kernel/working-day.ts'
import type { GroupId, PersonId } from '../../partnership/index.ts'
import type { AgendaItemId } from '../agenda/agenda.ts'
import type { ForwardItemId, Purpose } from '../forward-plan/forward-plan.ts'
import type { MeetingId } from '../meeting/meeting.ts'

export type PaperId = Id<'paper'>
export type PaperVersionId = Id<'paper-version'>

/** What a module above has for an item of an agenda that is about a group: it stands among the item's papers. */
export type SheetFor = (meetingId: MeetingId, aboutGroupId: GroupId) => { readonly title: string; readonly href: string }

export type Paper = {
  readonly id: PaperId
  readonly groupId: GroupId
  /** Where its item is now; null while that is to be allocated. */
  readonly meetingId: MeetingId | null
  readonly itemId: AgendaItemId | null
  readonly forwardItemId: ForwardItemId | null
  /** The title of its item; '' where it has none. */
  readonly item: string
  readonly title: string
  readonly personId: PersonId | null
  readonly person: string | null
  /** Who presents its item. */
  readonly presenterId: PersonId | null
  /** Whose update its item is. */
  readonly aboutGroupId: GroupId | null
  /** Another day than the group's practice says. */
  readonly dueOn: Day | null
  readonly askedOn: Day | null
  readonly remindedOn: Day | null
  readonly isConfidential: boolean
  /** By itself, or with its item. */
  readonly isWithheld: boolean
  readonly withdrawnOn: Day | null
  readonly withdrawnBecause: string
  readonly hasCoverSheet: boolean
  /** The newest first. */
  readonly versions: readonly PaperVersion[]
}

export type PaperVersion = {
  readonly id: PaperVersionId
  readonly number: number
  /** One of the two. */
  readonly file: { readonly id: Id<'stored file'>; readonly name: string; readonly kind: string; readonly bytes: number } | null
  readonly link: string
  readonly note: string
  readonly onDay: Day
  readonly dueOn: Day | null
  readonly madeByName: string
}

export type PaperDraft = Pick<Paper, 'title' | 'itemId' | 'personId' | 'dueOn' | 'isConfidential'>

export type CoverSheet = {
  readonly author: string
  readonly purpose: Purpose
  readonly recommendation: string
  readonly summary: string
  readonly finance: string
  readonly risk: string
  readonly equality: string
}

export const isHere = ({ versions }: Pick<Paper, 'versions'>): boolean => versions.length > 0
export const isWithdrawn = ({ withdrawnOn }: Pick<Paper, 'withdrawnOn'>): boolean => withdrawnOn !== null
/** Somebody is waited for. */
export const isOwed = (paper: Pick<Paper, 'versions' | 'withdrawnOn'>): boolean => !isHere(paper) && !isWithdrawn(paper)

/** Who brings it, or presents the item it belongs to. */
export const isOwn = ({ personId, presenterId }: Pick<Paper, 'personId' | 'presenterId'>, visitor: number | null): boolean =>
  visitor !== null && (personId === visitor || presenterId === visitor)

/** Before the agenda is published it is for those who make it and the group's own members; afterwards all who take part see what is not confidential. */
export const maySee = (paper: Paper, sees: 'all' | 'open', isPublished: boolean, visitor: number | null): boolean =>
  sees === 'all' || isOwn(paper, visitor) || (isPublished && !paper.isWithheld)

/** After which day it came; null where it was in time, or no day counted. */
export function lateness({ versions }: Pick<Paper, 'versions'>): { readonly dueOn: Day; readonly onDay: Day } | null {
  const first = versions.at(-1)
  return first === undefined || first.dueOn === null || first.onDay <= first.dueOn ? null : { dueOn: first.dueOn, onDay: first.onDay }
}

/** 2 working days late: by the calendar that counts for the group, in whichever days it counts. */
export function lateWords(dueOn: Day, onDay: Day, counted: 'working' | 'calendar', calendar: WorkingCalendar): string {
  const days = counted === 'calendar' ? daysBetween(dueOn, onDay) : workingDaysAfter(dueOn, onDay, calendar)
  // What came on a Saturday came before the next working day.
  if (days === 0) return 'less than a working day late'
  const what = counted === 'calendar' ? 'day' : 'working day'
  return `${days} ${days === 1 ? what : `${what}s`} late`
}

function workingDaysAfter(from: Day, to: Day, calendar: WorkingCalendar): number {
  let days = 0
  for (let on = addDays(from, 1); on <= to; on = addDays(on, 1)) if (isWorkingDay(on, calendar)) days++
  return days
}

/** Version 2, 4 May 2009. */
export const versionWords = ({ number, onDay }: Pick<PaperVersion, 'number' | 'onDay'>): string => `Version ${number}, ${dayLabel(onDay)}`

/** A paper that is owed is asked for again three days before it is due, the day after, and a week after that. */
export const reminders = [
  { days: -3, words: 'is due' },
  { days: 1, words: 'was due' },
  { days: 8, words: 'was due' },
] as const

/** Which reminder falls on one of the days after `before` up to today: the last of them. */
export function reminderOn(dueOn: Day, before: Day | null, today: Day): (typeof reminders)[number] | null {
  const from = before ?? addDays(today, -1)
  return (
    reminders.findLast(({ days }) => {
      const on = addDays(dueOn, days)
      return on > from && on <= today
    }) ?? null
  )
}
