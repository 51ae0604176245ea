import { addDays } from '../../kernel/day.ts'
import { meeting, updatesBetween } from '../../meetings/index.ts'
import type { Daily } from '../../platform/jobs/index.ts'
import { linesFor } from './pages.ts'
import { setTexts, workplan } from './store.ts'
import { headings, sheetLines } from './workplan.ts'

/** The day after a meeting its sheets are kept as they stood then. */
export const keepWorkplans: Daily = {
  name: 'workplans of meetings that were held',
  at: '00:20',
  work: async (db, { today }) => {
    for (const { meetingId, groupId } of await updatesBetween(db, addDays(today, -daysToKeep), today)) {
      const at = await meeting(db, meetingId)
      const { texts, keptOn } = await workplan(db, meetingId, groupId)
      if (at === null || keptOn !== null) continue
      const lines = sheetLines(await linesFor(db, at, groupId, at.onDay), texts)
      await setTexts(db, meetingId, groupId, new Map(headings.map(heading => [heading, lines[heading].join('\n')])), at.onDay)
    }
  },
}
/** One that was called later than that after it was held is not told of any more as it was. */
const daysToKeep = 14
