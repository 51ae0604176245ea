/** Work that outlives the request that asked for it. */
export { createJobs, Hopeless, type Job, type JobEvent, type JobOutcome, type Jobs, together, type Work } from './jobs.ts'
export { enqueue, enqueueBetweenVisits, type Payload } from './store.ts'
