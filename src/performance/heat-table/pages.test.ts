import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { parse } from 'csv-parse/sync'
import { freshApp } from '../../../test/web/index.ts'

const app = await freshApp({ after }, { now: '2026-11-22T10:00:00Z', example: true })
const { get, reader, officer, stranger } = app
const bare = await freshApp({ after })
const [district] = await app.owner<{ id: number }[]>`select id from partnership.area where name = 'Holt Vale'`
const [theme] = await app.owner<{ id: number }[]>`select id from performance.theme where title = 'A greener county'`

const body = async (path: string, person = reader) => {
  const answer = await get(person, path)
  assert.equal(answer.statusCode, 200, path)
  return answer.body
}
const words = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

describe('the heat table of Wexcombe', () => {
  test('has the county and its districts across, and says in words where it is hottest', async () => {
    const page = words(await body('scorecard/heat'))
    assert.match(page, /Indicator Wexcombe Arnemouth Eastmarsh Holt Vale Kingsferry Tarrant Downs/)
    assert.match(page, /Most off target: [A-Z][a-z ]+ ?[A-Z]?[a-z]* \(\d+ of \d+ judged\)/)
    assert.match(page, /Most widely off target: .*NI 111 \(5 of 5\)/)
    assert.match(page, /Off target \d+ of \d+ judged \d+ of \d+ judged/)
  })

  test('each cell says its figure and its judgement in words, and leads to the indicator in that area', async () => {
    const page = await body('scorecard/heat')
    assert.match(
      page,
      new RegExp(
        `<a class="gt-band gt-band--[a-z-]+" href="/wexcombe/indicators/\\d+\\?area=${district?.id}">[\\d.]+%<span class="govuk-visually-hidden">, (Exceeding|On target|Within tolerance|Off target)</span></a>`,
      ),
    )
    assert.match(
      page,
      /<a class="gt-end gt-end--highest" href="[^"]+">\d+<span class="govuk-visually-hidden">, For context, among the highest/,
    )
    const cells = [...page.matchAll(/<tr class="govuk-table__row"><th scope="row".*?<\/tr>/gs)].map(([row]) => row.match(/<td/g)?.length)
    assert.ok(cells.length > 25 && cells.every(count => count === 6))
  })

  test('turned to a period and a theme, every link keeps the period', async () => {
    const page = await body(`scorecard/heat?period=2025-26-Q2&theme=${theme?.id}`)
    assert.match(words(page), /Q2 2025-26 , Wexcombe and the areas in it/)
    assert.match(page, /<option value="2025-26-Q2" selected>/)
    assert.match(page, new RegExp(`href="/wexcombe/indicators/\\d+\\?period=2025-26-Q2&amp;area=${district?.id}"`))
    assert.match(page, /A greener county<\/span>/)
    assert.doesNotMatch(page, /<span>Safer communities<\/span>/)
    assert.match(page, new RegExp(`scorecard/heat.csv\\?period=2025-26-Q2&amp;theme=${theme?.id}`))
  })

  test('of an area in which none lies, it says what is missing, to an officer how to mend it', async () => {
    assert.match(words(await body(`scorecard/heat?area=${district?.id}`)), /There are no figures for areas within Holt Vale yet/)
    assert.doesNotMatch(await body(`scorecard/heat?area=${district?.id}`), /Say which areas lie in/)
    assert.match(words(await body(`scorecard/heat?area=${district?.id}`, officer)), /Say which areas lie in Holt Vale/)
  })

  test('as a file: a row for each indicator once, three columns for each area, exact figures', async () => {
    const answer = await get(reader, 'scorecard/heat.csv')
    assert.match(String(answer.headers['content-disposition']), /heat-table-wexcombe-local-area-agreement-2024-to-2027-latest\.csv/)
    const rows: Record<string, string>[] = parse(answer.body, { bom: true, columns: true })
    assert.equal(new Set(rows.map(row => row['Reference'])).size, rows.length)
    const neet = rows.find(row => row['Reference'] === 'NI 117')
    assert.equal(neet?.['Wexcombe'], '5.9')
    assert.equal(neet?.['Wexcombe: judgement'], 'within tolerance')
    assert.equal(neet?.['Holt Vale: period'], 'Q2 2026-27')
    assert.equal(Object.keys(neet ?? {}).length, 5 + 3 * 6)
  })

  test('is found from the scorecard, with its period and theme', async () => {
    const page = await body(`scorecard?period=2025-26-Q2&theme=${theme?.id}&by=lead&find=waste`)
    assert.match(page, new RegExp(`href="/wexcombe/scorecard/heat\\?period=2025-26-Q2&amp;theme=${theme?.id}">Heat table of areas`))
  })

  test('of what there is not, it is not there; a stranger finds nothing; without an agreement the scorecard says what to do', async () => {
    for (const path of ['scorecard/heat?area=999999', 'scorecard/heat?agreement=x', 'scorecard/heat.csv?area=x'])
      assert.equal((await get(reader, path)).statusCode, 404, path)
    assert.equal((await get(stranger, 'scorecard/heat')).statusCode, 404)
    assert.equal((await bare.get(bare.reader, 'scorecard/heat')).headers.location, `/${bare.slug}/scorecard`)
    assert.equal((await bare.get(bare.reader, 'scorecard/heat.csv')).statusCode, 404)
  })
})
