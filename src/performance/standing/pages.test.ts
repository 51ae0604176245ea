import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { freshApp } from '../../../test/web/index.ts'

const app = await freshApp({ after }, { now: '2026-11-22T10:00:00Z', example: true })
const { get, reader, officer, stranger } = app
const ids = new Map(
  (
    await app.owner<
      { id: number; reference: string }[]
    >`select id, reference from performance.indicator where partnership_id = ${app.partnershipId}`
  ).map(({ id, reference }) => [reference, id]),
)
const areas = new Map(
  (await app.owner<{ id: number; name: string }[]>`select id, name from partnership.area where partnership_id = ${app.partnershipId}`).map(
    ({ id, name }) => [name, id],
  ),
)

const body = async (reference: string, query = '', person = reader) => {
  const answer = await get(person, `indicators/${ids.get(reference)}${query}`)
  assert.equal(answer.statusCode, 200, reference)
  return answer.body
}
const words = (html: string) =>
  html
    .replace(/<(title|desc|style)[^>]*>.*?<\/\1>/gs, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')

describe('an indicator’s page', () => {
  test('says how it is judged, with the arithmetic and what each judgement would have taken', async () => {
    const page = words(await body('NI 117'))
    assert.match(
      page,
      /Wexcombe, Q2 2026-27 Within tolerance Actual 5\.9% Q2 2026-27 Target 5\.7% for 2026-27 Difference 0\.2 points above Tolerance 0\.285 points 5% of the target/,
    )
    assert.match(
      page,
      /Why\? Lower is better: 5\.9% is 0\.2 points above the target of 5\.7%, no more than the tolerance of 5% of the target \(0\.285 points\), so it is within tolerance\./,
    )
    assert.match(page, /Exceeding less than 5\.415% On target 5\.415% to 5\.7% Within tolerance more than 5\.7% to 5\.985% here: 5\.9%/)
  })

  test('shows its course in a picture, with a title, a sentence and the figures behind it', async () => {
    const page = await body('NI 117')
    assert.match(page, /<svg[^>]*role="img"[^>]*aria-labelledby/)
    assert.match(
      page,
      /<title id="chart-wide-title">NI 117 Young people aged 16 to 18 not in education, employment or training: Wexcombe<\/title>/,
    )
    assert.match(words(page), /From 7\.\d% in Q1 2023-24 to 5\.9% in Q2 2026-27\. The latest target is 5\.7%, for 2026-27\./)
    assert.match(words(page), /Q1 2023-24 7\.\d% – No target/)
  })

  test('says whether it is on pace, and where it would be if it went on so, apart from the judgement', async () => {
    const page = await body('NI 117')
    assert.match(words(page), /Towards the target Target Pace What it rests on 5\.7% in 2026-27, the last target (On|Ahead of|Behind) pace/)
    assert.match(
      words(page),
      /Forecast\. If it goes on as it has, it would be \d\.\d% in 2026-27, against a target of 5\.7%, which would be [a-z ]+\. The chance of meeting that target on present form is [a-z]+ .* A forecast, not a judgement/,
    )
    assert.match(page, /forecast<\/text>/)
    const file = await get(reader, `indicators/${ids.get('NI 117')}/chart.svg`)
    assert.match(file.body, /, forecast, would be/)
    assert.doesNotMatch(words(await body('NI 110')), /Towards the target/)
  })

  test('of a survey says between which bounds the true figure lies, and draws them', async () => {
    const page = await body('NI 4')
    assert.match(
      words(page),
      /1,\d{3} people answered: the true figure most likely lies between \d+% and \d+% \(95% interval, worked out from the size of the sample\)/,
    )
    assert.match(words(page), /Within|No change/)
    assert.match(page, /interval of a survey \(95%\)<\/text>/)
    assert.doesNotMatch(await body('NI 117'), /interval of a survey/)
  })

  test('says which way it goes, with what it is compared with', async () => {
    const page = words(await body('NI 117'))
    assert.match(
      page,
      /Direction of travel Compared with Direction Change The period before (Better|Worse|No change) (Up|Down) [\d.]+ points? on Q1 2026-27 \([\d.]+%\), which is [a-z ]+\. The same period last year (Better|Worse|No change) .* on Q2 2025-26 .* The baseline /,
    )
    assert.match(words(await body('NI 111')), /The two overlap: part of what is counted now was counted then\./)
    assert.doesNotMatch(words(await body('NI 110')), /Direction of travel/)
  })

  test('puts the areas side by side, the agreement’s own first, and changes between them', async () => {
    const page = await body('NI 117')
    assert.match(
      words(page),
      /Areas side by side Area Actual Period Target Judgement Trend Wexcombe 5\.9% Q2 2026-27 .* Arnemouth .* Eastmarsh .* Holt Vale .* Kingsferry .* Tarrant Downs/,
    )
    const arnemouth = areas.get('Arnemouth')
    assert.match(page, new RegExp(`href="/wexcombe/indicators/${ids.get('NI 117')}\\?area=${arnemouth}"`))
    assert.match(words(await body('NI 117', `?area=${arnemouth}`)), /Over time, Arnemouth/)
  })

  test('can be turned to a period', async () => {
    const page = await body('NI 117', '?period=2025-26-Q1')
    assert.match(page, /<option value="2025-26-Q1" selected>/)
    assert.match(words(page), /Wexcombe, Q1 2025-26/)
  })

  test('lists what was reported with every revision, by whom, from what source and why', async () => {
    const page = words(await body('NI 111'))
    assert.match(
      page,
      /January to December 2025 revision 2 1,121 final 7 April 2026, 10:30am Amina Siddiqui Police National Computer Records counted twice in Kingsferry were taken out/,
    )
    assert.match(page, /January to December 2025 replaced 1,157 final/)
  })

  test('says what it is', async () => {
    const page = words(await body('NI 111'))
    assert.match(page, /Which way is better Lower is better/)
    assert.match(page, /Counted in Rate, per 100,000 aged 10 to 17, whole numbers/)
    assert.match(page, /Reported Every quarter, for the twelve months that end with it; expected 45 days after its end at the latest/)
    assert.match(page, /Tolerance 5% of the target, as Wexcombe Local Area Agreement 2024 to 2027 has it/)
    assert.match(page, /Contributors Wexcombe County Council Wexcombe Police Wexcombe Voluntary Sector Assembly/)
  })

  test('says why there is no judgement', async () => {
    assert.match(
      words(await body('NI 110')),
      /Deferred until 22 April 2027 Actual – Target – Delivery assurance .*? Why\? Not judged for now: The survey/,
    )
    assert.match(words(await body('NI 110')), /There are no figures for Wexcombe yet/)
    assert.match(words(await body('L17.1')), /For context/)
    assert.match(words(await body('NI 101')), /Suppressed/)
    assert.match(words(await body('NI 50', '?period=2024-25')), /Closed on 22 April 2026: /)
  })

  test('offers to change things to whoever may', async () => {
    const id = ids.get('NI 111')
    const forOfficer = await body('NI 111', '', officer)
    for (const path of [
      `${id}/returns/new?area=${areas.get('Wexcombe')}`,
      `${id}/targets?area=${areas.get('Wexcombe')}`,
      `${id}/edit`,
      `${id}/deferral`,
      `${id}/closure`,
      `${id}/history`,
    ])
      assert.ok(forOfficer.includes(`href="/wexcombe/indicators/${path}"`), path)
    assert.doesNotMatch(await body('NI 111'), /returns\/new|\/edit"|\/closure"/)
  })
})

describe('the chart to take away', () => {
  const file = async (kind: string, query = '') => {
    const answer = await get(reader, `indicators/${ids.get('NI 117')}/chart.${kind}${query}`)
    assert.equal(answer.statusCode, 200)
    return answer
  }
  const nameOf = ({ headers }: Awaited<ReturnType<typeof file>>) => headers['content-disposition']?.toString() ?? ''

  test('is what the page shows, for its area and period', async () => {
    const district = areas.get('Arnemouth')
    const page = await body('NI 117', `?area=${district}&period=2025-26-Q1`)
    for (const kind of ['svg', 'png', 'csv'])
      assert.ok(
        page.includes(`href="/wexcombe/indicators/${ids.get('NI 117')}/chart.${kind}?area=${district}&amp;period=2025-26-Q1"`),
        kind,
      )
    assert.match(nameOf(await file('svg', `?area=${district}&period=2025-26-Q1`)), /"ni-117-arnemouth-2025-26-q1\.svg"/)
    assert.match(words(page), /Period Actual Target Judgement Change Q1 2025-26 7\.1%/)
  })

  test('as SVG stands for itself', async () => {
    const { body: svg, headers } = await file('svg')
    assert.match(headers['content-type']?.toString() ?? '', /^image\/svg\+xml/)
    assert.match(svg, /^<\?xml .*<svg xmlns=.*<title id="chart-title">NI 117 Young people/s)
    assert.doesNotMatch(svg, /class=|style=/)
  })

  test('as PNG is one', async () => {
    const answer = await file('png')
    assert.equal(answer.headers['content-type'], 'image/png')
    assert.match(nameOf(answer), /"ni-117-wexcombe\.png"/)
    assert.equal(answer.rawPayload.subarray(1, 4).toString(), 'PNG')
  })

  test('as CSV has its points', async () => {
    const { body: csv } = await file('csv')
    assert.match(
      csv,
      /Q2 2026-27,2026-07-01,2026-09-30,5\.9,final,5\.7,,,within tolerance,within tolerance,,6\.393,,6\.065,6\.720,improvement\r\n$/,
    )
  })

  test('is not there where there are no figures, or for others', async () => {
    assert.equal((await get(reader, `indicators/${ids.get('NI 110')}/chart.png`)).statusCode, 404)
    assert.equal((await get(reader, `indicators/${ids.get('NI 110')}/chart.csv`)).statusCode, 200)
    assert.equal((await get(reader, `indicators/${ids.get('NI 117')}/chart.svg?area=999999`)).statusCode, 404)
    assert.equal((await get(stranger, `/elmbridge/indicators/${ids.get('NI 117')}/chart.svg`)).statusCode, 404)
  })
})

test('a figure that is overdue is asked of whoever may enter it', async () => {
  const list = (await get(officer, 'scorecard?judgement=overdue')).body
  const [, id] = /href="\/wexcombe\/indicators\/(\d+)"/.exec(list) ?? []
  const link = /indicators\/\d+\/returns\/new\?area=\d+&amp;period=[^"]+">Enter the figure for /
  assert.match((await get(officer, `indicators/${id}`)).body, link)
  assert.doesNotMatch((await get(reader, `indicators/${id}`)).body, link)
})

test('what is not there, or not one’s own, is not found', async () => {
  const id = ids.get('NI 111')
  for (const path of ['indicators/999999', 'indicators/x', `indicators/${id}?area=999999`])
    assert.equal((await get(reader, path)).statusCode, 404, path)
  assert.equal((await get(stranger, `indicators/${id}`)).statusCode, 404)
  assert.equal((await get(stranger, `/elmbridge/indicators/${id}`)).statusCode, 404)
})

test('every indicator of Wexcombe has a page, in every area and for every period of its agreement', async () => {
  const [district] = [areas.get('Tarrant Downs')]
  for (const [reference] of ids)
    for (const query of ['', `?area=${district}`, '?period=2025-26', '?period=2026-27-Q4']) await body(reference, query)
})
