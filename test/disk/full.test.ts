// A full disk: whoever saves is told so, nothing is lost, and it goes on by itself once there is room. `npm run test:disk` does the rest.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import test from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { connect } from '../../src/platform/db/connection.ts'
import { formIn } from '../web/form.ts'
import { type Disk, diskInMemory } from './disk.ts'
import { type Answer, diskOr, goldthreadOn, plain, type Started, saveAgain } from './goldthread.ts'

test('on a full disk a save and an import are refused in words, and both work again once there is room', async t => {
  const disk = diskOr(t, diskInMemory(140))
  if (disk === null) return
  const goldthread = await goldthreadOn(t, disk)
  const saved: string[] = []
  await saveAgain(goldthread, saved, 1)

  disk.fill()
  const refused = await saveUntilRefused(goldthread, saved)
  assert.equal(refused.status, 503)
  assert.match(
    plain(refused.body),
    /There is no room left to save anything A disk that Goldthread needs is full\. Nothing of what you sent was saved/,
  )
  const brought = await bringIn(goldthread)
  assert.equal(brought.status, 503)
  assert.match(plain(brought.body), /There is no room left/)
  // What is there can be read meanwhile.
  assert.deepEqual((await goldthread.kept()).toSorted(), saved.toSorted())

  disk.makeRoom()
  await saveAgain(goldthread, saved, 1)
  assert.deepEqual((await goldthread.kept()).toSorted(), saved.toSorted())
  assert.equal((await bringIn(goldthread)).status, 303)
  assert.doesNotMatch(goldthread.program.said(), /stopped unexpectedly/)
})

test('a database that a full disk has ended is started again once there is room, and nothing is lost', async t => {
  const disk = diskOr(t, diskInMemory(140))
  if (disk === null) return
  const goldthread = await goldthreadOn(t, disk)
  const saved: string[] = []
  await saveAgain(goldthread, saved, 1)

  disk.fill()
  await endByLog(disk)
  for (const deadline = performance.now() + 20_000; ; await sleep(200)) {
    const { status, body } = await goldthread.save('Partner of nobody')
    assert.equal(status, 503)
    if (/There is no room left/.test(body)) break
    assert.ok(performance.now() < deadline, plain(body))
  }
  assert.match(
    goldthread.program.said(),
    /The database cannot run: the disk that it is on is full\. Make room there, and it starts again by itself/,
  )
  assert.equal((await fetch(`${goldthread.program.origin}/health/ready`)).status, 503)

  disk.makeRoom()
  await saveAgain(goldthread, saved, 30)
  assert.deepEqual((await goldthread.kept()).toSorted(), saved.toSorted())
  assert.match(goldthread.program.said(), /The database is running again/)
})

/** The log that is written ahead has to go on, and cannot: PostgreSQL ends itself at once. */
async function endByLog({ folder }: Disk): Promise<void> {
  const sql = connect(`postgres://goldthread@localhost/goldthread?host=${encodeURIComponent(join(folder, 'data', 'socket'))}`, { max: 1 })
  try {
    for (let times = 0; times < 20; times++) await sql`select pg_logical_emit_message(false, 'full', 'x'), pg_switch_wal()`
    throw new Error('It goes on')
  } catch (error) {
    assert.notEqual((error as Error).message, 'It goes on')
  } finally {
    await sql.end({ timeout: 1 })
  }
}

/** Saves until one is refused. */
async function saveUntilRefused({ save }: Started, saved: string[]): Promise<Answer> {
  for (let number = saved.length; number < 2_000; number++) {
    const name = `Partner ${number}`
    const answer = await save(name)
    if (answer.status !== 303) return answer
    saved.push(name)
  }
  throw new Error('Everything was saved on a full disk')
}

const manyRows = `reference,title,polarity,value_type,decimals\n${Array.from({ length: 4_000 }, (_, at) => `X${at},Indicator ${at},higher,percentage,1`).join('\n')}\n`

async function bringIn({ browser, program }: Started): Promise<Answer> {
  const asked = formIn((await browser.get(`${program.origin}/disk/imports/new?kind=indicators`)).body, '/imports')
  const form = new FormData()
  for (const [name, contents] of Object.entries(asked.fields)) for (const content of contents) form.append(name, content)
  form.append('file', new Blob([manyRows], { type: 'text/csv' }), 'many.csv')
  const started = await browser.post(`${program.origin}${asked.action}`, form)
  if (started.status !== 303) return started
  const columns = `${program.origin}${started.location}`
  return browser.post(columns, formIn((await browser.get(columns)).body).fields)
}
