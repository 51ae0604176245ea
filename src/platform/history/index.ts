/** What changed, who changed it and when: written by the database's triggers, shown here in words that the modules give. */
export { type Head, headText, readHead, type Verified } from './chain.ts'
export { hasChains, headsOf, type PartnershipHead, verifyHistory } from './chain-store.ts'
export { tellHeads } from './heads.ts'
export type { RecordWords } from './history.ts'
export { historyPages, type RecordHistory, showHistory } from './pages.ts'
export { entriesAbout, noteSecurityEvent, type SecurityEvent } from './store.ts'
