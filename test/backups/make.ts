// node bin/run.mjs --all test/backups/make.ts
//
// Keeps a backup of this version: Wexcombe as it was on 6 May 2009. Once for each released version, never made again.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadExample } from '../../src/example/load.ts'
import { backUp } from '../../src/platform/backup/index.ts'
import { asOwner } from '../../src/platform/db/index.ts'
import { freshDatabase } from '../database/index.ts'

const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as { version: string }
const now = Temporal.Instant.from('2009-05-06T09:30:00Z')
const cleaning: (() => Promise<void>)[] = []
const { database, ownerUrl } = await freshDatabase({ after: work => void cleaning.push(work) })
try {
  await loadExample(database, now)
  const to = join(import.meta.dirname, `${version}.goldthread`)
  const { file } = await asOwner(ownerUrl, null, owner => backUp(owner, { to, version, now }))
  console.log(`${file} is made`)
} finally {
  for (const clean of cleaning) await clean()
}
