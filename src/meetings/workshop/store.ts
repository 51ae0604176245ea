import type { Day } from '../../kernel/day.ts'
import type { GroupId, PersonId } from '../../partnership/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { MeetingId } from '../meeting/meeting.ts'
import type { Heading, HeadingId, Point, PointId, Workshop, WorkshopDraft, WorkshopId, WorkshopState } from './workshop.ts'

export async function workshops(db: Db): Promise<(Workshop & { readonly points: number })[]> {
  return db<(Workshop & { points: number })[]>`
    select ${columns(db)}, (select count(*) from meetings.workshop_point as point where point.workshop_id = workshop.id) as points
      ${from(db)}
     order by workshop.begun_on desc, workshop.id desc`
}

/** Those that are held at a meeting, and the items of its agenda that are for one and have none yet. */
export async function workshopsAt(
  db: Db,
  meetingId: MeetingId,
): Promise<
  { readonly id: WorkshopId | null; readonly itemId: number | null; readonly title: string; readonly state: WorkshopState | null }[]
> {
  return db<{ id: WorkshopId | null; itemId: number | null; title: string; state: WorkshopState | null }[]>`
    select workshop.id, workshop.item_id, workshop.title, workshop.state from meetings.workshop where workshop.meeting_id = ${meetingId}
    union all
    select null, item.id, item.title, null
      from meetings.agenda_item as item
     where item.meeting_id = ${meetingId} and item.kind = 'workshop'
       and not exists (select from meetings.workshop where workshop.item_id = item.id)
     order by 1, 2`
}

export async function workshop(db: Db, workshopId: WorkshopId): Promise<Workshop | null> {
  const [row] = await db<Workshop[]>`select ${columns(db)} ${from(db)} where workshop.id = ${workshopId}`
  return row ?? null
}

const columns = (db: Db) => db`
  workshop.id, workshop.group_id, "group".name as "group", "group".short_name, workshop.meeting_id, workshop.item_id, workshop.title, workshop.prompt,
  workshop.state, workshop.votes_each, workshop.begun_on, workshop.minute_id`
const from = (db: Db) => db`from meetings.workshop join partnership.shared_group as "group" on "group".id = workshop.group_id`

/** Holds off whoever would close it or change its headings. Those who make points or vote share it, so that forty do so at once. */
export async function lockWorkshop(db: Db, workshopId: WorkshopId, how: 'alone' | 'with others'): Promise<void> {
  if (how === 'alone') await db`select from meetings.workshop where id = ${workshopId} for update`
  else await db`select from meetings.workshop where id = ${workshopId} for share`
}

type Origin = { readonly meetingId: number | null; readonly itemId: number | null }

export async function addWorkshop(
  db: Db,
  groupId: GroupId,
  { title, prompt, votesEach }: WorkshopDraft,
  { meetingId, itemId }: Origin,
  today: Day,
): Promise<WorkshopId> {
  const [row] = await db<{ id: WorkshopId }[]>`
    insert into meetings.workshop ${db({ groupId, title, prompt, votesEach, meetingId, itemId, begunOn: today })} returning id`
  if (!row) throw new Error('A workshop was not added')
  return row.id
}

export async function changeWorkshop(db: Db, workshopId: WorkshopId, { title, prompt, votesEach }: WorkshopDraft): Promise<void> {
  await db`update meetings.workshop set ${db({ title, prompt, votesEach })} where id = ${workshopId}`
}

export async function moveWorkshop(db: Db, workshopId: WorkshopId, state: WorkshopState): Promise<void> {
  await db`update meetings.workshop set state = ${state} where id = ${workshopId}`
}

export async function headings(db: Db, workshopId: WorkshopId): Promise<Heading[]> {
  return db<Heading[]>`
    select id, title, implication, place from meetings.workshop_heading where workshop_id = ${workshopId} order by place, id`
}

export async function addHeadings(db: Db, workshopId: WorkshopId, titles: readonly string[]): Promise<void> {
  await db`
    insert into meetings.workshop_heading (workshop_id, title, place)
    select ${workshopId}, wanted.title, wanted.place + (select coalesce(max(place), 0) from meetings.workshop_heading where workshop_id = ${workshopId})
      from unnest(${[...titles]}::text[]) with ordinality as wanted (title, place)`
}

export async function changeHeading(
  db: Db,
  headingId: HeadingId,
  { title, implication }: Pick<Heading, 'title' | 'implication'>,
): Promise<void> {
  await db`update meetings.workshop_heading set ${db({ title, implication })} where id = ${headingId}`
}

/** What stood under it stands under none again. */
export async function removeHeading(db: Db, headingId: HeadingId): Promise<void> {
  await db`delete from meetings.workshop_heading where id = ${headingId}`
}

