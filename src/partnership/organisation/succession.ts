/**
 * A body that took over from another: reorganised councils, merged trusts, a charity under another name. The one before gets its last day; its people,
 * seats and indicators stay where they are until somebody moves them (rules E13: by a recorded decision, never silently).
 */
import { addDays, type Day, dayLabel } from '../../kernel/day.ts'
import type { Id } from '../../kernel/ids.ts'
import { accept, type Ruling, refuse } from '../../kernel/ruling.ts'
import type { OrganisationId, OrganisationRecord } from './organisation.ts'

export const successionKinds = ['renamed', 'merged', 'split', 'replaced'] as const
export type SuccessionKind = (typeof successionKinds)[number]

export const successionNames: Readonly<Record<SuccessionKind, string>> = {
  renamed: 'It was renamed',
  merged: 'It merged with others',
  split: 'It was split',
  replaced: 'Another body took its place',
}

export type SuccessionDraft = {
  readonly predecessorId: OrganisationId
  readonly successorId: OrganisationId
  /** The first day of the successor. */
  readonly onDay: Day
  readonly kind: SuccessionKind
}
export type Succession = SuccessionDraft & { readonly id: Id<'succession'> }

/** Everything known of who followed whom, so that nobody follows themselves over several. */
export function succeed(
  draft: SuccessionDraft,
  predecessor: OrganisationRecord,
  successor: OrganisationRecord,
  known: readonly Succession[],
): Ruling<{ readonly succession: SuccessionDraft; readonly lastDay: Day }> {
  const { predecessorId, successorId, onDay } = draft
  if (predecessorId === successorId) return refuse({ field: 'successorId', text: 'Select another organisation: none succeeds itself' })
  if (known.some(each => each.predecessorId === predecessorId && each.successorId === successorId))
    return refuse({ field: 'successorId', text: `${successor.name} is already a successor of ${predecessor.name}` })
  if (comesAfter(successorId, predecessorId, known))
    return refuse({ field: 'successorId', text: `${predecessor.name} itself came after ${successor.name}` })
  if (predecessor.beginsOn !== null && onDay <= predecessor.beginsOn)
    return refuse({ field: 'onDay', text: `Enter a day after ${dayLabel(predecessor.beginsOn)}, on which ${predecessor.name} began` })
  if (successor.endsOn !== null && onDay > successor.endsOn)
    return refuse({ field: 'onDay', text: `${successor.name} ended on ${dayLabel(successor.endsOn)}, before that day` })
  return accept({ succession: draft, lastDay: addDays(onDay, -1) })
}

/** Whether `later` is found when one goes from `earlier` to its successors. */
function comesAfter(
  earlier: OrganisationId,
  later: OrganisationId,
  known: readonly Succession[],
  seen = new Set<OrganisationId>(),
): boolean {
  if (seen.has(earlier)) return false
  seen.add(earlier)
  return known
    .filter(({ predecessorId }) => predecessorId === earlier)
    .some(({ successorId }) => successorId === later || comesAfter(successorId, later, known, seen))
}

/** For the page of the one before: “was renamed Wexcombe Council on 1 April 2009”. */
export function succeededBy({ kind, onDay }: Pick<Succession, 'kind' | 'onDay'>): readonly [before: string, after: string] {
  const on = ` on ${dayLabel(onDay)}`
  if (kind === 'renamed') return ['It was renamed ', on]
  if (kind === 'merged') return ['It was merged into ', on]
  return kind === 'split' ? ['It was split, and succeeded by ', on] : ['It was replaced by ', on]
}

export function succeeds({ kind, onDay }: Pick<Succession, 'kind' | 'onDay'>): readonly [before: string, after: string] {
  const on = ` on ${dayLabel(onDay)}`
  if (kind === 'renamed') return ['It was called ', ` until ${dayLabel(addDays(onDay, -1))}`]
  if (kind === 'merged') return ['It took in ', on]
  return kind === 'split' ? ['It came out of ', on] : ['It took the place of ', on]
}
