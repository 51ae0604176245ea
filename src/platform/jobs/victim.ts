// For store.test.ts: begins a job and is killed in the middle of it.
import { setTimeout as sleep } from 'node:timers/promises'
import { migrations } from '../../../test/database/index.ts'
import { openDatabase, prepareDatabase } from '../db/index.ts'
import { createJobs } from './index.ts'

const { appUrl } = await prepareDatabase(process.argv[2] ?? '', null, migrations)
const jobs = createJobs(openDatabase(appUrl, { poolSize: 4 }), console)
jobs.define('deadly', async () => {
  process.send?.('working')
  await sleep(60_000)
})
await jobs.start()
