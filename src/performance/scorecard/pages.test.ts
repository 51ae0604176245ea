import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import { freshApp } from '../../../test/web/index.ts'

const app = await freshApp({ after }, { now: '2026-11-22T10:00:00Z', example: true })
const { get, reader, officer, stranger } = app
const bare = await freshApp({ after })

const body = async (path: string, person = reader) => {
  const answer = await get(person, path)
  assert.equal(answer.statusCode, 200, path)
  return answer.body
}
const words = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

describe('the scorecard of Wexcombe', () => {
  test('says how many were judged, and how', async () => {
    const page = words(await body('scorecard'))
    assert.match(page, /Judged 41 of 53/)
    assert.match(page, /9 Off target 22% of those judged/)
    assert.match(page, /Not judged 12: 1 closed , 1 for context , 4 deferred/)
    assert.match(page, /Latest value of each indicator , Wexcombe/)
  })

  test('shows of each indicator what was aimed for, what happened, how it is judged and why', async () => {
    const page = words(await body('scorecard'))
    assert.match(
      page,
      /NI 117 Young people aged 16 to 18 not in education, employment or training Wexcombe County Council 5.7% for 2026-27 5.9% Q2 2026-27 Within tolerance Why\?/,
    )
    assert.match(page, /Lower is better: 5.9% is 0.2 points above the target of 5.7%/)
  })

  test('says whether each is better than before, and by how much', async () => {
    const page = words(await body('scorecard'))
    assert.match(page, /(Better|Worse) than Q1 (Better|Worse) than last year/)
    assert.match(page, /(Up|Down) [\d.]+ points? on Q1 2026-27 \([\d.]+%\), which is (better|worse)\./)
    assert.match(page, /Not comparable/)
  })

  test('turned to a judgement, it shows those and counts all', async () => {
    const page = await body('scorecard?judgement=overdue')
    assert.match(words(page), /Showing 1 of 53: overdue/)
    assert.equal(page.match(/<tr class="govuk-table__row"><th scope="row"/g)?.length, 1)
    assert.match(words(page), /Judged 41 of 53/)
  })

  test('turned to a period, it says so, and every link keeps it', async () => {
    const page = await body('scorecard?period=2025-26-Q2')
    assert.match(page, /<option value="2025-26-Q2" selected>/)
    assert.match(words(page), /Q2 2025-26 , Wexcombe/)
    assert.match(page, /href="\/wexcombe\/indicators\/\d+\?period=2025-26-Q2"/)
    assert.doesNotMatch(words(page), /weeks old/)
  })

  test('turned to a district, it says whose figures they are', async () => {
    const [area] = await app.owner<
      { id: number }[]
    >`select id from partnership.area where partnership_id = ${app.partnershipId} and name = 'Arnemouth'`
    const page = await body(`scorecard?area=${area?.id}`)
    assert.match(words(page), /These are the figures for Arnemouth\. The agreement is for Wexcombe\./)
    assert.match(page, new RegExp(`href="/wexcombe/indicators/\\d+\\?area=${area?.id}"`))
  })

  test('turned by outcome, lead organisation or judgement, it counts the same', async () => {
    for (const [by, heading] of [
      ['outcome', 'Children grow up safe and well'],
      ['lead', 'Wexcombe Police'],
      ['judgement', 'Exceeding'],
      ['nothing that there is', 'Safer communities'],
    ] as const) {
      const page = await body(`scorecard?by=${by}&period=2026-27-Q2`)
      assert.match(page, new RegExp(`<h2[^>]*>(<span[^>]*>[^<]*</span>)?(<span[^>]*>)?${heading}<`), by)
      assert.match(words(page), /Judged \d+ of 53 /)
    }
  })

  test('turned by area, each has its own tally, and the agreement’s own comes first', async () => {
    const page = words(await body('scorecard?by=area'))
    const [, judged, of] = /Judged (\d+) of (\d+) , counting each indicator once in each of 6 areas/.exec(page) ?? assert.fail()
    assert.ok(Number(judged) > 41 && Number(of) > 53)
    assert.match(page, /Latest value of each indicator , all areas/)
    assert.match(page, /Turn by Theme .* Wexcombe Judged 41 of 53 .* Arnemouth Judged \d+ of \d+/)
    assert.match(words(await body('scorecard?by=area&page=2')), /Tarrant Downs Judged \d+ of \d+/)
    assert.match(page, /(Better|Worse) than last year/)

    const rows: Record<string, string>[] = parse((await get(reader, 'scorecard.csv?by=area')).body, { bom: true, columns: true })
    assert.equal(rows.length, Number(of))
    assert.equal(rows.filter(row => row['Judgement'] !== '').length, Number(judged))
  })

  test('as one list, sorted, with the worst first', async () => {
    const page = await body('scorecard?by=list&sort=judgement')
    assert.match(words(page), /All indicators Judged 41 of 53 .*?Indicator .*? Off target .* Exceeding .* Closed/)
    const found = [...page.matchAll(/data-label="Judgement"><span class="gt-band gt-band--([a-z-]+)">/g)].map(([, name]) => name)
    assert.deepEqual([...new Set(found)], ['off-target', 'within-tolerance', 'on-target', 'exceeding', 'none'])
  })

  test('narrowed to a lead organisation or to what has some words, and the files with it', async () => {
    const [police] = await app.owner<{ id: number }[]>`select id from partnership.organisation where name = 'Wexcombe Police'`
    assert.match(words(await body(`scorecard?lead=${police?.id}`)), /Judged \d of [456] /)
    assert.match(words(await body('scorecard?find=youth+justice')), /Showing \d of 53: “youth justice”/)
    const rows: unknown[] = parse((await get(reader, 'scorecard.csv?find=first-time%20youth')).body, { bom: true, columns: true })
    assert.equal(rows.length, 1)
    assert.match(words(await body('scorecard?find=%3Cb%3E')), /Showing 0 of 53: “&lt;b&gt;”.*None\./)
  })

  test('with the columns that are wanted', async () => {
    const page = await body('scorecard?hide=lead&hide=age&hide=nothing')
    assert.doesNotMatch(page, /data-label="Lead"|data-label="How old"/)
    assert.match(page, /data-label="Target"/)
    assert.match(page, /colspan="5"/)
    assert.match(page, /href="\/wexcombe\/scorecard\?by=lead&amp;hide=lead&amp;hide=age#list"/)
  })

  test('laid out for paper', async () => {
    const page = await body('scorecard?by=lead&paper=a3')
    assert.match(page, /class="gt-score gt-score--a3"/)
    assert.match(page, /Laid out for A3 paper/)
    assert.doesNotMatch(await body('scorecard'), /data-prints/)
  })

  test('turned to what there is not, it is not there', async () => {
    for (const path of ['scorecard?area=999999', 'scorecard?agreement=999999', 'scorecard?area=x', 'scorecard.csv?area=999999'])
      assert.equal((await get(reader, path)).statusCode, 404, path)
    assert.match(words(await body('scorecard?judgement=<b>&theme=x&period=never')), /Judged 41 of 53/)
  })

  test('as a file it is the same, each indicator once', async () => {
    const answer = await get(reader, 'scorecard.csv')
    assert.match(answer.headers['content-type']?.toString() ?? '', /text\/csv/)
    assert.match(
      answer.headers['content-disposition']?.toString() ?? '',
      /scorecard-wexcombe-local-area-agreement-2024-to-2027-latest\.csv/,
    )
    const rows: Record<string, string>[] = parse(answer.body, { bom: true, columns: true })
    assert.equal(rows.length, 53)
    assert.equal(rows.filter(row => row['Judgement'] === 'off target').length, 9)
    const filtered: unknown[] = parse((await get(reader, 'scorecard.csv?judgement=off-target')).body, { bom: true, columns: true })
    assert.equal(filtered.length, 9)
  })

  test('for a spreadsheet program it is the same again', async () => {
    for (const [form, type] of [
      ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
      ['ods', 'application/vnd.oasis.opendocument.spreadsheet'],
    ] as const) {
      const answer = await get(reader, `scorecard.${form}?judgement=off-target`)
      assert.equal(answer.headers['content-type'], type)
      assert.match(answer.headers['content-disposition']?.toString() ?? '', new RegExp(`to-2027-latest\\.${form}"`))
      const xml = Object.values(unzipSync(answer.rawPayload)).map(part => strFromU8(part))
      assert.equal(xml.join('').match(/>off target</g)?.length, 2 * 9)
      assert.equal((await get(reader, `scorecard.${form}?area=999999`)).statusCode, 404)
    }
  })
})

