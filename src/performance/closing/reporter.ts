/**
 * A reporter is whoever may enter figures: a performance officer those of everybody, others those of the indicators for which their organisation, their group,
 * their seat or they themselves answer, as lead or as contributor.
 */
import type { Reach } from '../../partnership/index.ts'
import type { Answerable } from '../answerable/answerable.ts'

export type Reporter = { readonly reportsFor: Reach }

export function mayReportOn({ reportsFor }: Reporter, { leadId, contributorIds, groupIds, seatIds, personIds }: Answerable): boolean {
  if (reportsFor === 'everybody') return true
  if (reportsFor === 'nobody') return false
  const { organisationIds, personId } = reportsFor
  return (
    organisationIds.some(id => id === leadId || contributorIds.includes(id)) ||
    reportsFor.groupIds.some(id => groupIds.includes(id)) ||
    reportsFor.seatIds.some(id => seatIds.includes(id)) ||
    (personId !== null && personIds.includes(personId))
  )
}
