/**
 * A rebase says that what an indicator counts has settled at another level in an area: from a period on its average and limits are worked out anew.
 * Only a person can say so, with a reason. Without one, every figure after a change would be held to what went before it.
 */
import { type Day, dayLabel } from '../../kernel/day.ts'
import type { Id } from '../../kernel/ids.ts'
import { accept, type Ruling, refuse } from '../../kernel/ruling.ts'
import type { AreaId } from '../../partnership/index.ts'

export type RebaseId = Id<'rebase'>

export type Rebase = {
  /** The first day of the first period that is held to the new average. */
  readonly startsOn: Day
  readonly reason: string
  /** Of so many figures average and limits are made, and then held; null: of all until the next rebase. */
  readonly baselinePoints: number | null
}
export type KeptRebase = Rebase & { readonly id: RebaseId; readonly areaId: AreaId }

export const [leastBaseline, mostBaseline] = [12, 20]

/** What is true when a series is rebased: the first days of the periods that have figures, the oldest first, and what was rebased before. */
export type Rebasing = { readonly periods: readonly Day[]; readonly there: readonly Rebase[] }

export function rebase(draft: Rebase, { periods, there }: Rebasing): Ruling<Rebase> {
  if (!periods.includes(draft.startsOn)) return refuse({ field: 'startsOn', text: 'Select a period that has a figure' })
  const same = there.find(({ startsOn }) => startsOn === draft.startsOn)
  if (same)
    return refuse({
      field: 'startsOn',
      text: `The average begins anew on ${dayLabel(same.startsOn)} already: ${same.reason}. Remove that first, or select another period`,
    })
  if (draft.startsOn === periods[0] && draft.baselinePoints === null)
    return refuse({
      field: 'startsOn',
      text: 'That is the first figure, so the average begins there anyway. Select a later one, or say of how many figures the limits are made',
    })
  return accept(draft)
}
