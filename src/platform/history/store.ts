import type { Db } from '../db/index.ts'
import type { Change, Names, Reference } from './history.ts'
import { referenceKey } from './history.ts'

export type HistoryFilter = {
  readonly subjects?: readonly string[]
  readonly subjectId?: string
  /** With it, what belongs to the record: kinds of record that name it in a column of theirs. */
  readonly belonging?: { readonly subjects: readonly string[]; readonly column: string }
  /** Only what happened earlier than this change. */
  readonly before?: number
}

/** The newest first. Read by number and not by page, so that the last page of a long history costs what the first does. */
export async function changes(db: Db, { subjects, subjectId, belonging, before }: HistoryFilter, limit: number): Promise<Change[]> {
  const itself = db`
    ${subjects === undefined ? db`true` : db`subject = any (${[...subjects]})`}
    ${subjectId === undefined ? db`` : db`and subject_id = ${subjectId}`}`
  const others =
    belonging === undefined
      ? db``
      : db`or subject = any (${[...belonging.subjects]}) and coalesce(after, before) ->> ${belonging.column} = ${subjectId ?? ''}`
  return db<Change[]>`
    select id, at, account_id, who, subject, subject_id, act, before, after
      from platform.history
     where (${itself} ${others})
       ${before === undefined ? db`` : db`and id < ${before}`}
     order by id desc
     limit ${limit}`
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
