// Nothing lost: what was backed up is restored, wherever and from whatever version, and compared to the last digit.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { type TestContext } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { loadExample } from '../src/example/load.ts'
import { BackupProblem, backUp, type Manifest, restore, verifyBackup } from '../src/platform/backup/index.ts'
import { connect } from '../src/platform/db/connection.ts'
import { asOwner, migrationsIn, openDatabase, prepareDatabase } from '../src/platform/db/index.ts'
import { type Head, headsOf, type Verified, verifyHistory } from '../src/platform/history/index.ts'
import { emptyDatabase, freshDatabase, migrations } from './database/index.ts'
import { type Kind, kind, startTestServer, systemPrograms } from './database/server.ts'

const now = Temporal.Instant.from('2009-05-06T09:30:00Z')
const root = join(import.meta.dirname, '..')

function folder(t: TestContext): string {
  const made = mkdtempSync(join(tmpdir(), 'goldthread-backup-'))
  t.after(() => rmSync(made, { recursive: true, force: true }))
  return made
}

const backUpFrom = (ownerUrl: string, to: string) => asOwner(ownerUrl, null, owner => backUp(owner, { to, version: '0.1.0', now }))
const restoreTo = (ownerUrl: string, file: string, known = migrations) =>
  asOwner(ownerUrl, null, owner => restore(owner, { file, migrations: known, login: 'goldthread_login' }))

const contents = ({ tables, sequences }: Manifest) => ({ tables, sequences })
const verifyAll = (url: string, kept: Head | null = null) =>
  asOwner(url, null, owner =>
    owner.begin(async db => {
      const found: Verified[] = []
      for (const { partnershipId } of await headsOf(db)) found.push(await verifyHistory(db, partnershipId, kept))
      return found
    }),
  )
const rowsIn = ({ tables }: Manifest, name: string) => tables.find(table => table.name === name)?.rows

async function example(t: TestContext): Promise<{ ownerUrl: string; file: string; manifest: Manifest }> {
  const { database, ownerUrl } = await freshDatabase(t)
  await loadExample(database, now)
  await addPaper(ownerUrl)
  return { ownerUrl, ...(await backUpFrom(ownerUrl, join(folder(t), 'wexcombe.goldthread'))) }
}

/** A file that somebody put in, of three pieces. */
const addPaper = (ownerUrl: string) =>
  asOwner(
    ownerUrl,
    null,
    owner => owner`
      with file as (
        insert into platform.stored_file (partnership_id, name, kind, bytes, digest, made_by_name)
        select id, 'budget.pdf', 'pdf', 786432, repeat('0', 64), 'Priya Nair' from platform.partnership limit 1 returning partnership_id, id)
      insert into platform.stored_file_piece (partnership_id, file_id, number, content)
      select partnership_id, id, n, decode(repeat(md5(n::text), 16384), 'hex') from file, generate_series(0, 2) n`,
  )

test('what is backed up is restored into an empty database, to the last digit, and new rows get new numbers', async t => {
  const { file, manifest } = await example(t)
  assert.ok((rowsIn(manifest, 'performance.data_return') ?? 0) > 100)
  assert.ok((rowsIn(manifest, 'platform.history') ?? 0) > 100)
  assert.equal(rowsIn(manifest, 'platform.stored_file_piece'), 3)
  assert.deepEqual(await verifyBackup(file), manifest)

  const elsewhere = await emptyDatabase(t)
  const restored = await restoreTo(elsewhere, file)
  assert.deepEqual(restored, { manifest, migrated: [] })
  const again = await backUpFrom(elsewhere, join(folder(t), 'again.goldthread'))
  assert.deepEqual(contents(again.manifest), contents(manifest))

  const sql = connect(elsewhere, { max: 1 })
  t.after(() => sql.end())
  const [held] = await sql<{ keys: number; triggers: number }[]>`
    select (select count(*) from pg_constraint where contype = 'f' and convalidated) as keys,
           (select count(*) from pg_trigger where not tgisinternal and tgenabled = 'O') as triggers`
  assert.ok((held?.keys ?? 0) > 20 && (held?.triggers ?? 0) > 10)
  await sql`insert into partnership.organisation (partnership_id, name) select id, 'Wexcombe Beekeepers' from platform.partnership`
  const [history] = await sql<{ act: string }[]>`select act from platform.history order by id desc limit 1`
  assert.equal(history?.act, 'added')

  // The chain goes on from where it stood, as the backup's manifest says.
  const [kept] = manifest.heads ?? []
  assert.ok(kept)
  const [verified] = await verifyAll(elsewhere, kept)
  assert.deepEqual([verified?.breaks, verified?.head.count], [[], kept.count + 1])
})