/** In the order in which they were made, with all votes; those of one person besides. */
export async function points(db: Db, workshopId: WorkshopId): Promise<Point[]> {
  return db<Point[]>`
    select point.id, point.heading_id, point.merged_into_id, point.text, point.by_person_id, person.name as by, point.action_id, action.reference as action,
           point.forward_item_id, coalesce((select sum(votes) from meetings.workshop_vote where workshop_vote.point_id = point.id), 0)::integer as votes
      from meetings.workshop_point as point
      left join partnership.shared_person as person on person.id = point.by_person_id
      left join actions.shared_action as action on action.id = point.action_id
     where point.workshop_id = ${workshopId}
     order by point.id`
}

export async function addPoints(db: Db, workshopId: WorkshopId, texts: readonly string[], by: PersonId | null): Promise<void> {
  await db`
    insert into meetings.workshop_point (workshop_id, text, by_person_id) select ${workshopId}, text, ${by} from unnest(${[...texts]}::text[]) as text`
}

export async function removePoint(db: Db, pointId: PointId): Promise<void> {
  await db`delete from meetings.workshop_point where id = ${pointId}`
}

export async function groupPoints(db: Db, moved: readonly { readonly id: PointId; readonly headingId: HeadingId | null }[]): Promise<void> {
  await db`
    update meetings.workshop_point as point set heading_id = moved.heading_id
      from unnest(${moved.map(({ id }) => id)}::bigint[], ${moved.map(({ headingId }) => headingId)}::bigint[]) as moved (id, heading_id)
     where point.id = moved.id`
}

/** Into the first, which reads so from then on; their votes go with them, so far as somebody gave some to both they are added up. */
export async function mergePoints(db: Db, keptId: PointId, others: readonly PointId[], text: string): Promise<void> {
  await db`update meetings.workshop_point set text = ${text} where id = ${keptId}`
  await db`
    update meetings.workshop_point set merged_into_id = ${keptId}
     where id = any (${[...others]}::bigint[]) or merged_into_id = any (${[...others]}::bigint[])`
  await db`
    insert into meetings.workshop_vote as kept (point_id, person_id, votes)
    select ${keptId}, person_id, sum(votes) from meetings.workshop_vote where point_id = any (${[...others]}::bigint[]) group by person_id
    on conflict (partnership_id, point_id, person_id) do update set votes = kept.votes + excluded.votes`
  await db`delete from meetings.workshop_vote where point_id = any (${[...others]}::bigint[])`
}

/** Those that were merged into it stand by themselves again, under its heading. */
export async function takeApart(db: Db, pointId: PointId): Promise<void> {
  await db`
    update meetings.workshop_point as point set merged_into_id = null, heading_id = kept.heading_id
      from meetings.workshop_point as kept
     where point.merged_into_id = ${pointId} and kept.id = ${pointId}`
}

export async function votesOf(db: Db, workshopId: WorkshopId, personId: PersonId): Promise<ReadonlyMap<PointId, number>> {
  const rows = await db<{ pointId: PointId; votes: number }[]>`
    select point_id, votes from meetings.workshop_vote join meetings.workshop_point as point on point.id = point_id
     where point.workshop_id = ${workshopId} and person_id = ${personId}`
  return new Map(rows.map(({ pointId, votes }) => [pointId, votes]))
}

/** In place of what they gave before. */
export async function keepVotes(db: Db, workshopId: WorkshopId, personId: PersonId, cast: ReadonlyMap<PointId, number>): Promise<void> {
  await db`
    delete from meetings.workshop_vote using meetings.workshop_point as point
     where point.id = point_id and point.workshop_id = ${workshopId} and person_id = ${personId}`
  await db`
    insert into meetings.workshop_vote (point_id, person_id, votes)
    select point_id, ${personId}, votes from unnest(${[...cast.keys()]}::bigint[], ${[...cast.values()]}::integer[]) as given (point_id, votes)`
}

/** How many have voted, and nobody's name. */
export async function voters(db: Db, workshopId: WorkshopId): Promise<number> {
  const [row] = await db<{ count: number }[]>`
    select count(distinct person_id) as count from meetings.workshop_vote join meetings.workshop_point as point on point.id = point_id
     where point.workshop_id = ${workshopId}`
  return row?.count ?? 0
}

export async function noteFollowUp(
  db: Db,
  pointId: PointId,
  became: { readonly actionId: number } | { readonly forwardItemId: number },
): Promise<void> {
  await db`update meetings.workshop_point set ${db(became)} where id = ${pointId}`
}

/** At the end of what is written under the item. */
export async function putInMinutes(
  db: Db,
  { id, meetingId, itemId }: Pick<Workshop, 'id' | 'meetingId' | 'itemId'>,
  text: string,
): Promise<void> {
  const [minute] = await db<{ id: number }[]>`
    insert into meetings.minute (meeting_id, item_id, place, kind, text)
    select ${meetingId}, ${itemId}, coalesce(max(place), 0) + 1, 'discussion', ${text} from meetings.minute where item_id = ${itemId}
    returning id`
  await db`update meetings.workshop set minute_id = ${minute?.id ?? null} where id = ${id}`
}
