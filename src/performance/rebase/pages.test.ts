import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { parse } from 'csv-parse/sync'
import { formIn } from '../../../test/web/form.ts'
import { freshApp } from '../../../test/web/index.ts'

const app = await freshApp({ after }, { now: '2026-11-22T10:00:00Z', example: true })
const { get, post, reader, officer } = app
const ids = new Map(
  (await app.owner<{ id: number; reference: string }[]>`select id, reference from performance.indicator`).map(({ id, reference }) => [
    reference,
    id,
  ]),
)
const at = (reference: string) => `indicators/${ids.get(reference)}`
const words = (html: string) =>
  html
    .replace(/<(title|desc|style)[^>]*>.*?<\/\1>/gs, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
const shown = async (path: string, person = reader) => words((await get(person, path)).body)

const [county] = await app.owner<{ id: number }[]>`select area_id as id from performance.agreement`

describe('what the page of an indicator says of change and chance', () => {
  test('a shift that lasts is an improvement, in a sentence, a mark and the chart’s own words', async () => {
    const { body } = await get(reader, at('NI 117'))
    assert.match(words(body), /Improvement\. The last eight quarters are all below the average: this is an improvement, not chance\./)
    assert.match(body, /<desc[^>]*>[^<]*The last eight quarters are all below the average/)
    assert.match(body, /Q2 2026-27: 5\.9%, within tolerance, improvement, not chance/)
  })

  test('what chance did is not called better or worse, and the reason is there', async () => {
    const page = await shown(at('NI 152'))
    assert.match(page, /Unchanged\. Nothing has changed: 9\.4% in Q4 2025-26 lies within what chance alone does, [\d.]+% to [\d.]+%\./)
    assert.match(
      page,
      /The same period last year No more than chance Up [\d.]+ points on Q4 2024-25 \([\d.]+%\), which is no more than chance\./,
    )
    assert.match(page, /As things are, chance decides whether the target of 9\.2% is met\./)
  })

  test('of few figures it says that they are few', async () => {
    const district = (await app.owner<{ id: number }[]>`select id from partnership.area where name = 'Arnemouth'`)[0]?.id
    await app.owner`
      delete from performance.data_return
       where indicator_id = ${ids.get('NI 117') ?? 0} and area_id = ${district ?? 0} and ends_on < '2024-10-01'`
    assert.match(await shown(`${at('NI 117')}?area=${district}`), /There are not enough figures yet to tell chance from change: 8 of 13\./)
  })

  test('what adds up over a year is not read', async () => {
    assert.doesNotMatch((await get(reader, at('NI 16'))).body, /gt-control/)
  })

  test('the chart to take away has the average, the limits and what was found', async () => {
    const { body } = await get(reader, `${at('NI 131')}/chart.csv`)
    const rows: Record<string, string>[] = parse(body, { bom: true, columns: true })
    const [first, last] = [rows[0], rows.at(-1)]
    assert.ok(first && last)
    assert.match(first['Average'] ?? '', /^12\.\d{3}$/)
    assert.match(last['Average'] ?? '', /^10\.\d{3}$/)
    assert.match(`${last['Lower limit']} ${last['Upper limit']}`, /^9\.\d{3} 1[12]\.\d{3}$/)
    assert.equal(last['Change'], 'common cause')
    const svg = (await get(reader, `${at('NI 131')}/chart.svg`)).body
    assert.match(svg, /rebased April 2024/)
    assert.match(svg, /what chance does/)
  })
})

describe('the scorecard', () => {
  test('calls unchanged what noise would have called better or worse', async () => {
    const { body } = await get(reader, 'scorecard')
    const row = (reference: string) => words(body.match(new RegExp(`<tr[^>]*>(?:(?!</tr>).)*>${reference}</b>.*?</tr>`, 's'))?.[0] ?? '')
    for (const reference of ['NI 131', 'NI 152', 'NI 195']) {
      assert.match(row(reference), /Unchanged/, reference)
      assert.doesNotMatch(row(reference), /Better than|Worse than/, reference)
      assert.match(row(reference), /Nothing has changed: /, reference)
    }
    assert.match(row('NI 117'), /Improvement/)
  })

  test('says the same as a file', async () => {
    const rows: Record<string, string>[] = parse((await get(reader, 'scorecard.csv')).body, { bom: true, columns: true })
    const of = (reference: string) => rows.find(row => row['Reference'] === reference) ?? assert.fail()
    assert.equal(of('NI 117')['Process control'], 'improvement')
    assert.equal(of('NI 152')['Process control'], 'common cause')
    assert.equal(of('NI 152')['Direction on the same period last year'], 'no significant change')
    assert.equal(of('NI 16')['Process control'], '')
  })
})

describe('a rebase', () => {
  const path = `${at('NI 117')}/rebases/new`

  test('is refused without a period, a reason or a right number, and nothing typed is lost', async () => {
    const { fields } = formIn((await get(officer, path)).body)
    const answer = await post(officer, path, { ...fields, startsOn: '', reason: ' ', baselinePoints: '5' })
    assert.equal(answer.statusCode, 422)
    assert.match(words(answer.body), /Select a period/)
    assert.match(words(answer.body), /Say why the average begins anew/)
    assert.match(words(answer.body), /Enter a number of figures from 12 to 20, or leave it empty/)
    assert.match(answer.body, /value="5"/)

    const odd = await post(officer, path, { ...fields, startsOn: '2025-05-01', reason: 'A new team', baselinePoints: '' })
    assert.equal(odd.statusCode, 422)
    assert.match(words(odd.body), /Select a period that has a figure/)
    assert.match(odd.body, /A new team/)
  })

  test('lets average and limits begin anew, with its reason on the page and a line in the chart, and is undone', async () => {
    const { fields } = formIn((await get(officer, path)).body)
    const answer = await post(officer, path, {
      ...fields,
      startsOn: '2025-04-01',
      reason: 'The college opened a second site',
      baselinePoints: '',
    })
    assert.equal(answer.statusCode, 303)
    const { body } = await get(reader, at('NI 117'))
    assert.match(words(body), /Rebased from Q1 2025-26: The college opened a second site/)
    assert.match(body, /rebased Q1 2025-26/)
    assert.match(words(body), /There are not enough figures yet since it was rebased in Q1 2025-26 to tell chance from change: 6 of 13\./)

    const again = await post(officer, path, { ...fields, startsOn: '2025-04-01', reason: 'Twice', baselinePoints: '' })
    assert.equal(again.statusCode, 422)
    assert.match(words(again.body), /The average begins anew on 1 April 2025 already: The college opened a second site/)

    const list = (await get(officer, `${at('NI 117')}/rebases`)).body
    assert.match(words(list), /Q1 2025-26 Wexcombe The college opened a second site all figures from then on Undo/)
    assert.doesNotMatch((await get(reader, `${at('NI 117')}/rebases`)).body, /Undo|Rebase Wexcombe/)
    const removal = list.match(/indicators\/\d+\/rebases\/\d+\/removal/)?.[0] ?? assert.fail()
    assert.match(words((await get(officer, removal)).body), /Undo the rebase from Q1 2025-26, Wexcombe/)
    assert.equal((await post(officer, removal, {})).statusCode, 303)
    assert.match(await shown(at('NI 117')), /The last eight quarters are all below the average/)
    assert.equal((await post(officer, removal, {})).statusCode, 303)
  })

  test('is told in the history', async () => {
    const page = await shown(`${at('NI 117')}/history`, officer)
    assert.match(page, /Rebase/)
    assert.match(page, /The college opened a second site/)
  })

  test('of what has no limits is not offered', async () => {
    assert.match(await shown(`${at('NI 16')}/rebases/new?area=${county?.id}`, officer), /There is no average to rebase here/)
    assert.match(await shown(`${at('NI 16')}/rebases`), /Nothing has been rebased/)
  })
})
