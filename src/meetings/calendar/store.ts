import { nationOf, type WorkingCalendar } from '../../kernel/working-day.ts'
import { profileCode } from '../../partnership/index.ts'
import type { Db } from '../../platform/db/index.ts'

/** Whose bank holidays the partnership keeps: those of the nation where its area lies. */
export async function workingCalendarOf(db: Db): Promise<WorkingCalendar> {
  return { nation: nationOf(await profileCode(db)), further: new Map() }
}
