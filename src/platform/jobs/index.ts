/** Work that outlives the request that asked for it. */
export { createJobs, type Job, type Jobs, type Work } from './jobs.ts'
export { enqueue } from './store.ts'
