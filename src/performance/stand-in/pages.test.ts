import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { formIn } from '../../../test/web/form.ts'
import { freshApp } from '../../../test/web/index.ts'

const app = await freshApp({ after }, { now: '2026-11-22T10:00:00Z', example: true })
const { get, post, officer, reader } = app
const ids = new Map(
  (await app.owner<{ id: number; reference: string }[]>`select id, reference from performance.indicator`).map(each => [
    each.reference,
    each.id,
  ]),
)
const [county] = await app.owner<{ areaId: number }[]>`select area_id from performance.agreement`
/** Overdue in the county for Q2 2026-27. */
const hours = `indicators/${ids.get('L6.2')}`
const words = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const rowOf = (html: string, reference: string) =>
  words(new RegExp(`<tr[^>]*>(?:(?!</tr>).)*${reference}</b>.*?</tr>`, 's').exec(html)?.[0] ?? '')

async function save(path: string, fields: Record<string, string>) {
  const form = formIn((await get(officer, path)).body)
  return post(officer, path, { ...form.fields, ...fields })
}

describe('a proxy', () => {
  const path = `${hours}/proxy`
  test('is refused with what was typed when it is no indicator of the agreement that is judged, or nobody says why', async () => {
    const answer = await save(path, { proxyId: '', reason: 'Both are about volunteers' })
    assert.equal(answer.statusCode, 422)
    assert.match(answer.body, /href="#proxyId">Select another indicator of this agreement/)
    assert.match(answer.body, /Both are about volunteers<\/textarea>/)
    assert.match((await save(path, { proxyId: String(ids.get('NI 6')), reason: ' ' })).body, /href="#reason">Say why it can stand in/)
    assert.match((await save(path, { proxyId: String(ids.get('L17.1')), reason: 'Why' })).body, /not judged itself/)
  })

  test('shows its judgement where there is none, labelled, and is not counted', async () => {
    const before = /Judged.*?of\D+(\d+)/.exec(words((await get(reader, 'scorecard')).body))?.[0]
    assert.equal((await save(path, { proxyId: String(ids.get('NI 6')), reason: 'Both are about volunteers' })).statusCode, 303)
    const { body } = await get(reader, hours)
    assert.match(
      words(body),
      /Proxy in the meantime: NI 6 People who volunteer regularly Within tolerance Autumn 2024 Both are about volunteers\. A proxy is not counted/,
    )
    const card = await get(reader, 'scorecard')
    assert.match(rowOf(card.body, 'L6.2'), /Overdue .*Proxy: NI 6 People who volunteer regularly Within tolerance/)
    assert.equal(/Judged.*?of\D+(\d+)/.exec(words(card.body))?.[0], before)
    assert.match((await get(reader, 'scorecard.csv')).body, /NI 6 People who volunteer regularly,within tolerance/)
  })

  test('asks whoever saves over a change that they have not seen, and can be taken away', async () => {
    const form = formIn((await get(officer, path)).body)
    await save(path, { reason: 'Volunteers are counted in both' })
    const answer = await post(officer, path, { ...form.fields, reason: 'Another reason' })
    assert.match(answer.body, /The reason is “Volunteers are counted in both” now/)
    assert.equal((await post(officer, `${path}/end`)).statusCode, 303)
    assert.doesNotMatch((await get(reader, hours)).body, /Proxy in the meantime/)
    assert.equal((await get(reader, path)).statusCode, 403)
  })
})

describe('what is happening meanwhile', () => {
  const path = `${hours}/assurance/${county?.areaId}/2026-27-Q2`
  test('is written by who may report the figure, and stands where there is no judgement with who wrote it and when', async () => {
    assert.match((await get(officer, hours)).body, /Change what is happening meanwhile/)
    assert.doesNotMatch((await get(reader, hours)).body, /Change what is happening meanwhile/)
    assert.equal((await get(reader, path)).statusCode, 403)
    assert.equal((await save(path, { content: 'The new brokerage has signed up forty groups' })).statusCode, 303)
    assert.match(
      words((await get(reader, hours)).body),
      /Meanwhile: The new brokerage has signed up forty groups Priya Nair, 22 November 2026/,
    )
    assert.match(rowOf((await get(reader, 'scorecard')).body, 'L6.2'), /Meanwhile: The new brokerage/)
  })

  test('is refused when it is too long, with what was typed, and removed when it is empty', async () => {
    const answer = await save(path, { content: 'x'.repeat(4001) })
    assert.equal(answer.statusCode, 422)
    assert.match(answer.body, /4,000 characters or fewer/)
    assert.equal((await save(path, { content: '' })).statusCode, 303)
    assert.doesNotMatch(words((await get(reader, hours)).body), /brokerage/)
  })

  test('stands nowhere where there is a judgement', async () => {
    const judged = `indicators/${ids.get('NI 117')}`
    assert.doesNotMatch((await get(officer, judged)).body, /happening meanwhile/)
  })
})
