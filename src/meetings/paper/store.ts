import type { Day } from '../../kernel/day.ts'
import type { GroupId } from '../../partnership/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { StoredFileId } from '../../platform/stored-file/index.ts'
import type { ForwardItemId } from '../forward-plan/forward-plan.ts'
import type { MeetingId } from '../meeting/meeting.ts'
import type { CoverSheet, Paper, PaperDraft, PaperId, PaperVersion, PaperVersionId } from './paper.ts'

type Fragment = ReturnType<Db>
type Row = Omit<Paper, 'versions'>

/** Of one meeting, in the order of its agenda. */
export const papersOf = (db: Db, meetingId: MeetingId): Promise<Paper[]> =>
  withVersions(db, db`coalesce(item.meeting_id, forward.meeting_id, paper.meeting_id) = ${meetingId}`)

export async function paper(db: Db, paperId: PaperId): Promise<Paper | null> {
  const [found] = await withVersions(db, db`paper.id = ${paperId}`)
  return found ?? null
}

/** Of all groups, what has not come and is not withdrawn. */
export const owedPapers = (db: Db): Promise<Paper[]> =>
  withVersions(
    db,
    db`paper.withdrawn_on is null
       and not exists (select from meetings.paper_version v where v.partnership_id = paper.partnership_id and v.paper_id = paper.id)`,
  )

