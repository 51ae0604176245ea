/** Work that outlives the request that asked for it. */
export { createJobs, type Job, type JobEvent, type JobOutcome, type Jobs, type Work } from './jobs.ts'
export { enqueue } from './store.ts'
