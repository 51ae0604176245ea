/**
 * A link of one's own joins any two records that no module joins, with a sentence that says why. It is shown from both, in its own words from each side, and drawn; what
 * serves what is still what the modules say, so that nobody fills a gap with a sentence.
 */
import type { Day } from '../../kernel/day.ts'
import { accept, type Ruling, refuse } from '../../kernel/ruling.ts'
import { isSame, type NodeRef } from '../node/node.ts'

export const ownLinkKinds = ['supports', 'depends-on', 'conflicts-with', 'duplicates'] as const
export type OwnLinkKind = (typeof ownLinkKinds)[number]

const words: Readonly<Record<OwnLinkKind, readonly [string, string]>> = {
  supports: ['supports', 'is supported by'],
  'depends-on': ['depends on', 'is needed by'],
  'conflicts-with': ['conflicts with', 'conflicts with'],
  duplicates: ['duplicates', 'duplicates'],
}

export type OwnLink = {
  readonly id: number
  readonly from: NodeRef
  readonly kind: OwnLinkKind
  readonly to: NodeRef
  readonly sentence: string
  readonly byName: string
  readonly accountId: number | null
  readonly onDay: Day
}
export type OwnLinkDraft = Pick<OwnLink, 'from' | 'kind' | 'to' | 'sentence'>

export const ownLinkSaid = (kind: OwnLinkKind, from: 'from' | 'to'): string => words[kind][from === 'from' ? 0 : 1]

/** `there` are the links that one of the two has already. */
export function addLink(draft: OwnLinkDraft, there: readonly OwnLink[]): Ruling<OwnLinkDraft> {
  if (isSame(draft.from, draft.to)) return refuse({ field: 'to', text: 'Choose another record: one cannot be linked with itself' })
  const isEitherWay = draft.kind === 'conflicts-with' || draft.kind === 'duplicates'
  const same = there.find(
    ({ kind, from, to }) =>
      kind === draft.kind &&
      ((isSame(from, draft.from) && isSame(to, draft.to)) || (isEitherWay && isSame(from, draft.to) && isSame(to, draft.from))),
  )
  if (same) return refuse({ field: 'to', text: `These two are linked so already: ${same.sentence}` })
  return accept(draft)
}
