// For kill.test.ts: sends mail until it is killed.
import { migrations } from '../../../test/database/index.ts'
import { accountLetters } from '../accounts/index.ts'
import { openDatabase, prepareDatabase } from '../db/index.ts'
import { createJobs } from '../jobs/index.ts'
import { mailJobs } from './index.ts'

const [ownerUrl = '', url = ''] = process.argv.slice(2)
const { appUrl } = await prepareDatabase(ownerUrl, null, migrations)
const jobs = createJobs(openDatabase(appUrl, { poolSize: 4 }), console, { workers: 1 })
const letters = accountLetters({ origin: 'http://thread.example', clock: () => Temporal.Now.instant() })
mailJobs(jobs, { kind: 'smtp', url, from: 'thread@wexcombe.example' }, letters)
await jobs.start()
