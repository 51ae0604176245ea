/** Work that outlives the request that asked for it, and work that is done once a day. */
export type { Daily, DailyOf } from './daily.ts'
export { createJobs, Hopeless, type Job, type JobEvent, type JobOutcome, type Jobs, together, type Work } from './jobs.ts'
export { enqueue, enqueueBetweenVisits, type Payload } from './store.ts'
