// Backing up, restoring and moving by commands, each in a process of its own.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { loadExample } from '../src/example/load.ts'
import { folder, goldthread, now, on, root } from './command/goldthread.ts'
import { emptyDatabase, freshDatabase } from './database/index.ts'

test('a database is migrated, filled, shown, backed up, and restored elsewhere by commands alone', async t => {
  const here = { DATABASE_URL: await emptyDatabase(t) }
  const there = { DATABASE_URL: await emptyDatabase(t) }
  const file = join(folder(t), 'w.goldthread')

  const migrated = await goldthread(['migrate'], here)
  assert.equal(migrated.code, 0, migrated.err)
  assert.match(migrated.out, /^0001_platform\.sql\n(.*\n)*The database is as this version needs it now\.\n$/)
  assert.equal((await goldthread(['migrate'], here)).out, 'The database is as this version needs it.\n')
  assert.deepEqual(await goldthread(['scorecard'], here), {
    code: 1,
    out: '',
    err: 'There is no partnership yet: start Goldthread and set one up, or load the example.\n',
  })

  assert.match((await goldthread(['example', 'load'], here)).out, /^Wexcombe.* is there, at \/wexcombe\.\n$/)
  assert.match((await goldthread(['example', 'load'], here)).err, /^The example is there already/)

  const backedUp = await goldthread(['backup', file], here)
  assert.equal(backedUp.code, 0, backedUp.err)
  assert.match(backedUp.out, /w\.goldthread has [\d,]+ rows of \d+ tables\.\n$/)
  assert.match((await goldthread(['backup', file], here)).err, /is already there, and is left as it is: name another file\.\n$/)
  assert.match((await goldthread(['backup', 'verify', file])).out, /w\.goldthread is whole: [\d,]+ rows of \d+ tables, as they were on /)
  const restored = await goldthread(['restore', file], there)
  assert.equal(restored.code, 0, restored.err)
  assert.match(
    restored.out,
    /^[\d,]+ rows of \d+ tables are restored, as they were on .*; every table was compared with what was backed up\.\n$/,
  )
  const again = await goldthread(['restore', file], there)
  assert.deepEqual([again.code, again.out], [1, ''])
  assert.match(again.err, /^The database is not empty/)

  const [one, other] = await Promise.all([
    goldthread(['scorecard', '--format', 'csv'], here),
    goldthread(['scorecard', '--format', 'csv'], there),
  ])
  assert.equal(one.out, other.out)
  assert.match((await goldthread(['example', 'remove'], here)).out, /^Wexcombe.* is removed, with its people\.\n$/)
  assert.deepEqual((await goldthread(['example', 'remove'], here)).err, 'There is no example to remove.\n')
})

test('everything moves from one database to another with one command', async t => {
  const fresh = await freshDatabase(t)
  await loadExample(fresh.database, now)
  const target = await emptyDatabase(t)
  assert.match((await goldthread(['move', '--to', target], on(fresh))).err, /^A Goldthread is running on this database: stop it first\.\n$/)
  await fresh.database.close()
  const moved = await goldthread(['move', '--to', target], on(fresh))
  assert.equal(moved.code, 0, moved.err)
  assert.match(moved.out, /are restored.*\nWhat was there is still there/)
  assert.match((await goldthread(['scorecard'], { DATABASE_URL: target })).out, /^Reference/)
})

test('a database of Goldthread’s own is moved to a server and back, and backed up while it is used', async t => {
  const [own, back] = [folder(t), folder(t)]
  for (const made of [own, back]) rmSync(made, { recursive: true })
  const server = await emptyDatabase(t)
  assert.match((await goldthread(['backup', tmpdir()], { DATA_DIR: own })).err, /^There are no data of Goldthread in /)
  const loaded = await goldthread(['example', 'load'], { DATA_DIR: own })
  assert.equal(loaded.code, 0, loaded.err)
  const out = await goldthread(['move', '--to', server], { DATA_DIR: own })
  assert.equal(out.code, 0, out.err)
  const home = await goldthread(['move', '--to', 'own', '--data-dir', back], { DATABASE_URL: server })
  assert.equal(home.code, 0, home.err)

  const serving = spawn(process.execPath, [join(root, 'bin/goldthread.ts'), 'serve'], {
    env: { ...process.env, DATA_DIR: back, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise(resolve => serving.once('close', resolve))
  try {
    let said = ''
    for await (const text of serving.stdout) {
      said += text
      if (said.includes('Goldthread is ready')) break
    }
    const [during, scorecard, restoring] = await Promise.all([
      goldthread(['backup', join(own, '..', `${back.split('/').at(-1)}.goldthread`)], { DATA_DIR: back }),
      goldthread(['scorecard'], { DATA_DIR: back }),
      goldthread(['restore', join(root, 'test/backups/0.1.0.goldthread')], { DATA_DIR: back }),
    ])
    t.after(() => rmSync(`${back}.goldthread`, { force: true }))
    assert.equal(during.code, 0, during.err)
    assert.match(scorecard.out, /^Reference/)
    assert.match(restoring.err, /^The database is not empty/)
  } finally {
    serving.kill('SIGTERM')
    await ended
  }
})

test('a disk that takes no more is said, and no half of a backup is left', async t => {
  const fresh = await freshDatabase(t)
  await loadExample(fresh.database, now)
  const inside = folder(t)
  const { code, err } = await goldthread(['backup', join(inside, 'a.goldthread')], on(fresh), '20')
  assert.equal(code, 1)
  assert.match(err, /^The backup could not be written to .*: the file may not become so large\. Nothing is left of it\.\n$/)
  assert.deepEqual(readdirSync(inside), [])
})
