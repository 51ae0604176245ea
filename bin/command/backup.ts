import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Config, readConfig } from '../../src/config.ts'
import { backUp, type Manifest, refuseWhileServing, restore, verifyBackup } from '../../src/platform/backup/index.ts'
import { asOwner } from '../../src/platform/db/index.ts'
import { headText } from '../../src/platform/history/index.ts'
import type { Given } from './arguments.ts'
import { migrations, settings, version, withServer } from './database.ts'
import { Refused } from './refused.ts'
import { counted, nowDoing } from './terminal.ts'

export async function backup({ FILE = '' }: Given): Promise<void> {
  const { file, manifest } = await backUpFrom(settings().database, FILE)
  console.log(`${file} has ${contentOf(manifest)}.`)
}

export async function verify({ FILE = '' }: Given): Promise<void> {
  const manifest = await verifyBackup(FILE)
  console.log(`${FILE} is whole: ${contentOf(manifest)}, as they were on ${momentOf(manifest)}, by Goldthread ${manifest.goldthread}.`)
  for (const { partnership, ...head } of manifest.heads ?? []) console.log(`The history of ${partnership} stood at ${headText(head)}`)
}

export async function restoreFile({ FILE = '' }: Given): Promise<void> {
  console.log(await restoreTo(settings().database, FILE))
}

/** By way of a file, which is removed. */
export async function move({ to = '', 'data-dir': dataDir }: Given): Promise<void> {
  const from = settings().database
  const target = targetOf(to, dataDir)
  const folder = mkdtempSync(join(tmpdir(), 'goldthread-move-'))
  try {
    const { file } = await backUpFrom(from, folder, true)
    console.log(await restoreTo(target, file))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  console.log(
    target.kind === 'own'
      ? `What was there is still there, and Goldthread works with it until it is started without DATABASE_URL${target.dataDir === null ? '' : ` and with DATA_DIR=${target.dataDir}`}.`
      : 'What was there is still there, and Goldthread works with it until it is started with DATABASE_URL set to that address.',
  )
}

function targetOf(to: string, dataDir: string | undefined): Config['database'] {
  if (to !== 'own' && dataDir !== undefined) throw new Refused('--data-dir is for --to own.')
  const read = readConfig(to === 'own' ? { DATA_DIR: dataDir } : { DATABASE_URL: to })
  if (!read.accepted)
    throw new Refused('--to must be the address of a PostgreSQL database, such as postgres://owner:password@host:5432/goldthread, or own.')
  return read.value.database
}

/** To be moved, nobody may write to it any more: it would be written to the old place only. */
async function backUpFrom(database: Config['database'], to: string, toMove = false) {
  const doing = nowDoing()
  return withServer(database, false, ({ ownerUrl, appUrl }) =>
    asOwner(ownerUrl, appUrl, (owner, url) =>
      backUp(owner, {
        to,
        version,
        now: Temporal.Now.instant(),
        progress: doing.show,
        ...(toMove && { first: db => refuseWhileServing(db, loginOf(url)) }),
      }),
    ),
  ).finally(doing.end)
}

async function restoreTo(database: Config['database'], file: string): Promise<string> {
  // Before a database is made for it.
  await verifyBackup(file)
  const doing = nowDoing()
  const { manifest, migrated } = await withServer(database, true, ({ ownerUrl, appUrl }) =>
    asOwner(ownerUrl, appUrl, (owner, url) => restore(owner, { file, migrations, login: loginOf(url), progress: doing.show })),
  ).finally(doing.end)
  const since = migrated.length === 0 ? '' : ` It was brought to the form of this version (${counted(migrated.length, 'migration')}).`
  return `${contentOf(manifest)} are restored, as they were on ${momentOf(manifest)}; every table was compared with what was backed up.${since}`
}

const loginOf = (appUrl: string): string => decodeURIComponent(new URL(appUrl).username)

const contentOf = ({ tables }: Manifest): string =>
  `${counted(
    tables.reduce((sum, { rows }) => sum + rows, 0),
    'row',
  )} of ${counted(tables.length, 'table')}`

const momentOf = ({ createdAt }: Manifest): string =>
  Temporal.Instant.from(createdAt)
    .toZonedDateTimeISO('Europe/London')
    .toLocaleString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' })
