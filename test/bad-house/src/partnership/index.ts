export { type Organisation, organisations } from './organisation/organisation.ts'
