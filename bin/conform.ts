/**
 * Holds Goldthread against other people's reference results: `npm run conform -- judgement <folder>`, `progress <folder>`, `compare <file>`, `spc <folder>`.
 * `judgement` brings a folder's files of indicators, targets and returns in through the pages, as a person who agrees with what is shown would,
 * and judges every value that the folder's expectations name, from the database.
 * `spc` puts a folder's control charts and run charts to the rules of process control, with the choices of the tool that drew them.
 */
import { globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Period, readPeriod } from '../src/kernel/period.ts'
import { areas, ensureAreas, setProfile } from '../src/partnership/index.ts'
import { assessmentOf, standingsIn } from '../src/performance/index.ts'
import type { Db } from '../src/platform/db/index.ts'
import { formIn } from '../test/web/form.ts'
import { type FreshApp, freshApp } from '../test/web/index.ts'
import { conformComparison } from './conform/compare.ts'
import { conformMinutes } from './conform/minutes.ts'
import { conformProgress } from './conform/progress.ts'
import { conformSpc } from './conform/spc.ts'

type Case = {
  readonly reference: string
  readonly area: string
  readonly period: string
  readonly value: string
  readonly target: string
  readonly band: string
}
type Expected = { readonly cases: readonly Case[]; readonly traffordLatest: Readonly<Record<string, number>> }
type Standing = Awaited<ReturnType<typeof standingsIn>>[number]

const trafford = 'E08000009'
const now = '2026-11-22T10:00:00Z'
const today = Temporal.Instant.from(now).toZonedDateTimeISO('Europe/London').toPlainDate().toString() as Parameters<typeof assessmentOf>[2]

const [what, folder] = process.argv.slice(2)
if (what === 'judgement' && folder !== undefined) await judgement(resolve(folder))
else if (what === 'progress' && folder !== undefined) conformProgress(resolve(folder))
else if (what === 'compare' && folder !== undefined) await conformComparison(resolve(folder))
else if (what === 'minutes' && folder !== undefined) await conformMinutes(resolve(folder))
else if (what === 'spc' && folder !== undefined) conformSpc(resolve(folder))
else {
  console.error(
    'Say what to compare and with what: npm run conform -- judgement <folder>, progress <folder>, compare <file>, spc <folder> or minutes <folder>',
  )
  process.exitCode = 1
}

async function judgement(from: string): Promise<void> {
  const closing: (() => Promise<void>)[] = []
  const app = await freshApp({ after: work => closing.push(work) }, { now })
  try {
    const agreementId = await makeAgreement(app)
    await bringIn(app, agreementId, 'indicators', join(from, 'trafford_indicators.csv'))
    await bringIn(app, agreementId, 'targets', join(from, 'trafford_targets.csv'))
    for (const file of globSync('trafford_themes*.csv', { cwd: from }).toSorted())
      await bringIn(app, agreementId, 'returns', join(from, file))

    const expected = JSON.parse(readFileSync(join(from, 'trafford_expected.json'), 'utf8')) as Expected
    const differences = [...(await judgeCases(app, expected.cases)), ...(await judgeLatest(app, expected.traffordLatest))]
    for (const difference of differences.slice(0, 50)) console.log(difference)
    if (differences.length > 50) console.log(`… and ${differences.length - 50} more`)
    if (differences.length > 0) process.exitCode = 1
  } finally {
    for (const close of closing.toReversed()) await close()
  }
}

function makeAgreement(app: FreshApp): Promise<string> {
  return app.visit('write', async (db: Db) => {
    const areaId = (await ensureAreas(db, [trafford])).get(trafford)
    if (areaId === undefined) throw new Error(`Nobody knows ${trafford}`)
    await setProfile(db, areaId)
    const [row] = await db<{ id: number }[]>`
      insert into performance.agreement (title, first_year, last_year, area_id) values ('Trafford', 2013, 2026, ${areaId}) returning id`
    return String(row?.id)
  })
}

/** Each step as its page shows it, nothing touched. */
async function bringIn(app: FreshApp, agreement: string, kind: string, path: string): Promise<void> {
  const started = performance.now()
  const fileName = path.slice(path.lastIndexOf('/') + 1)
  const file = { field: 'file', fileName, content: readFileSync(path) }
  const columns = nextOf(await app.upload(app.officer, 'imports', { kind, agreement, source: 'Reference' }, file))
  let at = nextOf(await app.post(app.officer, columns, formIn((await app.get(app.officer, columns)).body).fields))
  let shown = await app.get(app.officer, at)
  while (/http-equiv="refresh"/.test(shown.body)) shown = await app.get(app.officer, at)
  if (shown.statusCode === 303) {
    at = nextOf(shown)
    at = nextOf(await app.post(app.officer, at, formIn((await app.get(app.officer, at)).body).fields))
    shown = await app.get(app.officer, at)
  }
  const checked = performance.now()
  const confirmation = formIn(shown.body, '/confirmation')
  at = nextOf(await app.post(app.officer, confirmation.action ?? '', confirmation.fields))
  do shown = await app.get(app.officer, at)
  while (/http-equiv="refresh"/.test(shown.body))
  if (!/is imported<\/h1>/.test(shown.body)) throw new Error(`${fileName} was not imported`)
  console.log(`${fileName}: checked in ${Math.round(checked - started)} ms, imported in ${Math.round(performance.now() - checked)} ms`)
}