test('a restored database has the same schema as a new one', async t => {
  const { file } = await example(t)
  const [restored, fresh] = [await emptyDatabase(t), await emptyDatabase(t)]
  await restoreTo(restored, file)
  await prepareDatabase(fresh, null, migrations)
  const schema = async (url: string) => {
    const sql = connect(url, { max: 1 })
    const rows = await sql`
      select conrelid::regclass::text as of, conname::text as name, pg_get_constraintdef(oid) as definition, convalidated as valid from pg_constraint
       where connamespace::regnamespace::text in ('platform', 'partnership', 'performance')
       union all
      select tablename, indexname, indexdef, true from pg_indexes where schemaname in ('platform', 'partnership', 'performance')
       union all
      select attrelid::regclass::text, attname::text, atttypid::regtype::text, attnotnull from pg_attribute join pg_class c on c.oid = attrelid
       where c.relkind = 'r' and attnum > 0 and c.relnamespace::regnamespace::text in ('platform', 'partnership', 'performance')
       union all
      select tgrelid::regclass::text, tgname::text, pg_get_triggerdef(oid), tgenabled = 'O' from pg_trigger where not tgisinternal
       order by 1, 2, 3`
    await sql.end()
    return rows
  }
  assert.deepEqual(await schema(restored), await schema(fresh))
})

test('who was signed in when it was made is not signed in by it, and codes are not in it', async t => {
  const { database, ownerUrl, owner } = await freshDatabase(t)
  await loadExample(database, now)
  await owner`insert into platform.session (token_digest, account_id) select sha256('secret'), min(id) from platform.account`
  const { manifest, file } = await backUpFrom(ownerUrl, folder(t))
  assert.deepEqual(manifest.leftOut, [
    'platform.session',
    'platform.second_step',
    'platform.used_challenge',
    'platform.provider_request',
    'platform.setup_code',
    'platform.attempt',
  ])
  assert.equal(rowsIn(manifest, 'platform.session'), undefined)
  assert.match(file, /goldthread-2009-05-06T09-30-00Z\.goldthread$/)
})

test('a backup is of one moment, while others write', async t => {
  const { database, ownerUrl, owner } = await freshDatabase(t)
  await loadExample(database, now)
  const [partnership] = await owner<{ id: number }[]>`select id from platform.partnership`
  let going = true
  let written = 0
  const who = { partnershipId: partnership?.id ?? 0, accountId: null, name: 'Test', requestId: 'test' }
  const writing = (async () => {
    for (; going; written++) {
      // In one visit, an area and an organisation: whoever sees one of them sees both.
      await database.visit(who, 'write', async db => {
        await db`insert into partnership.area (name, kind) values (${`Ward ${written}`}, 'ward')`
        await db`insert into partnership.organisation (name) values (${`Friends of Ward ${written}`})`
      })
    }
  })()
  while (written < 20) await sleep(5)
  const { file, manifest } = await backUpFrom(ownerUrl, join(folder(t), 'busy.goldthread'))
  going = false
  await writing

  const elsewhere = await emptyDatabase(t)
  await restoreTo(elsewhere, file)
  const sql = connect(elsewhere, { max: 1 })
  const [counts] = await sql<{ wards: number; friends: number; history: number }[]>`
    select (select count(*) from partnership.area where name like 'Ward %') as wards,
           (select count(*) from partnership.organisation where name like 'Friends of Ward %') as friends,
           (select count(*) from platform.history where after ->> 'name' like '%Ward %') as history`
  await sql.end()
  assert.ok((counts?.wards ?? 0) >= 20)
  assert.equal(counts?.friends, counts?.wards)
  assert.equal(counts?.history, (counts?.wards ?? 0) * 2)
  assert.ok(rowsIn(manifest, 'platform.history'))
})

