/** How a group goes about its meetings: when papers are due, when and where it usually meets, and in what form its minutes are. */
import { type Day, dayLabel, weekdayName } from '../../kernel/day.ts'
import { type DaysCounted, daysBefore, type WorkingCalendar } from '../../kernel/working-day.ts'
import type { ClockTime } from '../meeting/meeting.ts'

export const minutesForms = ['prose', 'table'] as const
export type MinutesForm = (typeof minutesForms)[number]

export type Practice = {
  /** So many days before the meeting, counted as `papersDueIn` says. */
  readonly papersDue: number
  readonly papersDueIn: DaysCounted
  readonly agendaDue: number
  readonly usualStartsAt: ClockTime | null
  readonly usualEndsAt: ClockTime | null
  readonly usualVenue: string
  /** Whether an action that its owner calls done is closed only when the group has confirmed it. */
  readonly confirmsClosings: boolean
  readonly minutesForm: MinutesForm
}

/** Of a group that has said nothing. */
export const usualPractice: Practice = {
  papersDue: 7,
  papersDueIn: 'working',
  agendaDue: 5,
  usualStartsAt: null,
  usualEndsAt: null,
  usualVenue: '',
  confirmsClosings: false,
  minutesForm: 'prose',
}

/** Until when papers and the agenda have to be there for a meeting on a day. */
export const papersDueOn = ({ papersDue, papersDueIn }: Practice, on: Day, calendar: WorkingCalendar): Day =>
  daysBefore(on, papersDue, papersDueIn, calendar)
export const agendaDueOn = ({ agendaDue, papersDueIn }: Practice, on: Day, calendar: WorkingCalendar): Day =>
  daysBefore(on, agendaDue, papersDueIn, calendar)

/** Friday 20 March 2009. */
export const longDay = (on: Day): string => `${weekdayName(on)} ${dayLabel(on)}`