function nextOf({ statusCode, headers, body }: { statusCode: number; headers: Record<string, unknown>; body: string }): string {
  if (statusCode === 303) return String(headers['location'])
  const said = body
    .match(/error-summary.*?<ul.*?<\/ul>/s)?.[0]
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
  throw new Error(`A page answered with ${statusCode}: ${said ?? body.slice(0, 300)}`)
}

async function judgeCases(app: FreshApp, cases: readonly Case[]): Promise<string[]> {
  const differences: string[] = []
  const { frequencies, areaIds } = await app.visit<{ frequencies: Map<string, Standing>; areaIds: Map<string | null, number> }>(
    'read',
    async (db: Db) => {
      const all = await areas(db)
      const standings = await standingsOf(db, [...all.slice(0, 1).map(({ id }) => id)], null)
      return {
        frequencies: new Map(standings.map(each => [each.indicator.reference ?? '', each])),
        areaIds: new Map(all.map(({ code, id }) => [code, id])),
      }
    },
  )
  const dated = cases.map(one => ({ one, period: periodOf(one, frequencies.get(one.reference)) }))
  for (const [endsOn, together] of Map.groupBy(dated, ({ period }) => period?.endsOn)) {
    const standings = await app.visit<Standing[]>('read', (db: Db) =>
      standingsOf(db, [...new Set(together.flatMap(({ one }) => areaIds.get(one.area) ?? []))], endsOn ?? null),
    )
    const found = new Map(standings.map(each => [`${each.indicator.reference} ${each.areaId}`, each]))
    for (const { one, period } of together) {
      const standing = found.get(`${one.reference} ${areaIds.get(one.area)}`)
      const judged = standing && period ? assessmentOf(standing, period, today) : null
      const band = judged?.kind === 'judged' ? judged.band.replaceAll('-', ' ') : (judged?.state ?? 'not known')
      if (band !== one.band)
        differences.push(
          `${one.reference} ${one.area} ${one.period}: ${one.value} against ${one.target} is ${band} and should be ${one.band}`,
        )
    }
  }
  console.log(`${cases.length} cases, ${cases.length - differences.length} match`)
  return differences
}

async function standingsOf(db: Db, areaIds: readonly number[], by: string | null): Promise<Standing[]> {
  const [agreement] = await db<{ id: Standing['indicator']['agreementId'] }[]>`select id from performance.agreement`
  if (agreement === undefined) throw new Error('There is no agreement')
  const reach = { areaIds: areaIds as Standing['areaId'][], by: by as Period['endsOn'] | null, last: 13 }
  return standingsIn(db, { agreementId: agreement.id }, reach, new Map())
}

function periodOf({ period }: Case, standing: Standing | undefined): Period | null {
  const reading = readPeriod(period, { frequency: standing?.indicator.frequency ?? null, quarters: null, years: null })
  return reading.kind === 'period' ? reading.period : null
}

/** What the scorecard says of the latest value of each indicator for Trafford. */
async function judgeLatest(app: FreshApp, expected: Expected['traffordLatest']): Promise<string[]> {
  const standings = await app.visit<Standing[]>('read', async (db: Db) =>
    standingsOf(
      db,
      (await areas(db)).filter(({ code }) => code === trafford).map(({ id }) => id),
      null,
    ),
  )
  const counts: Record<string, number> = {}
  for (const standing of standings) {
    const judged = assessmentOf(standing, null, today)
    if (judged.kind === 'judged') counts[judged.band.replaceAll('-', ' ')] = (counts[judged.band.replaceAll('-', ' ')] ?? 0) + 1
  }
  const bands = [...new Set([...Object.keys(expected), ...Object.keys(counts)])]
  console.log(`Latest value of each indicator for Trafford: ${bands.map(band => `${counts[band] ?? 0} ${band}`).join(', ')}`)
  return bands.flatMap(band =>
    counts[band] === expected[band] ? [] : [`Latest for Trafford: ${counts[band] ?? 0} ${band}, and should be ${expected[band] ?? 0}`],
  )
}