describe('where there is nothing yet', () => {
  test('the scorecard says to begin with an agreement, to whoever may', async () => {
    const forOfficer = await bare.get(bare.officer, 'scorecard')
    assert.match(forOfficer.body, /There is no agreement yet/)
    assert.match(forOfficer.body, /href="\/wexcombe\/agreements\/new"/)
    assert.doesNotMatch((await bare.get(bare.reader, 'scorecard')).body, /agreements\/new/)
    assert.equal((await bare.get(bare.reader, 'scorecard.csv')).statusCode, 404)
  })

  test('then with indicators, then returns, then targets', async () => {
    await bare.visit('write', async db => {
      await db`insert into partnership.area (code, name, kind) values ('X1', 'Wexcombe', 'county')`
      await db`insert into performance.agreement (title, first_year, last_year, area_id) select 'Agreement', 2008, 2010, id from partnership.area`
    })
    const page = async () => (await bare.get(bare.officer, 'scorecard')).body
    assert.match(await page(), /This agreement has no indicators yet/)
    await bare.visit(
      'write',
      db => db`
        insert into performance.indicator (agreement_id, reference, title, polarity, value_type, frequency)
        select id, 'NI 8', 'Sport', 'higher', 'percentage', 'quarter' from performance.agreement`,
    )
    assert.match(await page(), /There are no returns for Wexcombe yet/)
    await bare.visit(
      'write',
      db => db`
        insert into performance.data_return (indicator_id, area_id, starts_on, ends_on, revision, value, reported_by_name)
        select i.id, a.id, '2009-01-01', '2009-03-31', 1, 41.2, 'Priya' from performance.indicator i, partnership.area a`,
    )
    assert.match(await page(), /There are no targets for Wexcombe that these figures could be held to/)
    assert.match(await page(), /Not under an outcome/)
    assert.doesNotMatch((await bare.get(bare.reader, 'scorecard')).body, /imports\/new/)
  })
})