test('a plain owner, who is no superuser, can back up and restore', async t => {
  const { file, manifest } = await example(t)
  const url = await emptyDatabase(t)
  const server = connect(url, { max: 1 })
  const plain = `plain_${Math.random().toString(36).slice(2, 10)}`
  await server.unsafe(`create role ${plain} login createrole password 'plain'`)
  await server.unsafe(`alter database ${new URL(url).pathname.slice(1)} owner to ${plain}`)
  t.after(async () => {
    const again = connect(url.replace(/\/test_[0-9a-f]+/, '/postgres'), { max: 1 })
    await again.unsafe(`drop role if exists ${plain}`).catch(() => {})
    await again.end()
  })
  await server.end()
  const asPlain = new URL(url)
  asPlain.username = plain
  asPlain.password = 'plain'
  // The login role's password is that of another owner here: the address is given, as it is where an owner may not make roles.
  const { appUrl } = await prepareDatabase(await emptyDatabase(t), null, migrations)
  const app = new URL(appUrl)
  app.pathname = asPlain.pathname
  await asOwner(asPlain.href, app.href, owner => restore(owner, { file, migrations, login: 'goldthread_login' }))
  const again = await asOwner(asPlain.href, app.href, owner =>
    backUp(owner, { to: join(folder(t), 'plain.goldthread'), version: '0.1.0', now }),
  )
  assert.deepEqual(contents(again.manifest), contents(manifest))
})

test('it is restored into an empty database only, which one that was only started is', async t => {
  const { file, ownerUrl } = await example(t)
  await assert.rejects(restoreTo(ownerUrl, file), (error: Error) => {
    assert.ok(error instanceof BackupProblem)
    assert.match(
      error.message,
      /^The database is not empty \(there are rows in actions\.action\): a backup is restored into an empty database/,
    )
    return true
  })

  const started = await freshDatabase(t)
  await started.owner`insert into platform.setup_code (code_digest) values (sha256('code'))`
  await started.database.close()
  await restoreTo(started.ownerUrl, file)

  const foreign = await emptyDatabase(t)
  const sql = connect(foreign, { max: 1 })
  await sql`create schema performance`
  await sql.end()
  await assert.rejects(restoreTo(foreign, file), /^BackupProblem: The database has performance already, which no Goldthread made/)
})

test('a database in which Goldthread is running is let be', async t => {
  const { file } = await example(t)
  const { ownerUrl, database } = await freshDatabase(t)
  await database.platform(async db => db`select`)
  await assert.rejects(restoreTo(ownerUrl, file), /A Goldthread is running on this database: stop it first/)
})

