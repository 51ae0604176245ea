// npm run test:disk
//
// What a disk may do to a Goldthread on it: it is full, it goes read-only, it is so when Goldthread starts.
import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { startProgram } from '../kill/program.ts'
import { type BreakingDisk, breakingDisk, diskInMemory } from './disk.ts'
import './full.test.ts'
import { diskOr, goldthreadOn, plain, saveAgain } from './goldthread.ts'

test('a disk that goes read-only is told of, and once it is mended everything goes on', async t => {
  const disk = diskOr<BreakingDisk>(t, breakingDisk(300))
  if (disk === null) return
  const goldthread = await goldthreadOn(t, disk)
  const saved: string[] = []
  await saveAgain(goldthread, saved, 1)

  disk.breakDown()
  for (const deadline = performance.now() + 30_000; ; await sleep(200)) {
    const { status, body } = await goldthread.save('Partner of nobody')
    assert.equal(status, 503)
    if (/A disk that Goldthread needs can only be read/.test(body)) break
    assert.ok(performance.now() < deadline, plain(body))
  }

  await disk.mend()
  await saveAgain(goldthread, saved, 30)
  assert.deepEqual((await goldthread.kept()).toSorted(), saved.toSorted())
})

test('a start on a full disk and on one that can only be read says so in a sentence and ends', async t => {
  const disk = diskOr(t, diskInMemory(140))
  if (disk === null) return
  t.after(() => disk.remove())
  const folder = join(disk.folder, 'data')
  const start = () => startProgram({ DATA_DIR: folder })

  disk.fill()
  await assert.rejects(start(), /full\. Make room there, then start Goldthread again/)
  assert.equal(existsSync(join(folder, 'postgres', 'PG_VERSION')), false)
  disk.makeRoom()
  await (await start()).stop()

  disk.fill()
  await assert.rejects(start(), /The database in \S+ could not be started: the disk that it is on is full\. Make room there, then start/)
  disk.makeRoom()

  disk.setReadOnly(true)
  await assert.rejects(start(), /Goldthread cannot keep its data in \S+: the disk that it is on can only be read\. Make it writable again/)
  disk.setReadOnly(false)
  await (await start()).stop()
})
