/** A file of figures brought in through the pages, as a person would, against PostgreSQL's own COPY of the rows that came of it. */
import { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { strToU8, Zip, ZipDeflate } from 'fflate'
import { formIn } from '../test/web/form.ts'
import { type County, lastQuarterEnded, makeCounty, settled, signedIn } from './county.ts'
import { atMost, type Benchmark, median, megabytes, milliseconds, noted, quantile, times } from './figure.ts'
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
    const reader = await signedIn(made, county, 'Dafydd Rees', 'reader')

    const found: { ratio: number; workbook: number; more: number; ofWorkbook: number; parts: readonly number[] }[] = []
    const others: { readonly alone: number[]; readonly meanwhile: number[] } = { alone: [], meanwhile: [] }
    for (let round = 0; round < (rows > 200_000 ? 1 : 3); round++) {
      const server = await startServer(made.appUrl)
      const one = visitor(server.port, officer)
      const other = await anotherVisitor(server.port, reader, county.slug)
      const imported = await importFile(made, server, one, county, { name: 'figures.csv', content: file(rows, areas) })
      const pages = await other.leave()
      others.alone.push(...pages.alone)
      others.meanwhile.push(...pages.meanwhile)
      one.leave()
      await server.stop()
      const again = await startServer(made.appUrl)
      const another = visitor(again.port, officer)
      const workbook = await importFile(made, again, another, county, { name: 'figures.xlsx', content: workbookOf(rows, areas) })
      another.leave()
      await again.stop()
      const copied = await copySame(made, rows)
      found.push({
        ratio: wholeOf(imported) / copied,
        workbook: wholeOf(workbook) / wholeOf(imported),
        more: imported.more,
        ofWorkbook: workbook.more,
        parts: [imported.sent, imported.checked, imported.kept].map(part => part / copied),
      })
    }
    const part = (index: number) => times(median(found.map(({ parts }) => parts[index] ?? 0)))
    return {
      title: `Import of ${rows.toLocaleString('en-GB')} returns`,
      figures: [
        atMost('from CSV, against COPY of the same rows', median(found.map(({ ratio }) => ratio)), 3),
        noted('of that sending the file, reading and checking it, keeping it', [0, 1, 2].map(part).join(', ')),
        noted('from XLSX, against CSV of the same rows', times(median(found.map(({ workbook }) => workbook)))),
        atMost('memory of the web process above what it had before', Math.max(...found.map(({ more }) => more)), 200e6, megabytes),
        atMost('the same with XLSX', Math.max(...found.map(({ ofWorkbook }) => ofWorkbook)), 200e6, megabytes),
        noted('another visitor’s scorecard meanwhile, made anew: median and p95', middleAndMost(others.meanwhile)),
        noted('the same before the file was sent', middleAndMost(others.alone)),
      ],
      how: [
        `A file of ${indicators} indicators in ${areas} areas over ${quarters} quarters, sent as a browser sends it to a process that has shown a few pages; its columns as they are proposed, its preview confirmed; then the same rows as a workbook, packed while they are sent, to a process of its own. The time runs from the first byte sent until the page says that it is imported, looked at ten times a second.`,
        'Another visitor opens the scorecard of those indicators four times a second, at forty addresses in turn so that each page is made anew, first for twenty seconds alone (memory is counted from what it is then), then for as long as the CSV file is sent, checked and stored.',
        'COPY then fills the same table, emptied, with the very rows that came of it: the same indexes, foreign keys and import, as the owner. Both with every commit on disk. `npm run bench -- import --rows 1000000` takes a million.',
      ],
    }
  })

const middleAndMost = (taken: readonly number[]): string => `${milliseconds(median(taken))}, ${milliseconds(quantile(taken, 0.95))}`

/** Somebody who has read the scorecard for a while and goes on reading; how long each page took before, and after. */
async function anotherVisitor(port: number, cookie: string, slug: string) {
  const one = visitor(port, cookie)
  const taken: { readonly alone: number[]; readonly meanwhile: number[] } = { alone: [], meanwhile: [] }
  let now = taken.alone
  let isHere = true
  const reading = (async () => {
    for (let number = 0; isHere; number++) {
      // Enough addresses that the partnership has changed before one comes again, and no more: each page is kept.
      const page = await one.get(`/${slug}/scorecard?bench=${number % 40}`)
      textOf(page)
      now.push(page.ms)
      await sleep(250)
    }
  })()
  await sleep(20_000)
  now = taken.meanwhile
  return {
    async leave() {
      isHere = false
      await reading
      one.leave()
      return taken
    },
  }
}

type Sent = { readonly name: string; readonly content: Iterable<string | Uint8Array> }
type Taken = { readonly sent: number; readonly checked: number; readonly kept: number; readonly more: number }

const wholeOf = ({ sent, checked, kept }: Taken): number => sent + checked + kept

async function importFile({ owner }: Made, server: Server, one: Visitor, { slug, agreementId }: County, file: Sent): Promise<Taken> {
  await owner`truncate performance.data_return`
  for (const page of ['imports/new', 'imports', 'scorecard', 'imports/new']) textOf(await one.get(`/${slug}/${page}`))
  const before = (await server.look()).memory
  const started = performance.now()

  const columns = next(
    await one.send(`/${slug}/imports`, `multipart/form-data; boundary=${boundary}`, Readable.from(formWith(agreementId, file))),
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

function* formWith(agreementId: number, { name, content }: Sent): Generator<string | Uint8Array> {
  const field = (name: string, value: string) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
  yield field('kind', 'returns') + field('agreement', String(agreementId)) + field('source', '')
  yield `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`
  yield* content
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

/** The same rows as a workbook, packed while it is sent: a text in each cell but for the value. */
function* workbookOf(rows: number, areas: number): Generator<Uint8Array> {
  let packed: Uint8Array[] = []
  const zip = new Zip((error, piece) => {
    if (error) throw error
    packed.push(piece)
  })
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const parts = {
    '_rels/.rels': `<Relationships><Relationship Id="a" Type="${type}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': '<workbook><sheets><sheet name="Figures" sheetId="1" r:id="a"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="a" Type="${type}/worksheet" Target="sheet.xml"/></Relationships>`,
  }
  for (const [name, xml] of Object.entries(parts)) {
    const part = new ZipDeflate(name)
    zip.add(part)
    part.push(strToU8(xml), true)
  }
  const sheet = new ZipDeflate('xl/sheet.xml', { level: 1 })
  zip.add(sheet)
  sheet.push(strToU8('<worksheet><sheetData>'))
  let row = 0
  for (const lines of file(rows, areas)) {
    const cells = lines
      .trimEnd()
      .split('\r\n')
      .map(line => {
        row += 1
        const written = line
          .split(',')
          .map((text, at) =>
            at === 3 && row > 1
              ? `<c r="D${row}"><v>${text}</v></c>`
              : `<c r="${'ABCDE'[at]}${row}" t="inlineStr"><is><t>${text}</t></is></c>`,
          )
        return `<row r="${row}">${written.join('')}</row>`
      })
    sheet.push(strToU8(cells.join('')))
    yield* packed
    packed = []
  }
  sheet.push(strToU8('</sheetData></worksheet>'), true)
  zip.end()
  yield* packed
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
