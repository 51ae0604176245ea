import type { Day } from '../../kernel/day.ts'
import type { GroupId, PersonId } from '../../partnership/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { MeetingId } from '../meeting/meeting.ts'
import { addHeadings, addPoints, addWorkshop, changeHeading, groupPoints, headings, keepVotes, moveWorkshop, points } from './store.ts'
import type { WorkshopDraft } from './workshop.ts'

export type RecordedWorkshop = WorkshopDraft & {
  readonly onDay: Day
  readonly headings: readonly { readonly title: string; readonly implication: string; readonly points: readonly string[] }[]
  /** By point. */
  readonly votes: readonly { readonly by: PersonId; readonly given: Readonly<Record<string, number>> }[]
}

/** A workshop that is over, with its points under their headings and how they were voted. */
export async function recordWorkshop(db: Db, groupId: GroupId, meetingId: MeetingId, recorded: RecordedWorkshop): Promise<void> {
  const { onDay, headings: grouped, votes, ...draft } = recorded
  const id = await addWorkshop(db, groupId, draft, { meetingId, itemId: null }, onDay)
  await addHeadings(
    db,
    id,
    grouped.map(({ title }) => title),
  )
  await addPoints(
    db,
    id,
    grouped.flatMap(each => each.points),
    null,
  )
  const under = await headings(db, id)
  const made = await points(db, id)
  for (const [at, { title, implication }] of grouped.entries()) {
    const heading = under[at]
    if (heading !== undefined && implication !== '') await changeHeading(db, heading.id, { title, implication })
  }
  await groupPoints(
    db,
    made.map(point => ({ id: point.id, headingId: under[grouped.findIndex(each => each.points.includes(point.text))]?.id ?? null })),
  )
  for (const { by, given } of votes)
    await keepVotes(db, id, by, new Map(made.flatMap(point => (given[point.text] ? [[point.id, given[point.text] ?? 0] as const] : []))))
  await moveWorkshop(db, id, 'closed')
}
