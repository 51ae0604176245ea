/** Whose confidential actions somebody sees: those of others are neither shown to them nor counted. */
import type { GroupId, Reach } from '../../partnership/index.ts'

/** For a statement that leaves out the rest. */
export type Sight = { readonly all: boolean; readonly groupIds: readonly GroupId[] }

/** As the reach of `see-confidential` says. */
export const sightIn = (reach: Reach): Sight => ({ all: reach === 'everybody', groupIds: typeof reach === 'string' ? [] : reach.groupIds })

/** For work that nobody does, and that tells nobody what they may not know. */
export const seesAll: Sight = { all: true, groupIds: [] }
/** For a page that is kept for everybody alike. */
export const seesOpenOnly: Sight = { all: false, groupIds: [] }
