import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { LightMyRequestResponse } from 'fastify'
import { ensureAreas } from '../../src/partnership/index.ts'
import type { ImportState, ImportSummary } from '../../src/performance/data-import/data-import.ts'
import { addMembership, createPartnership } from '../../src/platform/accounts/index.ts'
import { type FreshApp, freshApp } from '../web/index.ts'
import { faultLog, wrongWith } from './asking.ts'
import type { Chance } from './chance.ts'
import { controlsIn } from './controls.ts'
import { type BroughtFile, someFile } from './file.ts'
import { hostileText } from './hostile.ts'
import type { Fuzz } from './rounds.ts'

/** A file goes all the way: it is refused in words, or looked at and then imported as was shown; and nothing is half imported. */
export const files: Fuzz = {
  name: 'files',
  about: 'files brought in: in every writing, spoiled, or wild',
  async open(t) {
    const faults = faultLog()
    const app = await freshApp(t, { log: faults.log })
    return async (chance, number) => {
      const file = someFile(chance)
      const place = await placeFor(app, number)
      const wrong: string[] = []
      const see = (answer: LightMyRequestResponse) => {
        // There is no picture where there is no figure.
        const allowed = /\/chart\.(svg|png)$/.test(answer.raw.req.url ?? '') ? [200, 404] : [200, 303, 422]
        wrong.push(...wrongWith(answer, faults.take(), allowed).map(what => `${answer.raw.req.method} ${answer.raw.req.url} ${what}`))
        return answer
      }
      const came = await bringIn(app, place, file, chance, see, wrong)
      if (wrong.length === 0) return { came, wrong }
      const kept = join(mkdtempSync(join(tmpdir(), 'goldthread-fuzz-')), 'brought.csv')
      writeFileSync(kept, file.content)
      return {
        came,
        wrong: wrong.map(what => `A file of ${file.kind} (${kept}, brought as ${JSON.stringify(file.fileName.slice(0, 80))})\n  ${what}`),
      }
    }
  },
}

type Place = { readonly slug: string; readonly partnershipId: number; readonly agreement: string }
type See = (answer: LightMyRequestResponse) => LightMyRequestResponse

/** A partnership of the round's own, so that no round finds what another has left. */
async function placeFor(app: FreshApp, number: number): Promise<Place> {
  const { officer, database } = app
  const slug = `fuzz-${number}`
  const partnershipId = await database.platform(async db => {
    const id = await createPartnership(db, { slug, name: `Fuzz ${number}`, isExample: false })
    await addMembership(db, { partnershipId: id, accountId: officer.accountId, role: 'performance-officer' })
    return id
  })
  const who = { partnershipId, accountId: officer.accountId, name: officer.name, requestId: 'fuzz' }
  const agreement = await database.visit(who, 'write', async db => {
    const areas = await ensureAreas(db, ['E07000086', 'E07000087', 'E10000014'])
    const [row] = await db<{ id: number }[]>`
      insert into performance.agreement (title, first_year, last_year, area_id)
      values ('Fuzz', 2000, 2030, ${areas.get('E10000014') ?? null}) returning id`
    await db`
      insert into performance.indicator (agreement_id, reference, title, polarity, value_type, decimals, frequency)
      select ${row?.id ?? null}, reference, title, polarity, value_type, 1, frequency
        from (values ('NI 1', 'Sport', 'higher', 'percentage', 'financial-year'), ('NI 2', 'Offending', 'lower', 'number', 'financial-year'),
                     ('NI 3', 'Spending', 'range', 'money', null)) as it (reference, title, polarity, value_type, frequency)`
    return String(row?.id)
  })
  return { slug, partnershipId, agreement }
}

