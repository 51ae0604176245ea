/** A review that an example tells of: set, and held where it was, with what was known on that day. */
import type { Day } from '../../kernel/day.ts'
import type { Db } from '../../platform/db/index.ts'
import { toldOf } from './expectation/store.ts'
import { addReview, holdReview, type NewReview, review } from './store.ts'

export type RecordedReview = NewReview & {
  readonly held: { readonly onDay: Day; readonly changed: string; readonly by: string; readonly nextOn: Day } | null
}

export async function recordReview(db: Db, { held, ...set }: RecordedReview): Promise<void> {
  const id = await addReview(db, set)
  const kept = id === null ? null : await review(db, id)
  if (id === null || kept === null || held === null) return
  const told = await toldOf(db, kept, held.onDay)
  await holdReview(db, id, {
    ...told,
    heldOn: held.onDay,
    meetingId: null,
    decisionId: null,
    stepId: null,
    changed: held.changed,
    byName: held.by,
  })
  await addReview(db, { of: set.of, groupId: set.groupId, dueOn: held.nextOn })
}
