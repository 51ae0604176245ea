import type { Day } from '../../kernel/day.ts'
import type { Db } from '../../platform/db/index.ts'
import type { RequirementId } from '../requirement/requirement.ts'
import type { Chaser, ChaserId } from './chaser.ts'

/** Of these, the earliest first; the one that is being written last. */
export async function chasersOf(db: Db, requirementIds: readonly RequirementId[]): Promise<Chaser[]> {
  return db<Chaser[]>`
    select id, requirement_id, text, sent_on, sent_by_name, sent_to, by_mail
      from delivery.chaser
     where requirement_id = any (${[...requirementIds]}::bigint[])
     order by requirement_id, sent_on nulls last, id`
}

export type Sending = { readonly sentOn: Day | null; readonly sentByName: string; readonly sentTo: string; readonly byMail: boolean }

/** In place of the one that is being written, or the first; its number. One that was sent stays as it was. */
export async function keepChaser(db: Db, requirementId: RequirementId, text: string, sending: Sending): Promise<ChaserId> {
  const [row] = await db<{ id: ChaserId }[]>`
    insert into delivery.chaser (requirement_id, text) values (${requirementId}, ${text})
        on conflict (partnership_id, requirement_id) where sent_on is null do update set text = excluded.text
    returning id`
  if (!row) throw new Error('A chaser was not kept')
  if (sending.sentOn !== null) await db`update delivery.chaser set ${db(sending)} where id = ${row.id}`
  return row.id
}

export async function chaser(db: Db, chaserId: ChaserId): Promise<Chaser | null> {
  const [row] = await db<Chaser[]>`
    select id, requirement_id, text, sent_on, sent_by_name, sent_to, by_mail from delivery.chaser where id = ${chaserId}`
  return row ?? null
}
