/** What whoever plans a meeting ought to know before people come to the wrong one, or to none. */
import { addDays, type Day, dayLabel, daysBetween } from '../../kernel/day.ts'
import { holdsOn, type Span } from '../../kernel/span.ts'
import { holidayWarning, type WorkingCalendar } from '../../kernel/working-day.ts'
import type { GroupId } from '../../partnership/index.ts'
import { type DayKind, dayWords, type Meeting, type MeetingId, timeWords } from '../meeting/meeting.ts'

/** A meeting that is planned or thought of; without an id it is not in the calendar yet. */
export type Planned = Pick<Meeting, 'groupId' | 'group' | 'onDay' | 'startsAt' | 'endsAt'> & {
  readonly id: MeetingId | null
  readonly dayKnown: DayKind
}

/** Somebody at the table of a group on a day, whether they sit there or stand in. */
export type Seated = { readonly personId: number; readonly name: string }

export type Known = {
  readonly calendar: WorkingCalendar
  /** The meetings of all groups around it. */
  readonly others: readonly Meeting[]
  /** From when to when its group is there. */
  readonly span: Span
  readonly seated: (groupId: GroupId, on: Day) => readonly Seated[]
}

/** So near one another two meetings are taken for one. */
const near = 2
export const lookAround = (on: Day): { readonly from: Day; readonly before: Day } => ({
  from: addDays(on, -near),
  before: addDays(on, near + 1),
})

export function warningsOf(meeting: Planned, { calendar, others, span, seated }: Known): readonly string[] {
  const { onDay, dayKnown, group } = meeting
  const outside = holdsOn(span, onDay) ? [] : [`${group} is not there on ${dayLabel(onDay)}`]
  if (dayKnown === 'month') return outside
  const holiday = holidayWarning(onDay, calendar)
  const around = others.filter(
    other =>
      other.id !== meeting.id &&
      other.state !== 'cancelled' &&
      other.dayKnown !== 'month' &&
      Math.abs(daysBetween(other.onDay, onDay)) <= near,
  )
  return [
    ...(holiday === null ? [] : [holiday]),
    ...outside,
    ...around.flatMap(other => confusedWith(meeting, other)),
    ...around.flatMap(other => clashWith(meeting, other, seated)),
  ]
}

/** As 9 October 2008, a partnership's management group, and 10 October, its forum: people asked whether they were the same meeting. */
function confusedWith(meeting: Planned, other: Meeting): readonly string[] {
  if (other.groupId === meeting.groupId) return [`${other.group} also meets on ${dayWords(other)}`]
  return areAlike(meeting.group, other.group) ? [`${other.group} meets on ${dayWords(other)}: the two are easily taken for one`] : []
}

const small = new Set(['and', 'of', 'the', 'for', 'in', 'on', 'to', 'a', 'at', 'with'])
const wordsOf = (name: string) =>
  new Set(
    name
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter(word => word !== '' && !small.has(word)),
  )

/** Two words that both names have, or the only one of either. */
export function areAlike(one: string, other: string): boolean {
  const [words, others] = [wordsOf(one), wordsOf(other)]
  return words.intersection(others).size >= Math.min(2, words.size, others.size)
}

/** Who would have to be at both; where a time is not known, who might. */
function clashWith(meeting: Planned, other: Meeting, seated: Known['seated']): readonly string[] {
  if (other.onDay !== meeting.onDay || !mayOverlap(meeting, other)) return []
  const there = new Set(seated(other.groupId, other.onDay).map(({ personId }) => personId))
  const both = [
    ...new Map(
      seated(meeting.groupId, meeting.onDay)
        .filter(({ personId }) => there.has(personId))
        .map(each => [each.personId, each.name]),
    ).values(),
  ]
  if (both.length === 0) return []
  const areSure = [meeting.startsAt, other.startsAt].every(at => at !== null)
  const when = timeWords(other)
  return [`${listed(both)} ${areSure ? 'would have to be' : 'may have to be'} at ${other.group} too${when === '' ? '' : `, ${when}`}`]
}

function mayOverlap(one: Pick<Meeting, 'startsAt' | 'endsAt'>, other: Pick<Meeting, 'startsAt' | 'endsAt'>): boolean {
  const isOver = (a: typeof one, b: typeof one) =>
    a.startsAt !== null && b.startsAt !== null && (a.endsAt ?? hourLater(a.startsAt)) <= b.startsAt
  return !isOver(one, other) && !isOver(other, one)
}

/** A meeting of which no end is known lasts an hour at least. */
const hourLater = (at: string): string => `${String(Number(at.slice(0, 2)) + 1).padStart(2, '0')}${at.slice(2)}`

/** Three names, and how many more. */
function listed(names: readonly string[]): string {
  const shown = names.length > 4 ? [...names.slice(0, 3), `${names.length - 3} more`] : names
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`
}
