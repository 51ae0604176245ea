import type { Db } from '../db/index.ts'
import { type Head, type Place, type Verified, verify } from './chain.ts'

type Row = {
  readonly number: number | null
  readonly entryId: number
  readonly link: Uint8Array | null
  readonly whoSalt: Uint8Array | null
  readonly whoDigest: Uint8Array | null
  readonly whoText: string
  readonly isWhoEmpty: boolean
  readonly contentSalt: Uint8Array | null
  readonly contentDigest: Uint8Array | null
  readonly contentText: string
  readonly isContentEmpty: boolean
  readonly lasting: string
  readonly erased: number[] | null
}

/**
 * As the owner of the database, in a transaction that sees one moment. The texts are written out here and not by the functions of the schema, since
 * whoever altered the history may have altered those as well.
 */
export async function verifyHistory(db: Db, partnershipId: number, expected: Head | null): Promise<Verified> {
  const [head = null] = await headsOf(db, partnershipId)
  return verify(places(db, partnershipId), head, expected)
}

async function* places(db: Db, partnershipId: number): AsyncGenerator<readonly Place[]> {
  const rows = db<Row[]>`
    select link.number, coalesce(link.entry_id, entry.id) as entry_id, link.digest as link,
           entry.who_salt, entry.who_digest, jsonb_build_array(entry.who, entry.address)::text as who_text,
           entry.who = '' and entry.address = '' as is_who_empty,
           entry.content_salt, entry.content_digest, jsonb_build_array(entry.before, entry.after)::text as content_text,
           entry.before is null and entry.after is null as is_content_empty,
           jsonb_build_array(entry.partnership_id, link.number, entry.id, extract(epoch from entry.at), entry.account_id, entry.for_whom,
                             entry.request_id, entry.subject, entry.subject_id, entry.act)::text as lasting,
           case entry.act when 'erased' then array(select jsonb_array_elements_text(entry.after -> 'erased_entries')::bigint) end as erased
      from (select * from platform.history_link where partnership_id = ${partnershipId}) as link
      full join (select * from platform.history where partnership_id = ${partnershipId}) as entry on entry.id = link.entry_id
     order by link.number, entry.id`
  for await (const some of rows.cursor(1_000)) yield some.map(placeOf)
}

const placeOf = ({ number, entryId, link, whoDigest, contentDigest, erased, ...rest }: Row): Place => ({
  number,
  entryId,
  link,
  entry: whoDigest === null || contentDigest === null ? null : { ...rest, whoDigest, contentDigest, erased: (erased ?? []).map(Number) },
})

export type PartnershipHead = Head & { readonly partnershipId: number; readonly slug: string }

/** Of each partnership, or of one: how many entries its chain has, and the digest on which the next will rest. */
export async function headsOf(db: Db, partnershipId: number | null = null): Promise<PartnershipHead[]> {
  return db<PartnershipHead[]>`
    select partnership.id as partnership_id, partnership.slug, head.count, encode(head.digest, 'hex') as digest
      from platform.history_head as head
      join platform.partnership on partnership.id = head.partnership_id
     where ${partnershipId}::bigint is null or head.partnership_id = ${partnershipId}
     order by partnership.id`
}

/** A database that an earlier version made, and that was not brought to today's form, has no chains yet. */
export async function hasChains(db: Db): Promise<boolean> {
  const [there] = await db`select from pg_class where oid = to_regclass('platform.history_head')`
  return there !== undefined
}
