/** A file of figures brought in through the pages, as a person would, against PostgreSQL's own COPY of the rows that came of it. */
import { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { formIn } from '../test/web/form.ts'
import { type County, lastQuarterEnded, makeCounty, settled, signedIn } from './county.ts'
import { atMost, type Benchmark, median, megabytes, noted, times } from './figure.ts'
import { inPlace, type Made } from './place.ts'
import { type Server, startServer } from './server.ts'
import { type Page, textOf, type Visitor, visitor } from './visitor.ts'

const indicators = 198
const quarters = 40

export const importing: Benchmark = ({ rows }) =>
  inPlace(async place => {
    const made = await place.database('importing')
    const areas = Math.ceil(rows / indicators / quarters)
    const county = await makeCounty(made, 'wexcombe', { indicators, areas, quarters: 0 })
    await settled(made)
    const officer = await signedIn(made, county, 'Priya Nair', 'performance-officer')

    const found: { ratio: number; more: number; parts: readonly number[] }[] = []
    for (let round = 0; round < (rows > 200_000 ? 1 : 3); round++) {
      const server = await startServer(made.appUrl)
      const one = visitor(server.port, officer)
      const imported = await importFile(made, server, one, county, rows, areas)
      one.leave()
      await server.stop()
      const copied = await copySame(made, rows)
      const whole = imported.sent + imported.checked + imported.kept
      found.push({
        ratio: whole / copied,
        more: imported.more,
        parts: [imported.sent, imported.checked, imported.kept].map(part => part / copied),
      })
    }
    const part = (index: number) => times(median(found.map(({ parts }) => parts[index] ?? 0)))
    return {
      title: `Import of ${rows.toLocaleString('en-GB')} returns`,
      figures: [
        atMost('from CSV, against COPY of the same rows', median(found.map(({ ratio }) => ratio)), 3),
        noted('of that sending the file, reading and checking it, keeping it', [0, 1, 2].map(part).join(', ')),
        atMost('memory of the web process above what it had before', Math.max(...found.map(({ more }) => more)), 200e6, megabytes),
      ],
      how: [
        `A file of ${indicators} indicators in ${areas} areas over ${quarters} quarters, sent as a browser sends it to a process that has shown a few pages; its columns as they are proposed, its preview confirmed. The time runs from the first byte sent until the page says that it is imported, looked at ten times a second.`,
        'COPY then fills the same table, emptied, with the very rows that came of it: the same indexes, foreign keys and import, as the owner. Both with every commit on disk. `npm run bench -- import --rows 1000000` takes a million.',
      ],
    }
  })

async function importFile({ owner }: Made, server: Server, one: Visitor, { slug, agreementId }: County, rows: number, areas: number) {
  await owner`truncate performance.data_return`
  for (const page of ['imports/new', 'imports', 'scorecard', 'imports/new']) textOf(await one.get(`/${slug}/${page}`))
  const before = (await server.look()).memory
  const started = performance.now()

  const columns = next(
    await one.send(`/${slug}/imports`, `multipart/form-data; boundary=${boundary}`, Readable.from(formWith(agreementId, rows, areas))),
  )
  const sent = performance.now()
  const at = next(await one.post(columns, formIn(textOf(await one.get(columns))).fields))
  const preview = await settledPage(one, at)
  const checked = performance.now()
  const confirmation = formIn(preview, '/confirmation')
  const last = await settledPage(one, next(await one.post(confirmation.action ?? '', confirmation.fields)))
  const kept = performance.now()

  if (!/is imported<\/h1>/.test(last)) throw new Error('The file was not imported')
  const more = (await server.look()).peak - before
  return { sent: sent - started, checked: checked - sent, kept: kept - checked, more }
}

function next(page: Page): string {
  const text = textOf(page)
  if (page.status !== 303)
    throw new Error(
      `A page was not taken: ${text
        .replace(/<[^>]*>/g, ' ')
        .replace(/\s+/g, ' ')
        .slice(0, 800)}`,
    )
  return String(page.headers.location)
}

/** The page once nothing is being worked on any more: while it is, it looks again by itself. */
async function settledPage(one: Visitor, path: string): Promise<string> {
  for (;;) {
    const page = await one.get(path)
    const text = textOf(page)
    if (page.status !== 200) throw new Error(`The file raises a question: ${page.headers.location}`)
    if (!/http-equiv="refresh"/.test(text)) return text
    await sleep(100)
  }
}

const boundary = 'bench-boundary'

function* formWith(agreementId: number, rows: number, areas: number): Generator<string> {
  const field = (name: string, value: string) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
  yield field('kind', 'returns') + field('agreement', String(agreementId)) + field('source', '')
  yield `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="figures.csv"\r\nContent-Type: text/csv\r\n\r\n`
  yield* file(rows, areas)
  yield `\r\n--${boundary}--\r\n`
}

function* file(rows: number, areas: number): Generator<string> {
  let lines = 'Reference,Area code,Period,Value,Status\r\n'
  const periods = Array.from({ length: quarters }, (_, back) =>
    labelOf(
      lastQuarterEnded()
        .add({ days: 1 })
        .subtract({ months: 3 * back, days: 1 }),
    ),
  )
  for (let row = 0; row < rows; row++) {
    const indicator = 1 + (row % indicators)
    const area = 1 + (Math.floor(row / indicators) % areas)
    const period = periods[Math.floor(row / indicators / areas)]
    const status = row % 50 === 0 ? 'provisional' : 'final'
    lines += `NI ${indicator},E9${String(area).padStart(7, '0')},${period},${((row * 7919) % 1000) / 10},${status}\r\n`
    if (lines.length > 60_000) {
      yield lines
      lines = ''
    }
  }
  yield lines
}

/** Q1 2008-09 is April to June 2008. */
function labelOf(endsOn: Temporal.PlainDate): string {
  const year = endsOn.month > 3 ? endsOn.year : endsOn.year - 1
  return `Q${((Math.ceil(endsOn.month / 3) + 2) % 4) + 1} ${year}-${String((year + 1) % 100).padStart(2, '0')}`
}

async function copySame({ owner }: Made, rows: number): Promise<number> {
  const bytes: Buffer[] = []
  for await (const part of await owner`copy performance.data_return to stdout`.readable()) bytes.push(part as Buffer)
  const taken: number[] = []
  for (let round = 0; round < 2; round++) {
    await owner`truncate performance.data_return`
    const started = performance.now()
    await owner.begin(async db => {
      const into = await db`copy performance.data_return from stdin`.writable()
      await new Promise<void>((done, fail) => {
        into.on('error', fail)
        into.on('finish', done)
        Readable.from(bytes).pipe(into)
      })
    })
    taken.push(performance.now() - started)
  }
  const [kept] = await owner<{ count: number }[]>`select count(*) from performance.data_return`
  if (kept?.count !== rows) throw new Error(`COPY left ${kept?.count} rows, and should ${rows}`)
  return median(taken)
}
