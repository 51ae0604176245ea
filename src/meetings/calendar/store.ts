import type { Day } from '../../kernel/day.ts'
import { nationOf, type WorkingCalendar } from '../../kernel/working-day.ts'
import { atTables, type GroupId, profileCode } from '../../partnership/index.ts'
import type { Db } from '../../platform/db/index.ts'
import { groupSpan } from '../meeting/steps/store.ts'
import { meetings } from '../meeting/store.ts'
import { type Known, lookAround } from './warning.ts'

/** Whose bank holidays the partnership keeps: those of the nation where its area lies. */
export async function workingCalendarOf(db: Db): Promise<WorkingCalendar> {
  return { nation: nationOf(await profileCode(db)), further: new Map() }
}

/** What warnings are made of, for meetings of a group on such days. */
export async function knownAround(db: Db, groupId: GroupId, days: readonly Day[]): Promise<Known> {
  const sorted = days.toSorted()
  const [first, last] = [sorted[0], sorted.at(-1)]
  const around = first === undefined || last === undefined ? null : { from: lookAround(first).from, before: lookAround(last).before }
  const [calendar, span, others] = await Promise.all([
    workingCalendarOf(db),
    groupSpan(db, groupId),
    around === null ? [] : meetings(db, around),
  ])
  const seated = await atTables(db, [...new Set([groupId, ...others.map(other => other.groupId)])])
  return { calendar, span, others, seated }
}

export type GroupOfCalendar = { readonly id: GroupId; readonly name: string }
export async function allGroups(db: Db): Promise<GroupOfCalendar[]> {
  return db<GroupOfCalendar[]>`select id, name from partnership.shared_group order by lower(name) collate "und-x-icu"`
}
