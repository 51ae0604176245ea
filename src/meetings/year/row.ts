import { type DayKind, dayTyped, type MeetingDraft, timeLabel } from '../meeting/meeting.ts'
import type { WrittenMeeting } from './pattern.ts'

/** A row of the preview as it is shown and comes back. `seen` says of what its warnings were. */
export type Row = {
  readonly isIn: boolean
  readonly onDay: string
  readonly dayKnown: DayKind
  readonly startsAt: string
  readonly endsAt: string
  readonly venue: string
  readonly seen: string
}

const timed = (at: string | null) => (at === null ? '' : timeLabel(at))
export const rowOf = (meeting: WrittenMeeting): Row => ({
  isIn: true,
  onDay: dayTyped(meeting),
  dayKnown: meeting.dayKnown,
  startsAt: timed(meeting.startsAt),
  endsAt: timed(meeting.endsAt),
  venue: meeting.venue,
  seen: seenOf(meeting),
})

type When = Pick<MeetingDraft, 'onDay' | 'dayKnown' | 'startsAt' | 'endsAt'>
export const seenOf = ({ onDay, dayKnown, startsAt, endsAt }: When): string => [onDay, dayKnown, startsAt ?? '', endsAt ?? ''].join(' ')
