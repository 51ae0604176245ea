import { idOf } from '../../../kernel/ids.ts'
import { partnershipWords } from '../../../partnership/index.ts'
import { showHistory } from '../../../platform/history/index.ts'
import { performanceWords } from '../../words.ts'
import { nameOf } from '../indicator.ts'
import { indicator } from '../store.ts'
import { aboutView } from '../view.ts'

/** Every change of an indicator, of what it serves and of its targets. Its returns are their own history. */
export const showIndicatorHistory = showHistory([...partnershipWords, ...performanceWords], {
  subject: 'performance.indicator',
  param: 'id',
  about: async (db, id) => {
    const indicatorId = idOf<'indicator'>(String(id))
    const known = indicatorId && (await indicator(db, indicatorId))
    return known && { name: nameOf(known), href: `indicators/${known.id}`, breadcrumbs: aboutView(known, '').breadcrumbs }
  },
})
