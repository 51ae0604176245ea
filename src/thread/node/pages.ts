import { idOf } from '../../kernel/ids.ts'
import { reachOf } from '../../partnership/index.ts'
import { found, mayTakePart, type Visit } from '../../platform/web/index.ts'
import { isNodeKind, type NodeRef } from './node.ts'
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

/** The record that the address names. */
export function recordAsked({ params }: Pick<Visit, 'params'>): NodeRef {
  const kind = params['nodeKind'] ?? ''
  return { kind: found(isNodeKind(kind) ? kind : null), id: found(idOf<'node'>(params['node'])) }
}
