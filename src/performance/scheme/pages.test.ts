import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { formIn } from '../../../test/web/form.ts'
import { freshApp } from '../../../test/web/index.ts'

const app = await freshApp({ after }, { now: '2026-11-22T10:00:00Z', example: true })
const { get, post, officer, reader } = app
const [agreement] = await app.owner<{ id: number }[]>`select id from performance.agreement`
const path = `agreements/${agreement?.id}/scheme`

async function choose(fields: Record<string, string>) {
  const form = formIn((await get(officer, path)).body)
  return post(officer, path, { ...form.fields, ...fields })
}
const words = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const headline = async () => /Judged \d+ of \d+ .*? Not judged/.exec(words((await get(reader, 'scorecard')).body))?.[0] ?? ''
const counts = (text: string) =>
  [...text.matchAll(/(\d+) ([A-Z][a-z ]+?) (?:\d+% of|\d|Not judged)/g)].map(([, count, word]) => [word, Number(count)])

describe('how judgements are shown', () => {
  test('is chosen for an agreement, and the same figures are then told apart otherwise', async () => {
    const four = new Map(counts(await headline()) as [string, number][])
    assert.deepEqual([...four.keys()], ['Exceeding', 'On target', 'Within tolerance', 'Off target'])

    assert.equal((await choose({ scheme: 'red-amber-green' })).statusCode, 303)
    const three = new Map(counts(await headline()) as [string, number][])
    assert.deepEqual(Object.fromEntries(three), {
      Green: (four.get('Exceeding') ?? 0) + (four.get('On target') ?? 0),
      Amber: four.get('Within tolerance'),
      Red: four.get('Off target'),
    })
    const { body } = await get(reader, 'scorecard?judgement=within-tolerance')
    assert.match(words(body), /Showing \d+ of 53: amber/)
    assert.match((await get(reader, 'scorecard.csv')).body, /,amber,amber,/)

    assert.equal((await choose({ scheme: 'three' })).statusCode, 303)
    assert.deepEqual(Object.fromEntries(counts(await headline())), {
      'Better than target': four.get('Exceeding'),
      'On target': (four.get('On target') ?? 0) + (four.get('Within tolerance') ?? 0),
      'Worse than target': four.get('Off target'),
    })
  })

  test('has words of one’s own, which stand wherever a judgement does', async () => {
    assert.equal((await choose({ scheme: 'four', 'word-four-off-target': 'At risk' })).statusCode, 303)
    assert.match(words((await get(reader, 'scorecard')).body), /\d+ At risk/)
    assert.match(
      words((await get(reader, path.replace('/scheme', ''))).body),
      /Judged as exceeding, on target, within tolerance or at risk/,
    )
    assert.match((await get(officer, path)).body, /name="word-four-off-target"[^>]*value="at risk"/)
  })

  test('comes back with what was typed when two are called the same, or nothing is chosen', async () => {
    const answer = await choose({ scheme: 'four', 'word-four-exceeding': 'on target' })
    assert.equal(answer.statusCode, 422)
    assert.match(answer.body, /href="#word-four-on-target">Two judgements cannot both be called on target/)
    assert.equal((await post(officer, path, { scheme: 'traffic-light' })).statusCode, 422)
    assert.match(words((await get(reader, 'scorecard')).body), /\d+ At risk/)
  })

  test('with a floor standard of its own for a period, reaches down to it', async () => {
    const [of] = await app.owner<{ id: number; areaId: number; partnershipId: number }[]>`
      select i.id, a.area_id, i.partnership_id from performance.indicator i join performance.agreement a on a.id = i.agreement_id where i.reference = 'NI 117'`
    await app.owner`
      insert into performance.target (partnership_id, indicator_id, area_id, kind, starts_on, ends_on, value)
      values (${of?.partnershipId ?? 0}, ${of?.id ?? 0}, ${of?.areaId ?? 0}, 'floor', '2026-04-01', '2027-03-31', 5.8)`
    assert.equal((await choose({ scheme: 'floor-standard' })).statusCode, 303)
    const { body } = await get(reader, `indicators/${of?.id}`)
    assert.match(body, /worse than the floor standard of 5\.8%, so it is judged “floor standard not met”\./)
    assert.match(words(body), /Floor standard met more than 5\.7% to 5\.8%/)
    assert.match(words((await get(reader, `indicators/${of?.id}/targets`)).body), /Floor standard/)
  })

  test('is changed by a performance officer only', async () => {
    assert.equal((await get(reader, path)).statusCode, 403)
    assert.doesNotMatch((await get(reader, path.replace('/scheme', ''))).body, /How judgements are shown/)
  })
})
