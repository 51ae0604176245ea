import { day } from '../../src/kernel/day.ts'
import { type OrganisationId, personOf, setCoordinator } from '../../src/partnership/index.ts'
import type { FreshApp, Person } from './index.ts'

/** Makes somebody the data coordinator of these organisations, and of no others. */
export async function reportsFor(
  { visit }: Pick<FreshApp, 'visit'>,
  { accountId }: Person,
  organisationIds: readonly OrganisationId[],
  today = '2009-05-06',
): Promise<void> {
  await visit('write', async db => {
    const personId = await personOf(db, accountId)
    if (personId === null) throw new Error('An account is nobody at the table')
    await setCoordinator(db, personId, organisationIds, day(today))
  })
}
