/** A node of the golden thread is a record of any module; a link leads from the lower one, which serves, to the upper one, for which it is. */
import type { Day } from '../../kernel/day.ts'

/** From the top down; who answers for them comes last. */
export const nodeKinds = [
  'vision',
  'ambition',
  'theme',
  'outcome',
  'indicator',
  'target',
  'plan',
  'action',
  'milestone',
  'item',
  'decision',
  'group',
  'organisation',
  'person',
] as const
export type NodeKind = (typeof nodeKinds)[number]

/** Those who do: a link from one of them is a who, and every other link from below a how. */
export const parties: readonly NodeKind[] = ['group', 'organisation', 'person']

export type NodeRef = { readonly kind: NodeKind; readonly id: number }

export type ThreadNode = NodeRef & {
  /** CYP-PLAN/090401/12; '' for none. */
  readonly reference: string
  readonly title: string
  /** Below the partnership. */
  readonly address: string
  readonly groupId: number | null
  /** The module's own word: open, signed-off, met. */
  readonly state: string
  /** It lasts, and is not only a proposal. */
  readonly isLive: boolean
}

export type ThreadLink = {
  readonly lower: NodeRef
  readonly upper: NodeRef
  /** From the lower to the upper: is to move, part of, owns. */
  readonly relation: string
  readonly beginsOn: Day | null
  readonly endsOn: Day | null
}
