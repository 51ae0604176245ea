/**
 * A representative is a member of the partnership who answers for one or several of its organisations: what they report is the organisation's.
 * Only contributors need be named: whoever keeps the partnership's figures reports for everybody.
 */
import type { OrganisationId } from '../organisation/organisation.ts'

export type Representative = { readonly accountId: number; readonly name: string; readonly organisationIds: readonly OrganisationId[] }