test('another partnership sees nothing of it', async () => {
  assert.equal((await get(stranger, 'scorecard')).statusCode, 404)
  const own = await get(stranger, '/elmbridge/scorecard')
  assert.match(own.body, /There is no agreement yet/)
  assert.equal((await get(stranger, '/elmbridge/scorecard?agreement=1')).statusCode, 404)
})

test('an officer and a reader see the same figures', async () => {
  const main = (html: string) => /<main.*<\/main>/s.exec(html)?.[0]
  assert.equal(main(await body('scorecard')), main(await body('scorecard', officer)))
})

test('turned by area, rows come by the hundred', async () => {
  await app.visit(
    'write',
    db => db`
      insert into performance.target (indicator_id, area_id, kind, starts_on, ends_on, value)
      select i.id, a.id, 'stretch', '2026-04-01', '2027-03-31', 1 from performance.indicator i, partnership.area a
       where a.name in ('Holt Vale', 'Tarrant Downs') and i.polarity <> 'range'
          on conflict do nothing`,
  )
  const rowsOf = (html: string) => html.match(/<tr class="govuk-table__row"><th scope="row"/g)?.length ?? 0
  const first = await body('scorecard?by=area')
  assert.equal(rowsOf(first), 100)
  assert.match(first, /href="scorecard\?by=area&(amp;)?page=2"/)
  const [, of = '0'] = /Judged \d+ of (\d+)/.exec(words(first)) ?? []
  const [second, third] = [await body('scorecard?by=area&page=2'), await body('scorecard?by=area&page=3')]
  assert.equal(rowsOf(second), 100)
  assert.equal(rowsOf(third), Number(of) - 200)
  assert.match(words(third), new RegExp(`Judged \\d+ of ${of} .* Tarrant Downs Judged`))
  assert.match(third, /href="\/wexcombe\/indicators\/\d+\?area=\d+"/)
})