test('a file that is not whole is refused in a sentence, and nothing is restored', async t => {
  const { file } = await example(t)
  const inside = folder(t)
  const target = await emptyDatabase(t)
  const whole = readFileSync(file)
  const check = async (what: string, spoil: (copy: string) => void, expected: RegExp) => {
    const copy = join(inside, `${what}.goldthread`)
    copyFileSync(file, copy)
    spoil(copy)
    await assert.rejects(verifyBackup(copy), expected, what)
    await assert.rejects(restoreTo(target, copy), expected, what)
  }
  const flip = (at: number) => (copy: string) => {
    const bytes = Buffer.from(whole)
    bytes[at] = (bytes[at] ?? 0) ^ 0x10
    writeFileSync(copy, bytes)
  }
  const where = (name: string) => whole.indexOf(name)

  await check('empty', copy => truncateSync(copy), /is not a backup of Goldthread/)
  await check('another', copy => writeFileSync(copy, 'Indicator,Period,Value\n'.repeat(100)), /is not a backup of Goldthread/)
  await check('tail cut', copy => truncateSync(copy, whole.length - 1_030), /is (cut short|damaged)/)
  await check('half', copy => truncateSync(copy, whole.length / 2), /is cut short: the end of it is missing/)
  await check('header', flip(where('tables/performance.theme') + 3), /is damaged: what is in it cannot be found/)
  await check(
    'content',
    flip(where('tables/performance.data_return') + 5_000),
    /is damaged: performance\.data_return is not as it was written/,
  )
  await check('manifest', flip(where('"lastValue"') + 15), /is damaged: what it says of itself is not what was written/)
  await assert.rejects(verifyBackup(join(inside, 'nowhere.goldthread')), /There is no file/)
  await assert.rejects(verifyBackup(inside), /is a folder/)

  assert.deepEqual(await schemasIn(target), [])
})

test('a backup whose rows do not hold together is refused when all of them are loaded, and the database is left empty', async t => {
  const { database, ownerUrl, owner } = await freshDatabase(t)
  await loadExample(database, now)
  await owner`alter table performance.theme drop constraint theme_partnership_id_agreement_id_fkey`
  await owner`insert into performance.theme (partnership_id, agreement_id, title) select id, 999999, 'Of no agreement' from platform.partnership`
  const { file } = await backUpFrom(ownerUrl, join(folder(t), 'orphan.goldthread'))
  const target = await emptyDatabase(t)
  await assert.rejects(restoreTo(target, file), /^BackupProblem: What is in the backup does not hold together: .*theme/)
  assert.deepEqual(await schemasIn(target), [])
  await assert.rejects(restoreTo(target, file), /does not hold together/)
})

async function schemasIn(url: string): Promise<string[]> {
  const sql = connect(url, { max: 1 })
  const rows = await sql<{ name: string }[]>`
    select nspname::text as name from pg_namespace where nspname in ('platform', 'partnership', 'performance', 'migration')`
  await sql.end()
  return rows.map(({ name }) => name)
}

test('any bit that is turned over is noticed, or makes no difference to what is restored', async t => {
  const { file, manifest } = await example(t)
  const whole = readFileSync(file)
  const copy = join(folder(t), 'turned.goldthread')
  let unnoticed = 0
  for (let tried = 0; tried < 150; tried++) {
    const at = Math.floor((tried / 150) * whole.length) + (tried % 7)
    const bytes = Buffer.from(whole)
    bytes[at] = (bytes[at] ?? 0) ^ (1 << (tried % 8))
    writeFileSync(copy, bytes)
    const found = await verifyBackup(copy).catch(error => {
      assert.ok(error instanceof BackupProblem, `at ${at}: ${error.stack}`)
      return null
    })
    if (found === null) continue
    unnoticed++
    assert.deepEqual(found, manifest)
  }
  assert.ok(unnoticed < 30, `${unnoticed} of 150`)
})

test('a newer version’s backup is refused in a sentence', async t => {
  const { file } = await example(t)
  await assert.rejects(
    restoreTo(await emptyDatabase(t), file, migrations.slice(0, -1)),
    /It was made by a newer Goldthread \(0\.1\.0, with .*\.sql\); this version knows migrations up to/,
  )
})

