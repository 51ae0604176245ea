/**
 * Commitments kept: of the actions that somebody owned with a date in the last twelve months, how many were done by then. An action counts by the date that was first
 * agreed; one whose date was moved is said to be so, and one that is not pursued any more, for which somebody gave the reason, is told beside and not counted.
 */
import { addMonths, type Day } from '../../kernel/day.ts'
import type { ActionState } from '../action/action.ts'

export type Owned = {
  readonly state: ActionState
  readonly endedOn: Day | null
  readonly dueOn: Day | null
  /** The dates that it had before, the first one first. */
  readonly wasDue: readonly Day[]
}

export const keepings = ['on-time', 'by-moved-date', 'late', 'moved', 'overdue'] as const
/** Of one that counts; whether it is done in the end or still to be done. */
export type Keeping = (typeof keepings)[number]
export const keepingNames: Readonly<Record<Keeping, string>> = {
  'on-time': 'Done on time',
  'by-moved-date': 'Done by a later date that was agreed',
  late: 'Done late',
  moved: 'Not yet, and moved to a later date',
  overdue: 'Not yet, and overdue',
}

/** `not-pursued` is told beside; null: it had no date in the time, or none that has come. */
export function keepingOf({ state, endedOn, dueOn, wasDue }: Owned, from: Day, today: Day): Keeping | 'not-pursued' | null {
  const first = wasDue[0] ?? dueOn
  if (state === 'proposed' || first === null) return null
  const dates = [...wasDue, ...(dueOn === null ? [] : [dueOn])]
  const isDone = state === 'done' || state === 'closed'
  // What is not due yet counts only once it is done.
  if (!dates.some(day => from < day && (day < today || (isDone && endedOn !== null && endedOn <= day && day <= today)))) return null
  if (state === 'dropped') return 'not-pursued'
  if (!isDone) return dueOn !== null && dueOn >= today ? 'moved' : 'overdue'
  if (endedOn === null || endedOn <= first) return 'on-time'
  return dueOn !== null && endedOn <= dueOn ? 'by-moved-date' : 'late'
}

export const yearUpTo = (today: Day): Day => addMonths(today, -12)

export type Kept<Each> = {
  readonly all: number
  readonly onTime: number
  readonly each: Readonly<Record<Keeping, readonly Each[]>>
  readonly notPursued: readonly Each[]
}

export function keptOf<Each extends Owned>(owned: readonly Each[], today: Day): Kept<Each> {
  const found = Map.groupBy(owned, each => keepingOf(each, yearUpTo(today), today))
  const of = (keeping: Keeping) => found.get(keeping) ?? []
  const each = {
    'on-time': of('on-time'),
    'by-moved-date': of('by-moved-date'),
    late: of('late'),
    moved: of('moved'),
    overdue: of('overdue'),
  }
  return {
    all: keepings.reduce((sum, keeping) => sum + each[keeping].length, 0),
    onTime: each['on-time'].length,
    each,
    notPursued: found.get('not-pursued') ?? [],
  }
}
