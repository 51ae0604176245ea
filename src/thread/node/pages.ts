import { reachOf } from '../../partnership/index.ts'
import { mayTakePart, type Visit } from '../../platform/web/index.ts'
import type { Sight } from './store.ts'

/** A guest and a scrutiny reader see what is public. Whoever takes part sees the rest; of what is confidential, that of the groups of which they see all, as everywhere else. */
export const sightOf = ({ visitor, today }: Pick<Visit, 'visitor' | 'today'>): Sight => ({
  today,
  takesPart: visitor.role !== 'guest' && mayTakePart(visitor),
  circles: () => {
    const reaches = [reachOf('see-confidential', visitor), reachOf('keep-meetings', visitor)]
    return reaches.includes('everybody') ? 'all' : reaches.flatMap(reach => (typeof reach === 'string' ? [] : reach.groupIds))
  },
})
