/**
 * A reporter is whoever may enter figures: a performance officer those of everybody, a contributor those of the indicators that an organisation
 * of theirs leads or contributes to.
 */
import type { OrganisationId } from '../../partnership/index.ts'

export type Reporter = { readonly reportsFor: 'everybody' | readonly OrganisationId[] }

/** The organisations whose figure an indicator is. */
export type Answerable = { readonly leadId: number | null; readonly contributorIds: readonly number[] }

export function mayReportOn({ reportsFor }: Reporter, { leadId, contributorIds }: Answerable): boolean {
  if (reportsFor === 'everybody') return true
  return reportsFor.some(id => id === leadId || contributorIds.includes(id))
}
