// npm run test:kill [-- --rounds 20]
//
// What was acknowledged is there after a power cut. Somebody saves one thing after another; at a random moment the web process, the database, or
// both are killed; Goldthread is started again, and everything that it had said was saved has to be there. So it is with a database of its own and
// on a server. Then an import is killed at a random moment: afterwards all of its rows are there, or none.
import assert from 'node:assert/strict'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { formIn } from '../web/form.ts'
import { ownDatabase, type Place, serversDatabase } from './place.ts'
import { Browser, type Program, startProgram } from './program.ts'

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '20' } } })
const rounds = Number(values.rounds)
const ways = ['web', 'database', 'both'] as const
type Way = (typeof ways)[number]
const rowsOfImport = 4_000

let failed = 0
for (const [name, make] of [
  ['its own database', async () => ownDatabase()],
  ['a server', serversDatabase],
] as const) {
  const place = await make()
  try {
    const somebody = await setUp(place)
    for (const way of ways) await inRounds(`${name}, ${way} killed`, () => saveAndKill(place, somebody, way))
    await inRounds(`${name}, an import killed`, () => importAndKill(place, somebody))
  } finally {
    await place.remove()
  }
}
console.log(failed === 0 ? 'Nothing that was acknowledged was lost, and no start was refused.' : `${failed} rounds went wrong.`)
process.exit(failed === 0 ? 0 : 1)

/** What one round saved, as far as it was said. */
type Saved = { readonly acknowledged: number; readonly seconds: number }

async function inRounds(name: string, round: () => Promise<Saved>): Promise<void> {
  const done: Saved[] = []
  for (let number = 1; number <= rounds; number++) {
    try {
      done.push(await round())
    } catch (error) {
      failed++
      console.error(`${name}, round ${number}: ${error instanceof Error ? error.message : error}`)
    }
  }
  const total = done.reduce((sum, { acknowledged }) => sum + acknowledged, 0)
  const slowest = Math.max(0, ...done.map(({ seconds }) => seconds))
  console.log(`${name}: ${done.length} of ${rounds} rounds well, ${total} acknowledged, slowest start ${slowest.toFixed(1)} s`)
}

async function setUp(place: Place): Promise<Browser> {
  const program = await startProgram(place.environment)
  const browser = new Browser()
  await browser.get(`${program.origin}/?code=${program.code}`)
  const answer = await browser.post(`${program.origin}/setup`, {
    partnership: 'Kill',
    area: 'Trafford',
    name: 'Amina Siddiqui',
    email: 'amina@kill.example',
    passphrase: 'seven yellow bicycles',
  })
  assert.equal(answer.status, 303, 'It could not be set up')
  const { body } = await browser.get(`${program.origin}/kill/agreements/new`)
  const agreement = { title: 'Agreement', firstYear: '2008-09', lastYear: '2010-11', tolerance: '5%' }
  const added = await browser.post(`${program.origin}/kill/agreements/new`, { ...formIn(body).fields, ...agreement })
  assert.equal(added.status, 303, 'No agreement could be added')
  await program.stop()
  return browser
}

async function saveAndKill(place: Place, browser: Browser, way: Way): Promise<Saved> {
  await place.start()
  const program = await startProgram(place.environment)
  const acknowledged: string[] = []
  const round = Math.random().toString(36).slice(2, 10)
  let isOver = false
  const saving = (async () => {
    for (let number = 0; !isOver; number++) {
      const name = `Partner ${round} ${number}`
      const answer = await browser.post(`${program.origin}/kill/organisations/new`, { name }).catch(() => null)
      if (answer?.status === 303) acknowledged.push(name)
      else if (answer === null) await sleep(5)
    }
  })()
  await sleep(150 + Math.random() * 600)
  await Promise.all([way === 'database' ? null : program.kill(), way === 'web' ? null : place.kill()])
  isOver = true
  await saving

  const again = await restarted(place, program, way)
  const there = await organisations(again.program, browser)
  const missing = acknowledged.filter(name => !there.includes(`>${name}<`))
  await again.program.stop()
  assert.equal(missing.length, 0, `${missing.length} of ${acknowledged.length} acknowledged are missing`)
  return { acknowledged: acknowledged.length, seconds: again.seconds }
}

