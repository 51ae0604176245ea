import type { Db } from '../../platform/db/index.ts'
import type { AnswerLink, OpenedLink } from './answer-link.ts'

/** From a visit, where a letter is written; whoever has the secret belonging to the digest opens it. */
export async function addAnswerLink(db: Db, digest: Uint8Array, { personId, purpose, subjectId, expiresAt }: AnswerLink): Promise<void> {
  await db`
    insert into partnership.answer_link (digest, person_id, purpose, subject_id, expires_at)
    values (${digest}, ${personId}, ${purpose}, ${subjectId}, ${expiresAt})`
}

/** Takes back what was sent for a thing: to everybody, or to one person. */
export async function revokeAnswerLinks(
  db: Db,
  { purpose, subjectId, personId = null }: Pick<AnswerLink, 'purpose' | 'subjectId'> & { readonly personId?: number | null },
): Promise<void> {
  await db`
    delete from partnership.answer_link
     where purpose = ${purpose} and subject_id = ${subjectId} and (${personId}::bigint is null or person_id = ${personId})`
}

export type LedTo = { readonly partnershipId: number; readonly slug: string; readonly name: string }

/** Between visits: where a link leads. */
export async function leadsTo(db: Db, digest: Uint8Array): Promise<LedTo | null> {
  const [partnership] = await db<LedTo[]>`select partnership_id, slug, name from partnership.answer_link_at(${digest})`
  return partnership ?? null
}

export async function answerLinkWith(db: Db, digest: Uint8Array): Promise<OpenedLink | null> {
  const [row] = await db<(Omit<OpenedLink, 'person'> & OpenedLink['person'])[]>`
    select answer_link.purpose, answer_link.subject_id, answer_link.expires_at, person.id, person.name, person.email
      from partnership.answer_link
      join partnership.person on person.partnership_id = answer_link.partnership_id and person.id = answer_link.person_id
     where answer_link.digest = ${digest}`
  if (!row) return null
  const { id, name, email, ...link } = row
  return { ...link, person: { id, name, email } }
}
