// For jobs.test.ts: reminds and sends mail until it is killed.
import { migrations } from '../../../test/database/index.ts'
import { openDatabase, prepareDatabase } from '../../platform/db/index.ts'
import { createJobs } from '../../platform/jobs/index.ts'
import { mailJobs, visitLetters } from '../../platform/mail/index.ts'
import { actionLetters, remindOfActions } from './jobs.ts'

const [ownerUrl = '', url = '', now = ''] = process.argv.slice(2)
const { appUrl } = await prepareDatabase(ownerUrl, null, migrations)
const clock = () => Temporal.Instant.from(now)
const jobs = createJobs(openDatabase(appUrl, { poolSize: 4 }), console, { workers: 1, clock })
jobs.daily(remindOfActions)
mailJobs(
  jobs,
  { kind: 'smtp', url, from: 'thread@wexcombe.example' },
  visitLetters({ origin: 'http://thread.example', clock }, actionLetters),
)
await jobs.start()