test('an older version’s backup is brought to today’s form', async t => {
  const ownerUrl = await emptyDatabase(t)
  await prepareDatabase(ownerUrl, null, migrations.slice(0, 4))
  const { file, manifest } = await backUpFrom(ownerUrl, join(folder(t), 'older.goldthread'))
  assert.equal(manifest.migrations.length, 4)
  const elsewhere = await emptyDatabase(t)
  const { migrated } = await restoreTo(elsewhere, file)
  assert.deepEqual(migrated, migrations.slice(4))
})

test('a file that is there is never written over, and a backup that fails leaves nothing', async t => {
  const { file, ownerUrl } = await example(t)
  await assert.rejects(backUpFrom(ownerUrl, file), /is already there, and is left as it is: name another file/)
  await assert.rejects(backUpFrom(ownerUrl, join(folder(t), 'none', 'a.goldthread')), /could not be written .* there is no such folder/)
  const empty = folder(t)
  await assert.rejects(backUpFrom(await emptyDatabase(t), join(empty, 'a.goldthread')), /There is nothing to back up/)
  assert.deepEqual(readdirSync(empty), [])
})

test('it is a tar of gzipped tables, which can be opened without Goldthread', async t => {
  const { file, manifest } = await example(t)
  const listed = spawnSync('tar', ['-tf', file], { encoding: 'utf8' })
  if (listed.error) return t.diagnostic('left out: there is no tar here')
  assert.equal(listed.status, 0, listed.stderr)
  assert.deepEqual(listed.stdout.trim().split('\n'), [
    'about.txt',
    ...manifest.tables.map(({ name }) => `tables/${name}.copy.gz`),
    'manifest.json',
    'manifest.json.sha256',
  ])
  const unpacked = folder(t)
  spawnSync('tar', ['-xf', file, '-C', unpacked])
  const digest = createHash('sha256')
    .update(readFileSync(join(unpacked, 'manifest.json')))
    .digest('hex')
  assert.equal(readFileSync(join(unpacked, 'manifest.json.sha256'), 'utf8'), `${digest}  manifest.json\n`)
})

test('from the database of our own to a server, and back, nothing is different', async t => {
  const other: Kind = kind === 'embedded' ? 'server' : 'embedded'
  if (other === 'server' && systemPrograms() === null) return t.diagnostic('left out: there is no PostgreSQL of the system here')
  const server = await startTestServer(other)
  t.after(() => server.stop())
  const { file, manifest } = await example(t)
  await restoreTo(server.url, file)
  const there = await backUpFrom(server.url, join(folder(t), 'there.goldthread'))
  assert.deepEqual(contents(there.manifest), contents(manifest))
  assert.notEqual(there.manifest.postgres, manifest.postgres)
  const back = await emptyDatabase(t)
  await restoreTo(back, there.file)
  const again = await backUpFrom(back, join(folder(t), 'back.goldthread'))
  assert.deepEqual(contents(again.manifest), contents(manifest))
})

/** One of each released version, made by it from the example as it was on 6 May 2009. */
for (const name of readdirSync(join(root, 'test/backups')).filter(name => name.endsWith('.goldthread')))
  test(`${name}, which is kept, restores on today’s schema and can be worked with`, async t => {
    const url = await emptyDatabase(t)
    const { manifest } = await restoreTo(url, join(root, 'test/backups', name))
    assert.equal(`${manifest.goldthread}.goldthread`, name)
    const { appUrl, applied } = await prepareDatabase(url, null, migrationsIn(join(root, 'migrations')))
    assert.deepEqual(applied, [])
    const verified = await verifyAll(url)
    assert.deepEqual(
      verified.flatMap(({ breaks }) => breaks),
      [],
    )
    const entries = verified.reduce((sum, each) => sum + each.entries, 0)
    assert.ok(entries >= (rowsIn(manifest, 'platform.history') ?? 0))
    const database = openDatabase(appUrl, { poolSize: 1 })
    t.after(() => database.close())
    const [found] = await database.platform(db => db<{ slug: string }[]>`select slug from platform.partnership order by id`)
    assert.equal(found?.slug, 'wexcombe')
  })
