import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { zipSync } from 'fflate'
import { formIn } from '../../../test/web/form.ts'
import { type FreshApp, freshApp, type Person } from '../../../test/web/index.ts'
import { ensureAreas, setProfile } from '../../partnership/index.ts'
import type { Db } from '../../platform/db/index.ts'
import { enqueue } from '../../platform/jobs/index.ts'
import { checkJob } from './jobs.ts'

const app = await freshApp({ after })
const agreement = await app.visit<string>('write', async (db: Db) => {
  const areaId = (await ensureAreas(db, ['E07000086'])).get('E07000086')
  assert.ok(areaId)
  await setProfile(db, areaId)
  const [row] = await db<{ id: number }[]>`
    insert into performance.agreement (title, first_year, last_year, area_id) values ('Wexcombe together', 2008, 2011, ${areaId}) returning id`
  return String(row?.id)
})

type Page = Awaited<ReturnType<FreshApp['get']>>
type Owner = Parameters<Parameters<FreshApp['owner']['begin']>[1]>[0]

const place = ({ headers, body, statusCode }: Page): string => {
  assert.equal(statusCode, 303, plain(body).slice(0, 600))
  return String(headers.location)
}
const plain = (html: string): string =>
  html
    .replace(/<(script|style)\b.*?<\/\1>/gs, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
const open = (path: string, person: Person = app.officer) => app.get(person, path)
const send = (path: string, fields: Record<string, string | readonly string[]>) => app.post(app.officer, path, fields)

const bring = (kind: string, content: string | Uint8Array, { source = '', fileName = 'figures.csv' } = {}) =>
  app.upload(app.officer, 'imports', { kind, agreement, source }, { field: 'file', fileName, content })

/** Says of the columns what the page proposes, changed by `said`. Where it leads. */
async function check(columns: string, said: Record<string, string | readonly string[]> = {}): Promise<Page> {
  const form = formIn((await open(columns)).body)
  return send(columns, { ...form.fields, ...said })
}

/** From the file to its preview, or to the questions before it. */
async function previewOf(
  kind: string,
  content: string,
  said: Record<string, string> = {},
  source = '',
): Promise<{ path: string; page: Page }> {
  const path = place(await check(place(await bring(kind, content, { source })), said))
  const page = await open(path)
  return page.statusCode === 303 ? { path, page: await open(place(page)) } : { path, page }
}

const answer = async (path: string, said: Record<string, string | readonly string[]> = {}): Promise<Page> => {
  const form = formIn((await open(`${path}/questions`)).body)
  return open(place(await send(`${path}/questions`, { ...form.fields, ...said })))
}

async function confirm(path: string, said: Record<string, string> = {}): Promise<Page> {
  const form = formIn((await open(path)).body, '/confirmation')
  const sent = await send(`${path}/confirmation`, { ...form.fields, ...said })
  return sent.statusCode === 303 ? open(place(sent)) : sent
}

const counts = (page: Page): string => [...page.body.matchAll(/gt-card__figure">([\d,]+)</g)].map(([, count]) => count).join(' ')

const sql = <T>(query: (db: Db) => Promise<T>): Promise<T> => app.visit<T>('read', query as never)

const indicators = `Ref,Title,Polarity,Unit,Decimals,Tolerance,Theme,Outcome,Lead
NI 8,Adult participation in sport,higher,%,1,5%,Healthier,More people are active,Wexcombe Council
NI 117,Young people not in education or work,Low,%,1,,Learning,Young people are learning,Connexions
NI 15,Serious violent crime,lower,per 1000,2,0.1,,,Police
`

describe('a newcomer brings in indicators, targets and returns', () => {
  test('the page to begin with offers the three kinds of files', async () => {
    const page = await open('imports')
    assert.match(plain(page.body), /Import indicators.*Import targets.*Import returns.*Nothing has been imported yet/)
  })

  test('what is not a file of rows is refused in words', async () => {
    const refused = async (content: string | Uint8Array, fileName = 'figures.csv') => {
      const answered = await bring('returns', content, { fileName })
      assert.equal(answered.statusCode, 422)
      return plain(answered.body)
    }
    assert.match(await refused(''), /The file is empty/)
    assert.match(await refused('a,b\n'), /a heading and no rows/)
    assert.match(await refused('PK\x03\x04', 'figures.xlsx'), /The workbook is damaged/)
    assert.match(await refused(zipSync({ 'a.txt': new Uint8Array(9) }), 'figures.xlsx'), /neither an Excel workbook nor an OpenDocument/)
    assert.match(await refused('x', 'figures.xls'), /figures\.xls is a workbook of a kind that cannot be read/)
    assert.match(await refused('%PDF-1.4', 'figures.pdf'), /This is a PDF/)
    assert.match(await refused('a,b\n1,2\n', 'figures.docx'), /name ends in \.csv/)
    assert.match(plain((await app.post(app.officer, 'imports', { kind: 'returns', agreement })).body), /Select a file/)
  })

  test('a file may be called whatever a browser sends', async () => {
    const columns = place(await bring('returns', 'name,value\nx,2\n', { fileName: 'a\0b.csv' }))
    assert.match(plain((await open(columns)).body), /ab\.csv/)
    await send(columns.replace('/columns', '/cancellation'), {})
  })

  test('what is too long in a file is cut between characters', async () => {
    const long = `${'x'.repeat(199)}🏡${'x'.repeat(20)}`
    const columns = place(await bring('returns', `${long},value\n${long},2\n`))
    assert.match(plain((await open(columns)).body), new RegExp(` ${'x'.repeat(199)} `))
    await send(columns.replace('/columns', '/cancellation'), {})
  })

  test('indicators: what is not known is asked about, and made only when the import is confirmed', async () => {
    const { path, page } = await previewOf('indicators', indicators)
    assert.match(plain(page.body), /Outcomes to add to the agreement.*Healthier: More people are active.*Organisations to add.*Connexions/s)
    const preview = await answer(path)
    assert.equal(counts(preview), '3 0 0 0')
    assert.match(plain(preview.body), /2 outcomes will be added.*3 organisations will be added.*Import all 3 indicators/s)
    assert.deepEqual(await sql(db => db`select from performance.indicator`.then(rows => rows.count)), 0)

    const done = await confirm(path)
    assert.match(plain(done.body), /figures\.csv is imported/)
    const made = await sql(
      db => db`
      select reference, polarity, tolerance_kind, (select name from partnership.organisation where id = lead_id) as lead,
             (select o.title from performance.outcome o join performance.indicator_outcome l on l.outcome_id = o.id where l.indicator_id = i.id) as outcome
        from performance.indicator i order by id`,
    )
    assert.deepEqual(
      [...made].map(row => Object.values(row).join(', ')),
      [
        'NI 8, higher, relative, Wexcombe Council, More people are active',
        'NI 117, lower, , Connexions, Young people are learning',
        'NI 15, lower, absolute, Police, ',
      ],
    )
  })

  test('targets: areas come from the gazetteer, and how often indicators are reported is settled with them', async () => {
    const { path, page } = await previewOf(
      'targets',
      'Ref,Area,Period,Baseline,Target\nNI 8,E07000086,2008-09,20,21.5\nNI 8,E07000087,2008-09,,22\nNI 117,E07000086,Q1 2008-09,,7\n',
    )
    assert.match(plain(page.body), /How often they are reported.*NI 8.*1 area is not known.*Fareham/s)
    const preview = await answer(path)
    assert.equal(counts(preview), '4 0 0 0')
    await confirm(path)
    assert.deepEqual(
      [...(await sql(db => db`select reference, frequency from performance.indicator order by id`))].map(row =>
        Object.values(row).join(' '),
      ),
      ['NI 8 financial-year', 'NI 117 quarter', 'NI 15 '],
    )
    assert.equal(await sql(db => db`select from performance.target`.then(rows => rows.count)), 4)
    assert.equal(
      await sql(db => db`select from partnership.area where code in ('E07000087', 'E10000014', 'E92000001')`.then(rows => rows.count)),
      3,
    )
  })

  test('returns: every refused row says its line, column, content and what to do', async () => {
    const { path, page } = await previewOf(
      'returns',
      `Ref,Area,Period,Value,Status
NI 8,E07000086,2008-09,21.4,final
NI 8,E07000086,2009-10,"=1+1",final
NI 8,E07000087,2008-09,<5,
NI 8,E07000087,Q1 2008-09,7,
"NI 8",E07000086,2008-09,22,final
NI 117,E07000086,Q1 2008-09,
NI 117,E07000086,Q2 2008-09,,
NI 117,E07000086,Q3 2008-09,7.1,provisional
`,
    )
    assert.equal(counts(page), '3 0 0 4')
    const said = plain(page.body)
    assert.match(said, /1 row has no value and is left out/)
    assert.match(said, /3 Value =1\+1 This is not a number/)
    assert.match(said, /5 Period Q1 2008-09 “Q1 2008-09” is a quarter, and this indicator is reported by financial year/)
    assert.match(said, /6 Period 2008-09 This is the same indicator, area and period as line 2/)
    assert.match(said, /7 .*This row has 4 cells and the heading has 5/)
    assert.match(said, /Import the 3 good rows/)

    const file = await open(`${path}/refused.csv`, app.reader)
    assert.match(file.headers['content-type'] as string, /text\/csv/)
    assert.match(file.body, /\r\n3,Value,'=1\+1,This is not a number\. Correct it\r\n|\r\n3,Value,'=1\+1,"This is not a number/)

    const done = await confirm(path)
    assert.match(plain(done.body), /figures\.csv is imported.*Refused rows/s)
    const kept = await sql(
      db => db`
      select value, absence, status, source, reported_by_name, import_id is not null as has_import from performance.data_return order by starts_on, area_id`,
    )
    assert.deepEqual(
      [...kept].map(row => Object.values(row).join(' ')).toSorted(),
      [
        '  suppressed final figures.csv Priya Nair true'.trim(),
        '21.4  final figures.csv Priya Nair true',
        '7.1  provisional figures.csv Priya Nair true',
      ]
        .map(text => (text.startsWith('suppressed') ? ` ${text}` : text))
        .toSorted(),
    )
    assert.equal(await sql(db => db`select from performance.data_import_piece`.then(rows => rows.count)), 0)
    assert.equal(await sql(db => db`select from performance.data_import_row where outcome <> 'refused'`.then(rows => rows.count)), 0)
  })

  test('the scorecard judges what was brought in', async () => {
    assert.match(plain((await open('scorecard')).body), /Judged 1 of 3/)
  })

  test('an import is one entry of the history', async () => {
    const entries = await sql(
      db =>
        db`select who, after ->> 'kind' as kind, after ->> 'new' as fresh, after ->> 'refused' as refused from platform.history where act = 'imported' order by id`,
    )
    assert.deepEqual(
      [...entries].map(row => Object.values(row).join(' ')),
      ['Priya Nair indicators 3 0', 'Priya Nair targets 4 0', 'Priya Nair returns 3 4'],
    )
  })

  test('the list says who brought what, and what became of it', async () => {
    const page = await open('imports', app.reader)
    assert.match(plain(page.body), /figures\.csv Returns – .* Priya Nair Imported: 3 new, 4 refused/)
    assert.doesNotMatch(plain(page.body), /Import indicators/)
  })
})

describe('the same file again', () => {
  test('changes nothing', async () => {
    const { path, page } = await previewOf('returns', 'Ref,Area,Period,Value\nNI 8,E07000086,2008-09,21.40\n')
    assert.equal(counts(page), '0 0 1 0')
    assert.match(plain(page.body), /There is nothing in this file to import/)
    assert.equal((await send(`${path}/confirmation`, { which: 'all' })).statusCode, 422)
  })

  test('a final figure is replaced only with a reason, and the one before is kept', async () => {
    const { path, page } = await previewOf('returns', 'Ref,Area,Period,Value\nNI 8,E07000086,2008-09,21.9\n')
    assert.equal(counts(page), '0 1 0 0')
    assert.match(plain(page.body), /1 figure that is final is replaced.*Is now Would be.*21\.4, final 21\.9/s)
    const refused = await confirm(path)
    assert.equal(refused.statusCode, 422)
    assert.match(refused.body, /href="#reason">Say why final figures are replaced/)

    await confirm(path, { reason: 'Late questionnaires' })
    const kept = await sql(
      db =>
        db`select revision, value, is_latest, reason from performance.data_return where ends_on = '2009-03-31' and value is not null order by revision`,
    )
    assert.deepEqual(
      [...kept].map(row => Object.values(row).join(' ')),
      ['1 21.4 false ', '2 21.9 true Late questionnaires'],
    )
  })

  test('a provisional figure takes the place of a final one only when that is said', async () => {
    const { path, page } = await previewOf('returns', 'Ref,Area,Period,Value,Status\nNI 8,E07000086,2008-09,23,provisional\n')
    assert.match(plain(page.body), /1 row has a provisional or estimated figure where a final one is held/)
    assert.equal(counts(await answer(path)), '0 0 0 1')
    assert.equal(counts(await answer(path, { 'replace-final': 'yes' })), '0 1 0 0')
    assert.match(plain((await send(`${path}/cancellation`, {})).headers.location as string), /imports$/)
  })
})

describe('what nobody knows', () => {
  test('an indicator is added only when it is said which way is better', async () => {
    const { path, page } = await previewOf('returns', 'Indicator,Area,Period,Value\nGraffiti removed in time,E07000086,Q1 2008-09,88.25\n')
    assert.match(plain(page.body), /1 indicator is not known.*Graffiti removed in time/s)
    const form = formIn(page.body)
    const refused = await send(`${path}/questions`, form.fields)
    assert.equal(refused.statusCode, 422)
    assert.match(refused.body, /href="#indicator-1">Say what is to become of Graffiti removed in time/)

    const left = await answer(path, { 'indicator-1': 'leave' })
    assert.equal(counts(left), '0 0 0 1')
    const added = await answer(path, { 'indicator-1': 'higher' })
    assert.equal(counts(added), '1 0 0 0')
    await confirm(path)
    const [made] = await sql(
      db => db`select polarity, frequency, decimals from performance.indicator where title = 'Graffiti removed in time'`,
    )
    assert.deepEqual(Object.values(made ?? {}), ['higher', 'quarter', 2])
  })

  test('or it is one that is there, and is recognised next time', async () => {
    const file = (value: number) => `Series,Measure,Area,Period,Value\nsport,Percentage,E07000086,2009-10,${value}\n`
    const { path } = await previewOf('returns', file(24))
    const wrong = await send(`${path}/questions`, { 'indicator-1': 'use', 'use-1': 'NI 99' })
    assert.match(plain(wrong.body), /No single indicator is called NI 99/)
    await answer(path, { 'indicator-1': 'use', 'use-1': 'NI 8 Adult participation in sport' })
    await confirm(path)
    const again = await previewOf('returns', file(24))
    assert.equal(counts(again.page), '0 0 1 0')
  })

  test('a ward is named by the file, and lies where it is said to lie; one that is not ticked is refused', async () => {
    const { path, page } = await previewOf(
      'returns',
      'Ref,Area code,Area name,Period,Value\nNI 8,E05004525,Old Town,2009-10,5\nNI 8,E05004526,New Town,2009-10,6\n',
    )
    assert.match(page.body, /value="Old Town"/)
    const preview = await answer(path, { area: ['1'], 'area-name-1': 'Old Town ward' })
    assert.equal(counts(preview), '1 0 0 1')
    assert.match(plain(preview.body), /3 Area code, Area name New Town E05004526 This area is not known and was left out/)
    await confirm(path)
    const [ward] = await sql(
      db =>
        db`select a.name, a.kind, p.code from partnership.area a join partnership.area p on p.id = a.parent_id where a.code = 'E05004525'`,
    )
    assert.deepEqual(Object.values(ward ?? {}), ['Old Town ward', 'ward', 'E07000086'])
  })
})

test('a file in which hundreds of indicators are not known is most likely not understood', async () => {
  const rows = Array.from({ length: 201 }, (_, number) => `X ${number},E07000086,2009-10,5`)
  const { path, page } = await previewOf('returns', `Ref,Area,Period,Value\nNI 8,E07000086,2007-08,19\n${rows.join('\n')}\n`)
  assert.match(plain(page.body), /201 indicators are not known.*Most likely other columns name the indicators/s)
  assert.equal(counts(await answer(path)), '1 0 0 201')
})

describe('what a file leaves open', () => {
  test('quarters of a single year are asked about once, and the answer is remembered for the source', async () => {
    const content = 'Ref,Area,Period,Value\nNI 117,E07000086,2009 Q1,6\n'
    const columns = place(await bring('returns', content, { source: 'Connexions' }))
    const refused = await check(columns)
    assert.equal(refused.statusCode, 422)
    assert.match(plain(refused.body), /What is 2009 Q1\?/)
    const path = place(await check(columns, { quarters: 'calendar' }))
    await confirm(path)
    assert.equal(
      await sql(db =>
        db`select from performance.data_return where starts_on = '2009-01-01' and ends_on = '2009-03-31'`.then(rows => rows.count),
      ),
      1,
    )

    const next = await open(place(await bring('returns', content, { source: 'connexions' })))
    assert.match(plain(next.body), /what the columns of connexions meant last time/)
    assert.match(next.body, /value="calendar" checked/)
  })

  test('words in place of numbers become what the user says', async () => {
    const columns = place(await bring('returns', 'Ref,Area,Period,Value\nNI 8,E07000086,2010-11,n/a\nNI 8,E07000087,2010-11,9\n'))
    assert.match(plain((await open(columns)).body), /Words in place of numbers.*n\/a/)
    const path = place(await check(columns))
    const refused = await open(path)
    assert.equal(counts(refused), '1 0 0 1')
    assert.match(plain(refused.body), /Some rows are refused because it is not said what they mean/)
    place(await check(`${path}/columns`, { 'word-0': 'not-applicable' }))
    assert.equal(counts(await open(path)), '2 0 0 0')
  })

  test('a column that is given twice is refused where it stands', async () => {
    const columns = place(await bring('returns', 'Ref,Area,Period,Value,Other\nNI 8,E07000086,2010-11,1,2\n'))
    const refused = await check(columns, { 'meaning-4': 'value' })
    assert.equal(refused.statusCode, 422)
    assert.match(refused.body, /href="#meaning-4">Other and Value cannot both be/)
  })

  test('one area and one period for a whole file', async () => {
    const { path, page } = await previewOf('returns', 'Ref,Value\nNI 8,31\n', {
      'constant-area-code': 'E07000087',
      'constant-period': '2009-10',
    })
    assert.equal(counts(page), '1 0 0 0')
    await confirm(path)
    assert.equal(
      await sql(db => db`select from performance.data_return where value = 31 and starts_on = '2009-04-01'`.then(rows => rows.count)),
      1,
    )
  })

  test('semicolons, Windows letters and cells of several lines', async () => {
    const content = Buffer.from(
      'Ref;Area;Period;Value;Note\r\nNI 8;E07000087;2008-09;<5;"caf\xe9\r\nbar"\r\nNI 8;E07000087;someday;3;x\r\n',
      'latin1',
    )
    const path = place(await check(place(await bring('returns', content as unknown as string))))
    const page = await open(path)
    assert.equal(counts(page), '0 0 1 1')
    assert.match(plain(page.body), /4 Period someday This is not understood as a period/)
  })
})

describe('a table with its periods side by side', () => {
  const held = (where: string) =>
    sql(async db => {
      const rows = await db<Record<string, string | null>[]>`
        select i.reference, a.name, r.starts_on, r.ends_on, r.value, r.absence, r.status
          from performance.data_return r
          join performance.indicator i on i.id = r.indicator_id
          join partnership.area a on a.id = r.area_id
         where r.source = ${where}
         order by 1, 2, 3, 4`
      return rows.map(row =>
        Object.values(row)
          .map(value => value ?? '')
          .join(' '),
      )
    })
  const quarters = Array.from(
    { length: 40 },
    (_, at) => `Q${(at % 4) + 1} ${1990 + Math.floor(at / 4)}-${String((91 + Math.floor(at / 4)) % 100).padStart(2, '0')}`,
  )
  const long = (separator: string) =>
    ['Ref', 'Area', 'Period', 'Value'].join(separator) +
    ['E07000086', 'E07000087']
      .flatMap((area, row) =>
        quarters.map((quarter, at) => ['NI 117', area, quarter, at % 7 === row ? '' : at % 5 === 0 ? '..' : `${at}.${row}`]),
      )
      .map(cells => `\n${cells.join(separator)}`)
      .join('')
  const wide = (separator: string, note = 'Größe') =>
    ['Ref', 'Area', ...quarters, 'Note'].join(separator) +
    ['E07000086', 'E07000087']
      .map((area, row) => ['NI 117', area, ...quarters.map((_, at) => (at % 7 === row ? '' : at % 5 === 0 ? '..' : `${at}.${row}`)), note])
      .map(cells => `\n${cells.join(separator)}`)
      .join('')
  const inUtf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])

  test('forty columns of quarters are one line of the page, and come in as the long file does', async () => {
    const columns = place(await bring('returns', wide(','), { source: 'Wide one' }))
    const page = await open(columns)
    assert.match(plain(page.body), /40 columns are read as periods: Q1 1990-91 to Q4 1999-00/)
    assert.equal([...page.body.matchAll(/<select /g)].length, 4)
    const path = place(await check(columns))
    const preview = await open(path)
    assert.equal(counts(preview), '68 0 0 0')
    assert.match(plain(preview.body), /12 empty cells are left out\..*Import all 68 returns/s)
    await confirm(path)

    const before = await held('Wide one')
    assert.equal(before.length, 68)
    const again = await previewOf('returns', long(','))
    assert.equal(counts(again.page), '0 0 68 0')
  })

  for (const [name, content] of [
    ['semicolons and Windows letters', Buffer.from(wide(';'), 'latin1')],
    ['tabs and UTF-16', inUtf16(wide('\t'))],
  ] as const)
    test(`so does one with ${name}`, async () => {
      const path = place(await check(place(await bring('returns', content as unknown as string))))
      assert.equal(counts(await open(path)), '0 0 68 0')
    })

  test('what is refused says its line and its column, and the same cell twice is seen', async () => {
    const { path, page } = await previewOf(
      'returns',
      `Ref,Area,2008-09,2008/09,2009-10,Q1 2009-10
NI 8,E07000086,21.9,22,24,
NI 8,E07000087,,,"about 7",6
,E07000087,1,2,3,4
NI 8,Nowhere at all,,,,
`,
    )
    const preview = page.body.includes('gt-card__figure') ? page : await answer(path)
    const said = plain(preview.body)
    assert.match(said, /2 2008\/09 2008\/09 This is the same indicator, area and period as another column of line 2\. Leave one/)
    assert.match(said, /3 2009-10 about 7 This is not a number\. Correct it/)
    assert.match(said, /3 Q1 2009-10 Q1 2009-10 “Q1 2009-10” is a quarter, and this indicator is reported by financial year/)
    assert.match(said, /4 Ref nothing No indicator is named/)
    assert.match(said, /Refused figures Download the refused figures/)
    assert.equal(counts(preview), '0 0 2 4')
    assert.match((await open(`${path}/refused.csv`)).body, /\r\n3,2009-10,about 7,/)
  })

  test('a column can be left out, and the next file of the source has one period more', async () => {
    const columns = place(
      await bring('returns', 'Code,Area,Q1 2011-12,Q2 2011-12,Q3 2011-12,Q4 2011-12\nNI 117,E07000086,1,2,3,4\n', { source: 'Wide two' }),
    )
    const form = formIn((await open(columns)).body)
    const { 'meaning-4': _, ...others } = form.fields
    const path = place(await send(columns, others))
    assert.equal(counts(await open(path)), '3 0 0 0')
    await confirm(path)
    const next = await open(
      place(
        await bring('returns', 'Code,Area,Q1 2011-12,Q2 2011-12,Q3 2011-12,Q4 2011-12,Q1 2012-13\nNI 117,E07000086,1,2,3,4,5\n', {
          source: 'Wide two',
        }),
      ),
    )
    assert.match(plain(next.body), /what the columns of Wide two meant last time.*4 columns are read as periods: Q1 2011-12 to Q1 2012-13/)
    assert.match(next.body, /<option value="" selected>– not used –/)
  })

  test('a table that is not understood is refused where it stands', async () => {
    const columns = place(await bring('targets', 'Ref,Area,Baseline,2008-09,2009-10\nNI 8,E07000086,20,21,22\n'))
    const refused = await check(columns)
    assert.equal(refused.statusCode, 422)
    assert.match(refused.body, /href="#meaning-2">Baseline is “Baseline”, and it has no period in its heading as 2008-09 has/)
    const path = place(await check(columns, { 'meaning-2': '' }))
    assert.equal(counts(await open(path)), '1 1 0 0')
  })

  test('quarters of a single year are asked about once', async () => {
    const columns = place(await bring('returns', 'Ref,Area,2013 Q1,2013 Q2\nNI 117,E07000086,1,2\n'))
    assert.match(plain((await check(columns)).body), /What is 2013 Q1\?/)
    const path = place(await check(columns, { quarters: 'calendar' }))
    await confirm(path)
    assert.equal(
      await sql(db =>
        db`select from performance.data_return where starts_on = '2013-04-01' and ends_on = '2013-06-30'`.then(rows => rows.count),
      ),
      1,
    )
  })

  test('once it is known how often an indicator is reported, what does not fit is refused by its column', async () => {
    const { path, page } = await previewOf('returns', 'Ref,Area,Note,2014-15 actual,Q1 2014-15,Q2 2014-15\nNI 15,E07000086,x,4,1,2\n')
    assert.match(plain(page.body), /How often they are reported.*NI 15/s)
    const preview = await answer(path, { 'frequency-1': 'quarter' })
    assert.equal(counts(preview), '2 0 0 1')
    assert.match(plain(preview.body), /2 2014-15 actual 2014-15 “2014-15” is a financial year, and this indicator is reported by quarter/)
    await send(`${path}/cancellation`, {})
  })

  test('a thousand columns are read, and one more is too many', async () => {
    const months = Array.from({ length: 998 }, (_, at) => `${1930 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-01`)
    const heading = months.map(first => `${first.slice(5, 7)}/${first.slice(0, 4)}`).join(',')
    const { page } = await previewOf('returns', `Ref,Area,${heading}\nNI 15,E07000086,${months.map((_, at) => at).join(',')}\n`)
    assert.match(plain(page.body), /NI 15 .* 998 /)
    const refused = await bring('returns', `Ref,Area,Note,${heading}\nNI 15,E07000086,,1\n`)
    assert.equal(refused.statusCode, 422)
    assert.match(plain(refused.body), /The file has 1,001 columns, and no more than 1,000 can be read/)
  })

  test('areas side by side', async () => {
    const { path, page } = await previewOf('returns', 'Ref,Quarter,E07000086,Fareham,Nowhere\nNI 117,Q1 2012-13,7,8,9\n')
    assert.equal(counts(page), '2 0 0 0')
    assert.match(plain(page.body), /2 NI 117 .*Fareham.* Q1 2012-13 8/)
    await send(`${path}/cancellation`, {})
  })

  test('one of areas that are not known is refused by its column', async () => {
    const { path } = await previewOf('returns', 'Ref,Quarter,E07000086,E05009999\nNI 117,Q2 2012-13,7,8\n')
    const preview = await answer(path, { area: [] })
    assert.equal(counts(preview), '1 0 0 1')
    assert.match(plain(preview.body), /2 E05009999 E05009999 This area is not known and was left out/)
  })
})

describe('two people at once', () => {
  test('what has changed since the preview stops the import, and is shown', async () => {
    const content = (value: number) => `Ref,Area,Period,Value\nNI 117,E07000086,Q4 2009-10,${value}\n`
    const [mine, theirs] = [await previewOf('returns', content(5)), await previewOf('returns', content(6))]
    assert.equal(counts(mine.page), '1 0 0 0')
    await confirm(theirs.path)
    const stopped = await open(place(await send(`${mine.path}/confirmation`, { which: 'all' })))
    assert.match(plain(stopped.body), /Nothing was imported, because something has changed since you looked: line 2\./)
    assert.equal(counts(stopped), '0 1 0 0')
    assert.match(plain(stopped.body), /6, final 5/)
    assert.equal(
      await sql(db => db`select from performance.data_return where value = 5 and starts_on = '2010-01-01'`.then(rows => rows.count)),
      0,
    )
    await confirm(mine.path, { reason: 'Ours is right' })
    assert.equal(
      await sql(db =>
        db`select from performance.data_return where value = 5 and starts_on = '2010-01-01' and revision = 2`.then(rows => rows.count),
      ),
      1,
    )
  })

  test('a survey’s sample and interval come with its figures, and a corrected sample is a revision', async () => {
    const file = (base: number) =>
      `reference,area code,period,value,base,lower CI,upper CI\r\nNI 8,E07000086,2013-14,27,${base},24.5,29.7\r\n`
    const first = await previewOf('returns', file(1100))
    await confirm(first.path)
    assert.equal(counts((await previewOf('returns', file(1100))).page), '0 0 1 0')
    const corrected = await previewOf('returns', file(1050))
    assert.equal(counts(corrected.page), '0 1 0 0')
    await confirm(corrected.path, { reason: 'A late count' })
    const kept = await app.owner`
      select revision, sample_size, interval_low, interval_high from performance.data_return where ends_on = '2014-03-31' order by revision`
    assert.deepEqual(
      [...kept],
      [
        { revision: 1, sampleSize: 1100, intervalLow: '24.5', intervalHigh: '29.7' },
        { revision: 2, sampleSize: 1050, intervalLow: '24.5', intervalHigh: '29.7' },
      ],
    )
  })

  test('what was imported or given up cannot be imported again', async () => {
    const { path } = await previewOf('returns', 'Ref,Area,Period,Value\nNI 117,E07000086,Q1 2010-11,5\n')
    await send(`${path}/cancellation`, {})
    assert.equal((await send(`${path}/confirmation`, { which: 'all' })).statusCode, 303)
    assert.equal(
      await sql(db =>
        db`select from performance.data_return where starts_on = '2010-04-01' and ends_on = '2010-06-30'`.then(rows => rows.count),
      ),
      0,
    )
    assert.match(plain((await open(path)).body), /was given up/)
  })
})

describe('a long file', () => {
  test('is checked and imported while nobody waits, with progress, and can be left', async () => {
    const quarters = Array.from({ length: 20 }, (_, year) =>
      [1, 2, 3, 4].map(quarter => `${1990 + year}-${String((1991 + year) % 100).padStart(2, '0')} Q${quarter}`),
    ).flat()
    const rows = Array.from({ length: 400 }, (_, area) =>
      quarters.map((period, at) => `NI 117,Neighbourhood ${area},${period},${(area * 7 + at) % 100},"${'x'.repeat(60)}"`),
    ).flat()
    const columns = place(await bring('returns', `Ref,Area,Period,Value,Remark\n${rows.join('\n')}\n`))
    const path = place(await check(columns))
    const first = await open(path)
    if (first.statusCode === 200) assert.match(first.body, /http-equiv="refresh"|Checking/)
    await until(async () => (await open(path)).statusCode === 303)

    const questions = await open(`${path}/questions`)
    assert.match(plain(questions.body), /400 areas are not known.*Add all 400 areas/s)
    assert.match(plain((await answer(path)).body), /Checking figures\.csv|What will be imported/)
    await until(async () => counts(await open(path)) === '32,000 0 0 0')
    const preview = await open(path)
    place(await send(`${path}/confirmation`, formIn(preview.body, '/confirmation').fields))
    await until(async () => /is imported/.test((await open(path)).body))
    assert.equal(
      await sql(db =>
        db`select count(*) as count from performance.data_return where import_id is not null and reported_by_name = 'Priya Nair' and source = 'figures.csv'`.then(
          ([row]) => Number(row?.['count']) >= 32_000,
        ),
      ),
      true,
    )
  })

  test('is stopped when somebody stops it', async () => {
    const rows = Array.from({ length: 60_000 }, (_, row) => `NI 117,E07000086,Q1 2008-09,${row},"${'x'.repeat(40)}"`)
    const path = place(await check(place(await bring('returns', `Ref,Area,Period,Value,Remark\n${rows.join('\n')}\n`))))
    place(await send(`${path}/cancellation`, {}))
    await until(
      async () =>
        (await sql(db => db`select from performance.data_import_piece`.then(found => found.count))) === 0 || (await leftOvers(path)) === 0,
    )
    assert.match(plain((await open(path)).body), /was given up/)
  })

  // Whatever would be done next waits for a lock that the test holds.
  const stopped = (
    during: string,
    says: RegExp,
    lock: (db: Owner) => Promise<unknown>,
    lead: () => Promise<string>,
    go: (path: string) => Promise<Page>,
  ) =>
    test(`is stopped ${during}, at once, and leaves nothing`, async () => {
      const path = await lead()
      const before = await sql(db => db`select count(*) as count from performance.data_return`)
      await app.owner.begin(async db => {
        await lock(db)
        place(await go(path))
        await until(async () => says.test(plain((await open(path)).body)))
        place(await send(`${path}/cancellation`, {}))
        assert.match(plain((await open(path)).body), /was given up/)
      })
      await until(async () => (await leftOvers(path)) === 0)
      assert.deepEqual(await sql(db => db`select count(*) as count from performance.data_return`), before)
      assert.match(plain((await open(path)).body), /was given up/)
    })

  const file = (firstYear: number) => {
    const periods = Array.from(
      { length: 200 },
      (_, at) =>
        `${firstYear + Math.floor(at / 4)}-${String((firstYear + Math.floor(at / 4) + 1) % 100).padStart(2, '0')} Q${(at % 4) + 1}`,
    )
    return periods
      .flatMap(period => Array.from({ length: 150 }, (_, area) => `NI 117,Neighbourhood ${area},${period},${area},"${'x'.repeat(60)}"`))
      .join('\n')
  }
  const sent = async (firstYear: number) =>
    place(await bring('returns', `Ref,Area,Period,Value,Remark\n${file(firstYear)}\n`)).replace('/columns', '')
  const checked = async (firstYear: number, more = '') => {
    const path = place(await check(place(await bring('returns', `Ref,Area,Period,Value,Remark\n${file(firstYear)}\n${more}`))))
    await until(async () => !/http-equiv="refresh"/.test((await open(path)).body))
    return path
  }
  const confirmed = async (path: string) => send(`${path}/confirmation`, formIn((await open(path)).body, '/confirmation').fields)

  stopped(
    'while it is compared',
    /Step 2 of 2: all 30,000 rows are read, and are compared with what is there/,
    db => db`lock table performance.data_import_row in share update exclusive mode`,
    () => sent(1900),
    path => check(`${path}/columns`),
  )
  stopped(
    'while it is compared after answers',
    /Step 2 of 2: all 30,001 rows are read, and are compared/,
    db => db`lock table performance.data_import_row in share mode`,
    () => checked(1900, 'NI 117,Nowhere,2008-09 Q1,5,\n'),
    async path => send(`${path}/questions`, formIn((await open(`${path}/questions`)).body).fields),
  )
  stopped(
    'while it is compared once more',
    /Step 1 of 2: its 30,000 rows are compared once more/,
    db => db`select from performance.agreement for no key update`,
    () => checked(1900),
    confirmed,
  )
  stopped(
    'while it is stored',
    /Step 2 of 2: 0 of 30,000 rows are stored/,
    db => db`lock table performance.data_return in share mode`,
    () => checked(1900),
    confirmed,
  )
})

test('a check that fails says so, and can be tried again', async () => {
  const columns = place(await bring('returns', 'Ref,Area,Period,Value\nNI 8,E07000086,2008-09,21\n'))
  const path = columns.replace('/columns', '')
  const importId = Number(path.split('/').at(-1))
  await app.visit('write', (db: Db) => db`update performance.data_import set state = 'checking' where id = ${importId}`)
  assert.match(plain((await open(path)).body), /Checking figures\.csv Step 1 of 2: 0 rows are read, 0% of the file/)
  // There is no mapping to check it with, as if something had gone wrong.
  await app.visit('write', (db: Db) => enqueue(db, checkJob, { importId }))
  await until(async () => !/http-equiv="refresh"/.test((await open(path)).body))
  assert.match(
    plain((await open(path)).body),
    /figures\.csv could not be checked Something went wrong in Goldthread\. It is in its log under job-\d+ .* Try again/,
  )
  assert.equal(counts(await open(place(await check(columns)))), '0 1 0 0')
})

const leftOvers = (path: string) =>
  sql(db => db`select from performance.data_import_piece where import_id = ${Number(path.split('/').at(-1))}`.then(rows => rows.count))

async function until(done: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (await done()) return
    await sleep(100)
  }
  assert.fail('It takes too long')
}

describe('who may', () => {
  test('a reader sees what was imported and cannot bring anything', async () => {
    assert.equal((await open('imports/new?kind=returns', app.reader)).statusCode, 403)
    assert.equal(
      (await app.upload(app.reader, 'imports', { kind: 'returns', agreement }, { field: 'file', fileName: 'a.csv', content: 'a,b\n1,2\n' }))
        .statusCode,
      403,
    )
  })

  test('another partnership sees nothing of it', async () => {
    assert.equal((await app.get(app.stranger, '/elmbridge/imports/1')).statusCode, 404)
    assert.equal((await app.get(app.stranger, '/wexcombe/imports/1')).statusCode, 404)
  })
})