/** A paper of the forward plan is found under the item of the agenda that its own became. Two queries, however many there are. */
async function withVersions(db: Db, wanted: Fragment): Promise<Paper[]> {
  const rows = await db<Row[]>`
    select paper.id, paper.group_id, coalesce(item.meeting_id, forward.meeting_id, paper.meeting_id) as meeting_id, item.id as item_id,
           paper.forward_item_id, coalesce(item.title, forward.title, '') as item, paper.title, paper.person_id, person.name as person, item.presenter_id, item.about_group_id,
           paper.due_on, paper.asked_on, paper.reminded_on, paper.is_confidential,
           paper.is_confidential or coalesce(item.is_confidential, false) or coalesce(parent.is_confidential, false) as is_withheld,
           paper.withdrawn_on, paper.withdrawn_because, cover.paper_id is not null as has_cover_sheet
      from meetings.paper
      left join meetings.forward_item as forward on forward.id = paper.forward_item_id
      left join meetings.agenda_item as item
        on item.id = coalesce(paper.item_id, (select max(became.id) from meetings.agenda_item as became where became.forward_item_id = paper.forward_item_id))
      left join meetings.agenda_item as parent on parent.id = item.parent_id
      left join meetings.cover_sheet as cover on cover.paper_id = paper.id
      left join partnership.shared_person as person on person.id = paper.person_id
     where ${wanted}
     order by coalesce(parent.place, item.place), parent.id is not null, item.place, item.id, paper.place, paper.id`
  const versions = await versionsOf(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map(row => ({ ...row, versions: versions.get(row.id) ?? [] }))
}

async function versionsOf(db: Db, paperIds: readonly PaperId[]): Promise<ReadonlyMap<PaperId, PaperVersion[]>> {
  const rows = await db<(PaperVersion & { readonly paperId: PaperId })[]>`
    select version.paper_id, version.id, version.number, version.link, version.note, version.on_day, version.due_on, version.made_by_name,
           case when file.id is not null then jsonb_build_object('id', file.id, 'name', file.name, 'kind', file.kind, 'bytes', file.bytes) end as file
      from meetings.paper_version as version
      left join platform.shared_stored_file as file on file.id = version.file_id
     where version.paper_id = any(${[...paperIds]}::bigint[])
     order by version.number desc`
  return Map.groupBy(rows, ({ paperId }) => paperId)
}

/** Holds other writers off a paper until the visit ends. */
export async function lockPaper(db: Db, paperId: PaperId): Promise<void> {
  await db`select from meetings.paper where id = ${paperId} for update`
}

export type Place = { readonly groupId: GroupId; readonly meetingId: MeetingId | null; readonly forwardItemId: ForwardItemId | null }

export async function addPaper(db: Db, { groupId, meetingId, forwardItemId }: Place, draft: PaperDraft): Promise<PaperId> {
  const [row] = await db<{ id: PaperId }[]>`
    insert into meetings.paper (group_id, meeting_id, item_id, forward_item_id, title, person_id, due_on, is_confidential, place)
    values (${groupId}, ${meetingId}, ${draft.itemId}, ${forwardItemId}, ${draft.title}, ${draft.personId}, ${draft.dueOn}, ${draft.isConfidential},
            (select coalesce(max(place), 0) + 1 from meetings.paper where group_id = ${groupId}))
    returning id`
  if (!row) throw new Error('A paper was not added')
  return row.id
}

export async function changePaper(db: Db, paperId: PaperId, { title, itemId, personId, dueOn, isConfidential }: PaperDraft): Promise<void> {
  await db`
    update meetings.paper
       set title = ${title}, item_id = ${itemId}, person_id = ${personId}, due_on = ${dueOn}, is_confidential = ${isConfidential}
     where id = ${paperId}`
}

export async function setAsked(db: Db, paperId: PaperId, today: Day): Promise<void> {
  await db`
    update meetings.paper
       set reminded_on = case when asked_on is not null then ${today}::date end, asked_on = coalesce(asked_on, ${today}::date)
     where id = ${paperId}`
}

export async function setWithdrawn(db: Db, paperId: PaperId, on: Day | null, because: string): Promise<void> {
  await db`update meetings.paper set withdrawn_on = ${on}, withdrawn_because = ${because} where id = ${paperId}`
}

/** With its versions; the files are returned, to be removed after it. */
export async function removePaper(db: Db, paperId: PaperId): Promise<StoredFileId[]> {
  const files = await db<
    { fileId: StoredFileId }[]
  >`select file_id from meetings.paper_version where paper_id = ${paperId} and file_id is not null`
  await db`delete from meetings.paper where id = ${paperId}`
  return files.map(({ fileId }) => fileId)
}

export type VersionDraft = Pick<PaperVersion, 'link' | 'note' | 'onDay' | 'dueOn' | 'madeByName'> & { readonly fileId: StoredFileId | null }

/** The paper is locked by whoever adds to it, so that two have two numbers. */
export async function addVersion(
  db: Db,
  paperId: PaperId,
  { fileId, link, note, onDay, dueOn, madeByName }: VersionDraft,
): Promise<PaperVersionId> {
  const [row] = await db<{ id: PaperVersionId }[]>`
    insert into meetings.paper_version (paper_id, number, file_id, link, note, on_day, due_on, made_by_name)
    values (${paperId}, (select coalesce(max(number), 0) + 1 from meetings.paper_version where paper_id = ${paperId}),
            ${fileId}, ${link}, ${note}, ${onDay}, ${dueOn}, ${madeByName})
    returning id`
  if (!row) throw new Error('A version was not added')
  return row.id
}

export async function coverSheet(db: Db, paperId: PaperId): Promise<CoverSheet | null> {
  const [row] = await db<CoverSheet[]>`
    select author, purpose, recommendation, summary, finance, risk, equality from meetings.cover_sheet where paper_id = ${paperId}`
  return row ?? null
}

export async function setCoverSheet(db: Db, paperId: PaperId, sheet: CoverSheet): Promise<void> {
  await db`
    insert into meetings.cover_sheet ${db({ paperId, ...sheet })}
    on conflict (partnership_id, paper_id) do update set ${db({ ...sheet })}`
}

/** Whether agenda and papers have gone to the members. */
export async function isPublished(db: Db, meetingId: MeetingId): Promise<boolean> {
  const [row] = await db<{ is: boolean }[]>`select published_at is not null as is from meetings.meeting where id = ${meetingId}`
  return row?.is ?? false
}
