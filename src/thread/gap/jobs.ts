/** Each night the gaps are counted, so that a year later it can be said whether there are fewer. */
import type { Daily } from '../../platform/jobs/index.ts'
import { gapsIn, isCounted } from './gap.ts'
import { factsSeen } from './pages.ts'
import { keepCounts } from './store.ts'

export const countGaps: Daily = {
  name: 'gap-count',
  at: '04:00',
  work: async (db, { today }) => {
    const found = gapsIn(await factsSeen(db, { today, takesPart: true, circles: () => [] })).filter(isCounted)
    await keepCounts(
      db,
      found.map(({ name, gaps }) => ({ onDay: today, kind: name, count: gaps.length })),
    )
  },
}
