import type { Db } from '../db/index.ts'
import type { Act, Change, Names, Reference } from './history.ts'
import { referenceKey } from './history.ts'
import { isAnonymous, type KnownEvent } from './security-event.ts'

export type HistoryFilter = {
  readonly subjects?: readonly string[]
  readonly subjectId?: string
  /** With it, what belongs to an indicator. */
  readonly indicatorId?: number
  readonly accountId?: number
  readonly act?: Act
  /** From this moment on, and before that. */
  readonly from?: Temporal.Instant
  readonly until?: Temporal.Instant
  /** Somewhere in what the record is called, or the record of the kind `holder` to which it belongs. */
  readonly called?: { readonly text: string; readonly holder: string }
  /** Only what happened earlier than this change. */
  readonly before?: number
}

/** The newest first. Read by number and not by page, so that the last page of a long history costs what the first does. */
export async function changes(db: Db, filter: HistoryFilter, limit: number): Promise<Change[]> {
  const { subjects, subjectId, indicatorId, accountId, act, from, until, called, before } = filter
  const earlier = before === undefined ? db`` : db`and id < ${before}`
  // Each half reads its own index: an `or` of the two would read the whole history backwards.
  const belonging =
    indicatorId === undefined
      ? db``
      : db`union all (select * from platform.history where indicator_id = ${indicatorId} ${earlier} order by id desc limit ${limit})`
  return db<Change[]>`
    select id, at, account_id, who, address, for_whom, subject, subject_id, act, before, after, content_salt is null as is_erased
      from ((select *
               from platform.history
              where true
                ${subjects === undefined ? db`` : db`and subject = any (${[...subjects]})`}
                ${subjectId === undefined ? db`` : db`and subject_id = ${subjectId}`}
                ${accountId === undefined ? db`` : db`and account_id = ${accountId}`}
                ${act === undefined ? db`` : db`and act = ${act}`}
                ${from === undefined ? db`` : db`and at >= ${from}`}
                ${until === undefined ? db`` : db`and at < ${until}`}
                ${called === undefined ? db`` : isCalled(db, called)}
                ${earlier}
              order by id desc
              limit ${limit})
            ${belonging}) as asked
     order by id desc
     limit ${limit}`
}

/** What is called so may be an indicator to which records without a name of their own belong. */
function isCalled(db: Db, { text, holder }: NonNullable<HistoryFilter['called']>) {
  const pattern = `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`
  return db`
    and (coalesce(after, before) ->> 'title' ilike ${pattern}
         or coalesce(after, before) ->> 'name' ilike ${pattern}
         or coalesce(after, before) ->> 'reference' ilike ${pattern}
         or indicator_id = any (array(
              select subject_id::bigint
                from platform.history
               where subject = ${holder}
                 and (coalesce(after, before) ->> 'title' ilike ${pattern} or coalesce(after, before) ->> 'reference' ilike ${pattern}))))`
}

/** Who is, or was, a member: those whose changes there may be. */
export async function peopleOf(db: Db): Promise<{ accountId: number; name: string }[]> {
  return db<{ accountId: number; name: string }[]>`
    select account_id, name from platform.names_of_people() order by lower(name) collate "und-x-icu", account_id`
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
  return (await peopleOf(db)).map(({ accountId, name }) => [referenceKey({ subject: person, id: String(accountId) }), name])
}

// A person works for several partnerships, so that no partnership's history has a record of them.
const person = 'platform.account'
const isPerson = ({ subject }: Reference): boolean => subject === person

export type EntryAbout = Pick<Change, 'id' | 'at' | 'who' | 'address' | 'subject' | 'subjectId' | 'act' | 'before' | 'after'>

/** What the history has of a record that is a person, of their account, and of what was done with that: for them to have. */
export async function entriesAbout(db: Db, subject: string, id: number, accountId: number | null): Promise<EntryAbout[]> {
  return db<EntryAbout[]>`
    select id, at, who, address, subject, subject_id, act, before, after
      from platform.history
     where account_id = ${accountId}
        or subject = ${subject} and subject_id = ${String(id)}
        or subject = ${person} and subject_id = ${String(accountId)}
     order by id`
}

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