async function bringIn(app: FreshApp, place: Place, file: BroughtFile, chance: Chance, see: See, wrong: string[]): Promise<string> {
  const { officer } = app
  const base = `/${place.slug}/imports`
  const before = await everything(app, place)
  const unchanged = async (when: string) => {
    if ((await everything(app, place)) !== before) wrong.push(`something has changed ${when}`)
  }

  const { kind, fileName, content } = file
  const source = file.refused !== null || chance.may(0.9) ? '' : hostileText(chance).replaceAll('\0', '')
  const brought = see(await app.upload(officer, base, { kind, agreement: place.agreement, source }, { field: 'file', fileName, content }))
  if (brought.statusCode !== 303) {
    await unchanged('though the file was refused')
    if (file.refused !== null) wrong.push(`a tidy file was refused as a whole: ${summaryOf(brought.body)}`)
    return 'refused as a whole'
  }

  const columns = String(brought.headers.location)
  const path = columns.replace(/\/columns$/, '')
  const shown = see(await app.get(officer, columns))
  const boldness = file.refused === null ? chance.pick([0, 0, 0.02, 0.2]) : 0
  const checked = see(await app.post(officer, columns, filledIn(shown.body, columns, chance, boldness, file.refused === null)))
  if (checked.statusCode !== 303) {
    await unchanged('though its columns were refused')
    if (file.refused !== null) wrong.push(`the columns of a tidy file were not recognised: ${summaryOf(checked.body)}`)
    return 'columns refused'
  }
  await atRest(app, place)
  for (let times = 0; times < 2; times++) {
    const next = see(await app.get(officer, path))
    if (next.statusCode !== 303) break
    const questions = String(next.headers.location)
    const asked = see(await app.get(officer, questions))
    see(await app.post(officer, questions, filledIn(asked.body, questions, chance, boldness, file.refused === null)))
  }
  await unchanged('before it was confirmed')

  const preview = await standing(app, place)
  if (preview.state !== 'checked') return `${preview.state} and not imported`
  await refusals(app, path, preview.summary, file, see, wrong)
  if (preview.summary.counts.new + preview.summary.counts.revised === 0) return 'looked at, nothing to import'

  const confirmation = `${path}/confirmation`
  const page = see(await app.get(officer, path))
  const said = { reason: 'Fuzz', ...filledIn(page.body, confirmation, chance, chance.may(0.9) ? 0 : 0.5) }
  const confirmed = see(await app.post(officer, confirmation, said))
  await atRest(app, place)
  const { state } = await standing(app, place)
  if (state !== 'imported') {
    await unchanged(`though it is ${state}`)
    if (confirmed.statusCode === 303 && state === 'failed') wrong.push('the import failed')
    return `confirmed, and ${state}`
  }
  await asPreviewed(app, place, kind, preview.summary, wrong)
  await lookAround(app, place, chance, see)
  return 'imported'
}

