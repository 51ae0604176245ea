// For store.test.ts and daily.test.ts: begins a job, or what is done daily, and is killed in the middle of it.
import { setTimeout as sleep } from 'node:timers/promises'
import { migrations } from '../../../test/database/index.ts'
import { openDatabase, prepareDatabase } from '../db/index.ts'
import { createJobs } from './index.ts'

const [ownerUrl = '', daily] = process.argv.slice(2)
const { appUrl } = await prepareDatabase(ownerUrl, null, migrations)
const noon = () => Temporal.Now.zonedDateTimeISO('Europe/London').with({ hour: 12 }).toInstant()
const jobs = createJobs(openDatabase(appUrl, { poolSize: 4 }), console, { clock: noon })
const work = async () => {
  process.send?.('working')
  await sleep(60_000)
}
if (daily === undefined) jobs.define('deadly', work)
else jobs.daily({ name: daily, at: '07:00', work })
await jobs.start()
