import { allOrganisations } from '../../partnership/organisation/store.ts'

export const window = allOrganisations
