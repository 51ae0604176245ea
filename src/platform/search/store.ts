import type { Db } from '../db/index.ts'
import type { Finding, Term } from './search.ts'

/** Who asks: what is published alone, or also what is for everybody who takes part and for the circles they belong to. */
export type Reader = { readonly onlyPublic: boolean; readonly circles: readonly number[] | 'all' }

export type Found = {
  readonly findings: readonly Finding[]
  /** How many of each subject, of all of them together at most `countedAtMost`. */
  readonly counts: Readonly<Record<string, number>>
}
export const countedAtMost = 5_000
/** Of more than these the latest are ranked. */
export const ranked = 500

export async function search(
  db: Db,
  terms: readonly Term[],
  { onlyPublic, circles }: Reader,
  { subjects, limit, offset }: { readonly subjects: readonly string[] | null; readonly limit: number; readonly offset: number },
): Promise<Found> {
  const rows = await db<(Omit<Finding, 'subject'> & { subject: string | null; counts: Found['counts'] })[]>`
    select subject, record, title, body, belongs_to, address, on_day, counts
      from platform.search(
             platform.search_query(${terms.map(({ words }) => words)}::text[], ${terms.map(({ isBeginning }) => String(isBeginning))}::text[]::boolean[],
                                   ${terms.map(({ isLeftOut }) => String(isLeftOut))}::text[]::boolean[]),
             ${circles === 'all' ? null : [...circles]}::bigint[], ${onlyPublic}, ${subjects === null ? null : [...subjects]}::text[],
             ${countedAtMost}, ${limit}, ${offset})`
  const findings = rows.flatMap(({ counts: _, subject, ...row }) => (subject === null ? [] : [{ subject, ...row }]))
  return { findings, counts: rows[0]?.counts ?? {} }
}
