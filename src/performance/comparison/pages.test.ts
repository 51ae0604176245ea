import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { parse } from 'csv-parse/sync'
import { formIn } from '../../../test/web/form.ts'
import { freshApp } from '../../../test/web/index.ts'

const app = await freshApp({ after }, { now: '2026-11-22T10:00:00Z', example: true })
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
const path = (reference: string, rest = '') => `indicators/${ids.get(reference)}/comparison${rest}`
const words = (html: string) =>
  html
    .replace(/<(title|desc|style)[^>]*>.*?<\/\1>/gs, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
const body = async (reference: string, rest = '', person = app.reader) => {
  const answer = await app.get(person, path(reference, rest))
  assert.equal(answer.statusCode, 200)
  return answer.body
}

describe('how an area compares', () => {
  test('is said first with its neighbours: place, median, quarter, and which end is best', async () => {
    const page = words(await body('NI 193'))
    assert.match(page, /Q2 2026-27, beside the neighbours of Wexcombe Wexcombe has \d\d\.\d%: (the|\d+\w\w) best of 10\./)
    assert.match(
      page,
      /The median of 10 areas is \d\d\.?\d*%\. It (lies [\d.]+ points? (above|below) it, which is (better|worse)|is at the median)/,
    )
    assert.match(page, /It is in the (best|second best|third best|worst) quarter \(the lowest quarter is best\)/)
    assert.match(page, /All 10 areas Area Place Figure .* 1 \d\d\.\d% .* Each area over time, on one scale/)
  })
  test('draws every area, its own picked out, and a small chart of each on the same scale', async () => {
    const page = await body('NI 193')
    assert.equal(page.match(/gt-multiples__one/g)?.length, 10)
    const axes = new Set(
      [...page.matchAll(/gt-multiples__one.*?<\/figure>/gs)].map(([each]) =>
        [...each.matchAll(/>(\d+%)</g)].map(([, label]) => label).join(),
      ),
    )
    assert.equal(axes.size, 1)
  })
  test('can be for another area, period and group', async () => {
    const page = words(await body('NI 152', `?area=${areas.get('Arnemouth')}&period=2025-26-Q4&with=inside`))
    assert.match(page, /How does Arnemouth compare\? .*Q4 2025-26, beside areas in the same area Arnemouth has .* best of 5\./)
    assert.doesNotMatch(page, /quarter \(/)
  })
  test('comes as a file', async () => {
    const answer = await app.get(app.reader, path('NI 193', '.csv'))
    assert.match(String(answer.headers['content-disposition']), /ni-193-wexcombe-compared-2026-27-q2\.csv/)
    const rows: Record<string, string>[] = parse(answer.body, { bom: true, columns: true })
    assert.equal(rows.length, 10)
    assert.equal(rows.find(row => row['Compared'] === 'yes')?.['Area'], 'Wexcombe')
    assert.deepEqual(
      rows.map(row => Number(row['Value'])),
      rows.map(row => Number(row['Value'])).toSorted((a, b) => a - b),
    )
  })
  test('says what to do where there is nothing to compare with', async () => {
    const page = words(await body('NI 40', '', app.officer))
    assert.match(page, /There is nothing to compare Wexcombe with yet .* bring in a file with their figures/)
    assert.doesNotMatch(words(await body('NI 40')), /bring in a file/)
  })
  test('is not there for what is not, nor for another partnership', async () => {
    for (const rest of ['?area=999999', '?area=x']) assert.equal((await app.get(app.reader, path('NI 193', rest))).statusCode, 404)
    assert.equal((await app.get(app.reader, 'indicators/999999/comparison')).statusCode, 404)
    assert.equal((await app.get(app.stranger, path('NI 193'))).statusCode, 404)
  })
})

describe('the areas that one is compared with', () => {
  const neighbours = `areas/${areas.get('Wexcombe')}/neighbours`
  const held = async () =>
    (await app.owner`select neighbour_id from partnership.neighbour where area_id = ${areas.get('Wexcombe') ?? 0}`).length

  test('are listed to be changed, pasted as published, and England’s are added', async () => {
    const before = await app.get(app.officer, neighbours)
    assert.match(before.body, /X10000002, Ashdale/)
    const answer = await app.post(app.officer, neighbours, {
      ...formIn(before.body, 'neighbours').fields,
      neighbours: 'area_code,area_name\r\nE06000030,Swindon\r\nX10000002,Ashdale\r\n',
    })
    assert.equal(answer.statusCode, 303)
    assert.equal(await held(), 2)
    assert.match((await app.get(app.officer, neighbours)).body, /E06000030, Swindon/)
  })
  test('are refused with the line that is not understood, and nothing is lost', async () => {
    const answer = await app.post(app.officer, neighbours, { neighbours: 'Swindon\nAtlantis' })
    assert.equal(answer.statusCode, 422)
    assert.match(answer.body, /Line 2: no area is called Atlantis/)
    assert.match(answer.body, /Swindon\nAtlantis<\/textarea>/)
    assert.equal(await held(), 2)
  })
  test('are for the performance officer to choose', async () => {
    assert.equal((await app.post(app.reader, neighbours, { neighbours: '' })).statusCode, 403)
    assert.equal(await held(), 2)
  })
})

test('its charts can be taken away as SVG and PNG, as others may not', async () => {
  for (const file of ['.svg', '/areas.svg']) {
    const answer = await app.get(app.reader, path('NI 193', file))
    assert.match(answer.headers['content-type'] ?? '', /image\/svg\+xml/)
    assert.match(answer.body, /^<\?xml[^>]*>\s*<svg [^>]*role="img".*<title.*NI 193/s)
  }
  for (const file of ['.png', '/areas.png']) {
    const answer = await app.get(app.reader, path('NI 193', file))
    assert.equal(answer.rawPayload.subarray(1, 4).toString(), 'PNG')
    assert.equal((await app.get(app.stranger, path('NI 193', file))).statusCode, 404)
  }
  assert.match(await body('NI 193'), /Download the table or the chart:.*comparison\.png.*Download these charts:.*areas\.png/s)
  assert.equal((await app.get(app.reader, path('NI 110', '.png'))).statusCode, 404)
})