/** The list of all of them, which has pages. */
async function organisations({ origin }: Program, browser: Browser): Promise<string> {
  let all = ''
  for (let page = 1; ; page++) {
    const { body } = await browser.get(`${origin}/kill/organisations?page=${page}`)
    all += body
    if (!body.includes(`page=${page + 1}"`)) return all
  }
}

/** A database of its own takes the web process with it; of a server only the server is started again, and the web process finds it. */
async function restarted(place: Place, program: Program, way: Way): Promise<{ readonly program: Program; readonly seconds: number }> {
  const began = performance.now()
  await place.start()
  if (way === 'database' && 'DATABASE_URL' in place.environment) {
    for (const deadline = performance.now() + 20_000; performance.now() < deadline; await sleep(50)) {
      const answer = await fetch(`${program.origin}/health/ready`).catch(() => null)
      if (answer?.status === 200) return { program, seconds: (performance.now() - began) / 1_000 }
    }
    throw new Error('The web process did not find its server again within 20 s')
  }
  await Promise.race([program.stop(), sleep(12_000)])
  return { program: await startProgram(place.environment), seconds: (performance.now() - began) / 1_000 }
}

async function importAndKill(place: Place, browser: Browser): Promise<Saved> {
  await place.start()
  const program = await startProgram(place.environment)
  const round = Math.random().toString(36).slice(2, 8).toUpperCase()
  const lines = Array.from({ length: rowsOfImport }, (_, at) => `${round}${at},Indicator ${round} ${at},higher,percentage,1`)
  const form = new FormData()
  form.append(
    'file',
    new Blob([`reference,title,polarity,value_type,decimals\n${lines.join('\n')}\n`], { type: 'text/csv' }),
    `${round}.csv`,
  )
  const asked = formIn((await browser.get(`${program.origin}/kill/imports/new?kind=indicators`)).body, '/imports')
  for (const [name, contents] of Object.entries(asked.fields)) for (const content of contents) form.append(name, content)
  const started = await browser.post(`${program.origin}${asked.action}`, form)
  const address = `${program.origin}${started.location.replace(/\/columns$/, '')}`
  const { body } = await browser.get(`${address}/columns`)
  await browser.post(`${address}/columns`, formIn(body).fields)
  await until(async () => /Import all/.test((await browser.get(address)).body), 'The file was not checked').catch(async error => {
    const shown = (await browser.get(address)).body
      .replace(/[\s\S]*<main/, '')
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
    await program.kill()
    throw new Error(`${error.message}: ${shown.slice(0, 600)}`)
  })

  const { action, fields } = formIn((await browser.get(address)).body, '/confirmation')
  const confirming = browser.post(`${program.origin}${action}`, fields).catch(() => null)
  await sleep(Math.random() * 2_500)
  await program.kill()
  const wasSaid = /is imported/.test((await confirming)?.body ?? '')
  const began = performance.now()
  const again = await startProgram(place.environment)
  const seconds = (performance.now() - began) / 1_000
  // A job that was under way is taken up again by itself: wait until the import has come to rest.
  const path = new URL(address).pathname
  const count = async () =>
    Number(
      /of (\d[\d,]*) indicators|(\d[\d,]*) indicators/
        .exec((await browser.get(`${again.origin}/kill/indicators?text=${round}`)).body)
        ?.slice(1)
        .find(Boolean)
        ?.replace(/,/g, '') ?? 0,
    )
  await until(
    async () => !/http-equiv="refresh"/.test((await browser.get(`${again.origin}${path}`)).body),
    'The import did not come to rest',
  )
  const kept = await count()
  await again.stop()
  assert.ok(kept === 0 || kept === rowsOfImport, `${kept} of ${rowsOfImport} rows are there`)
  assert.ok(!wasSaid || kept === rowsOfImport, 'It was said to be imported, and is not')
  return { acknowledged: kept, seconds }
}

async function until(isSo: () => Promise<boolean>, otherwise: string): Promise<void> {
  for (const deadline = performance.now() + 60_000; performance.now() < deadline; await sleep(200)) if (await isSo()) return
  throw new Error(otherwise)
}
