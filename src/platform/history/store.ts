import type { Db } from '../db/index.ts'
import type { Change, Names, Reference } from './history.ts'
import { referenceKey } from './history.ts'

export type HistoryFilter = {
  readonly subjects?: readonly string[]
  readonly subjectId?: string
  /** Only what happened earlier than this change, or later. */
  readonly before?: number
  readonly after?: number
}

/** The newest first. Read by number and not by page, so that the last page of a long history costs what the first does. */
export async function changes(db: Db, { subjects, subjectId, before, after }: HistoryFilter, limit: number): Promise<Change[]> {
  return db<Change[]>`
    select id, at, account_id, who, subject, subject_id, act, before, after
      from platform.history
     where true
       ${subjects === undefined ? db`` : db`and subject = any (${[...subjects]})`}
       ${subjectId === undefined ? db`` : db`and subject_id = ${subjectId}`}
       ${before === undefined ? db`` : db`and id < ${before}`}
       ${after === undefined ? db`` : db`and id > ${after}`}
     order by id desc
     limit ${limit}`
}

/** The number of the last change of a record and of what hangs on it; 0 when nothing is known. A form carries it (see `changesSince`). */
export async function lastChange(db: Db, subjects: readonly string[], subjectId: number): Promise<number> {
  const [row] = await db<{ last: number }[]>`
    select coalesce(max(id), 0) as last
      from platform.history
     where subject = any (${[...subjects]})
       and subject_id = ${String(subjectId)}`
  return row?.last ?? 0
}

/** What others did to a record after the change that the form says its reader saw. Ask only when the record is locked. */
export async function changesSince(db: Db, subjects: readonly string[], subjectId: number, seen: string): Promise<Change[]> {
  const after = /^\d{1,15}$/.test(seen) ? Number(seen) : 0
  return changes(db, { subjects, subjectId: String(subjectId), after }, 100)
}

/** What records are called now, or were last: the history remembers the removed ones too. */
export async function namesOf(db: Db, references: readonly Reference[]): Promise<Names> {
  if (references.length === 0) return new Map()
  const rows = await db<{ subject: string; id: string; name: string | null }[]>`
    select asked.subject, asked.id, last.name
      from unnest(${references.map(each => each.subject)}::text[], ${references.map(each => each.id)}::text[]) as asked (subject, id)
     cross join lateral (
           select coalesce(coalesce(after, before) ->> 'title', coalesce(after, before) ->> 'name') as name
             from platform.history
            where subject = asked.subject
              and subject_id = asked.id
            order by history.id desc
            limit 1) as last`
  return new Map(rows.flatMap(({ subject, id, name }) => (name === null ? [] : [[referenceKey({ subject, id }), name]])))
}
