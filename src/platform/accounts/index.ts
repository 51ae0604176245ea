/**
 * Accounts: who may sign in, which partnerships they belong to, and how a first one is set up.
 *
 * Owns the tables of the platform that belong to no partnership. Knows a partnership as a number, a name and an address, and asks main.ts for
 * the rest (what its area is, what the example holds).
 */
export { addAccount } from './account/store.ts'
export { createPartnership, examplePartnership, freeSlug, partnerships, removePartnership } from './address/store.ts'
export { addDistrict, setShares } from './district/store.ts'
export { accountLetters } from './letter/write.ts'
export { readColleague } from './membership/form.ts'
export { type Invited, inviteColleague } from './membership/invite-colleague.ts'
export { addTo, type Member } from './membership/membership.ts'
export { addMembership, type Colleague, colleagues, membersOf } from './membership/store.ts'
export { pathOf } from './one-time-link/one-time-link.ts'
export { breachedFile, digestsOf } from './passphrase/breached.ts'
export { hashOf } from './passphrase/hash.ts'
export { shortest } from './passphrase/passphrase.ts'
export type { OutsideSettings } from './provider/pages.ts'
export { recoverAccount } from './recovery/recovery.ts'
export { resetJobs } from './reset/job.ts'
export { accountsRoutes } from './routes.ts'
export { digestOf, newSecret } from './secret.ts'
export { arriveWith } from './session/arrive.ts'
export { startSession } from './session/store.ts'
export type { SetupOptions } from './setup/pages.ts'
export { enterPartnership, leavePartnership, lockSetup, makeSetupCode } from './setup/store.ts'
