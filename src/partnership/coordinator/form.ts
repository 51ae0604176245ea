import { idOf } from '../../kernel/ids.ts'
import { type Fields, texts } from '../../platform/web/index.ts'
import type { Organisation, OrganisationId } from '../organisation/organisation.ts'

/** Those ticked that there are. */
export function readOrganisations(body: Fields, there: readonly Organisation[]): OrganisationId[] {
  const ticked = texts(body, 'organisationId').map(each => idOf<'organisation'>(each))
  return there.filter(({ id }) => ticked.includes(id)).map(({ id }) => id)
}
