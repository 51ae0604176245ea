import type { Db } from '../db/index.ts'
import type { Change, Names, Reference } from './history.ts'
import { referenceKey } from './history.ts'
import { isAnonymous, type KnownEvent } from './security-event.ts'

export type HistoryFilter = {
  readonly subjects?: readonly string[]
  readonly subjectId?: string
  /** With it, what belongs to an indicator. */
  readonly indicatorId?: number
  /** Only what happened earlier than this change. */
  readonly before?: number
}

/** The newest first. Read by number and not by page, so that the last page of a long history costs what the first does. */
export async function changes(db: Db, { subjects, subjectId, indicatorId, before }: HistoryFilter, limit: number): Promise<Change[]> {
  const earlier = before === undefined ? db`` : db`and id < ${before}`
  // Each half reads its own index: an `or` of the two would read the whole history backwards.
  const belonging =
    indicatorId === undefined
      ? db``
      : db`union all (select * from platform.history where indicator_id = ${indicatorId} ${earlier} order by id desc limit ${limit})`
  return db<Change[]>`
    select id, at, account_id, who, subject, subject_id, act, before, after
      from ((select *
               from platform.history
              where true
                ${subjects === undefined ? db`` : db`and subject = any (${[...subjects]})`}
                ${subjectId === undefined ? db`` : db`and subject_id = ${subjectId}`}
                ${earlier}
              order by id desc
              limit ${limit})
            ${belonging}) as asked
     order by id desc
     limit ${limit}`
}

/** What records are called now, or were last: the history remembers the removed ones too. */
export async function namesOf(db: Db, references: readonly Reference[]): Promise<Names> {
  const [people, records] = [references.filter(isPerson), references.filter(reference => !isPerson(reference))]
  return new Map([...(people.length > 0 ? await namesOfPeople(db) : []), ...(records.length > 0 ? await namesOfRecords(db, records) : [])])
}

async function namesOfRecords(db: Db, references: readonly Reference[]): Promise<[key: string, name: string][]> {
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
  return rows.flatMap(({ subject, id, name }) => (name === null ? [] : [[referenceKey({ subject, id }), name]]))
}

async function namesOfPeople(db: Db): Promise<[key: string, name: string][]> {
  const rows = await db<{ accountId: number; name: string }[]>`select account_id, name from platform.names_of_people()`
  return rows.map(({ accountId, name }) => [referenceKey({ subject: person, id: String(accountId) }), name])
}

// A person works for several partnerships, so that no partnership's history has a record of them.
const person = 'platform.account'
const isPerson = ({ subject }: Reference): boolean => subject === person

export type SecurityEvent = {
  /** Whose account it is. Who did it is the same person, unless the transaction is in another's name. */
  readonly accountId: number
  readonly event: KnownEvent
  readonly address: string
  readonly requestId: string
  /** What else a person may want to know later: never a secret. */
  readonly detail?: Readonly<Record<string, string>>
}

/** In a transaction of the platform: one entry in the history of each partnership to which the account belongs. */
export async function noteSecurityEvent(db: Db, { accountId, event, address, requestId, detail = {} }: SecurityEvent): Promise<void> {
  await db`
    select platform.note_security_event(${accountId}, ${event}, ${address.slice(0, 100)}, ${requestId}, ${db.json(detail)}, ${!isAnonymous(event)})`
}