/** What a page says is wrong. */
const summaryOf = (html: string): string =>
  (/govuk-error-summary__body">(.*?)<\/ul>/s.exec(html)?.[1] ?? '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()

/** As the page shows it, but for some that say something else. */
function filledIn(html: string, address: string, chance: Chance, boldness: number, chooses = false): Record<string, string> {
  const controls = controlsIn(html, address, true)
  return Object.fromEntries(
    controls.flatMap(({ name, shown, choices, wantsChoice }): [string, string][] => {
      if (chance.may(boldness))
        return chance.may(0.5) && choices.length > 0 ? [[name, chance.pick(choices)]] : [[name, hostileText(chance).replaceAll('\0', '')]]
      if (wantsChoice && chooses && chance.may(0.7)) return [[name, chance.pick(choices)]]
      return shown === null ? [] : [[name, shown]]
    }),
  )
}

async function standing({ owner }: FreshApp, { partnershipId }: Place): Promise<{ state: ImportState; summary: ImportSummary }> {
  const [row] = await owner<{ state: ImportState; summary: ImportSummary }[]>`
    select state, summary from performance.data_import where partnership_id = ${partnershipId}`
  if (row === undefined) throw new Error('The import is gone')
  return row
}

/** When the job that reads or keeps a large file has done so. */
async function atRest(app: FreshApp, place: Place): Promise<void> {
  for (const deadline = performance.now() + 60_000; performance.now() < deadline; await sleep(20)) {
    if (!['checking', 'importing'].includes((await standing(app, place)).state)) return
  }
  throw new Error('The import did not come to rest within a minute')
}

/** Every refused row names its line and its column, and why. */
async function refusals(
  { owner, get, officer }: FreshApp,
  path: string,
  { counts }: ImportSummary,
  file: BroughtFile,
  see: See,
  wrong: string[],
) {
  const id = Number(path.split('/').at(-1))
  const rows = await owner<{ line: number; columnName: string | null; reason: string | null }[]>`
    select line, column_name, reason from performance.data_import_row where import_id = ${id} and outcome = 'refused' order by line, part`
  if (rows.length !== counts.refused) wrong.push(`${counts.refused} rows are said to be refused, and ${rows.length} are`)
  const unsaid = rows.find(({ line, columnName, reason }) => line < 1 || !columnName || !reason)
  if (unsaid) wrong.push(`a refusal does not say where or why: ${JSON.stringify(unsaid)}`)
  if (file.refused !== null) {
    const lines = [...new Set(rows.map(({ line }) => line))]
    if (lines.join() !== file.refused.join()) wrong.push(`lines ${lines.join(', ')} are refused, and should be ${file.refused.join(', ')}`)
  }
  see(await get(officer, `${path}/refused.csv`))
  for (const outcome of ['new', 'revised', 'unchanged', 'refused']) see(await get(officer, `${path}?rows=${outcome}`))
}

async function asPreviewed({ owner }: FreshApp, { partnershipId }: Place, kind: string, { counts }: ImportSummary, wrong: string[]) {
  const [now] = await owner<{ indicators: number; targets: number; returns: number }[]>`
    select (select count(*) from performance.indicator where partnership_id = ${partnershipId}) as indicators,
           (select count(*) from performance.target where partnership_id = ${partnershipId}) as targets,
           (select count(*) from performance.data_return where partnership_id = ${partnershipId}) as returns`
  // Nothing but the three indicators was there before; a target or an indicator that is revised is no further row.
  const found = { indicators: (now?.indicators ?? 0) - 3, targets: now?.targets ?? 0, returns: now?.returns ?? 0 }[kind as 'returns']
  const should = kind === 'returns' ? counts.new + counts.revised : counts.new
  if (kind !== 'returns' || counts.revised === 0) {
    if (found !== should) wrong.push(`${should} rows were to be added, and ${found} were`)
  }
}

/** What was brought in is shown, whatever it was. */
async function lookAround({ owner, get, officer }: FreshApp, { slug, partnershipId }: Place, chance: Chance, see: See): Promise<void> {
  const all = await owner<{ id: number }[]>`select id from performance.indicator where partnership_id = ${partnershipId} order by id`
  const { id } = chance.pick(all)
  const pages = [
    '',
    '/edit',
    '/history',
    '/returns',
    '/targets',
    '/targets/new',
    '/returns/new',
    '/names',
    '/chart.svg',
    '/chart.csv',
    '/chart.png',
  ]
  for (const page of chance.times(4, () => chance.pick(pages))) see(await get(officer, `/${slug}/indicators/${id}${page}`))
  const others = [
    'scorecard',
    'scorecard?period=latest',
    'scorecard?by=area',
    'scorecard.csv',
    'indicators',
    'areas',
    'organisations',
    'imports',
    'agreements',
  ]
  for (const page of chance.times(3, () => chance.pick(others))) see(await get(officer, `/${slug}/${page}`))
}

/** All that a partnership has, but for its imports, in a few words. */
async function everything({ owner }: FreshApp, { partnershipId }: Place): Promise<string> {
  const [row] = await owner<{ digest: string }[]>`
    select md5(concat_ws('; ',
      (select string_agg(it::text, ',' order by it::text) from partnership.area it where partnership_id = ${partnershipId}),
      (select string_agg(it::text, ',' order by it::text) from partnership.organisation it where partnership_id = ${partnershipId}),
      (select string_agg(it::text, ',' order by it::text) from performance.theme it where partnership_id = ${partnershipId}),
      (select string_agg(it::text, ',' order by it::text) from performance.outcome it where partnership_id = ${partnershipId}),
      (select string_agg(it::text, ',' order by it::text) from performance.indicator it where partnership_id = ${partnershipId}),
      (select string_agg(it::text, ',' order by it::text) from performance.series_name it where partnership_id = ${partnershipId}),
      (select string_agg(it::text, ',' order by it::text) from performance.target it where partnership_id = ${partnershipId}),
      (select string_agg(it::text, ',' order by it::text) from performance.data_return it where partnership_id = ${partnershipId}))) as digest`
  return row?.digest ?? ''
}
