import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { formIn } from '../../../test/web/form.ts'
import { freshApp } from '../../../test/web/index.ts'

const app = await freshApp({ after }, { now: '2026-11-22T10:00:00Z', example: true })
const { get, post, officer, reader } = app
const [neet] = await app.owner<{ id: number; areaId: number }[]>`
  select indicator.id, agreement.area_id from performance.indicator join performance.agreement on agreement.id = agreement_id where reference = 'NI 117'`
const page = `indicators/${neet?.id}`
const path = `${page}/commentary/${neet?.areaId}/2026-27-Q2`
const words = (html: string) =>
  html
    .replace(/^.*<main/s, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')

async function save(fields: Record<string, string | string[]>) {
  const form = formIn((await get(officer, `${path}/edit`)).body)
  return post(officer, `${path}/edit`, { ...form.fields, ...fields })
}

describe('commentary', () => {
  test('is asked of whoever answers for the indicator, and of nobody else', async () => {
    assert.match(
      words((await get(officer, page)).body),
      /The story behind it Nobody has said why it is where it is in Q2 2026-27\. Say why/,
    )
    assert.doesNotMatch((await get(reader, page)).body, /The story behind it/)
    assert.equal((await get(reader, `${path}/edit`)).statusCode, 403)
    assert.equal((await post(reader, `${path}/edit`, { text: 'Mine' })).statusCode, 403)
    assert.equal((await get(officer, `${page}/commentary/${neet?.areaId}/soon/edit`)).statusCode, 404)
    assert.equal((await get(officer, `${page}/commentary/999999/2026-27-Q2`)).statusCode, 404)
  })

  test('is refused when nothing is said, with the reasons that were chosen', async () => {
    const answer = await save({ text: '  ', reasons: ['delivery', 'funding'] })
    assert.equal(answer.statusCode, 422)
    assert.match(answer.body, /href="#text">Say why it is where it is/)
    assert.match(answer.body, /value="delivery" checked/)
    assert.match((await save({ text: 'x'.repeat(5_001) })).body, /5,000 characters or fewer/)
  })

  test('stands beside the judgement of its period for everybody, with who said so and what it comes from', async () => {
    assert.equal((await save({ text: 'Two mentors left in July.', reasons: ['delivery'] })).statusCode, 303)
    const shown = words((await get(reader, page)).body)
    assert.match(
      shown,
      /The story behind it Q2 2026-27 Within tolerance Two mentors left in July\. What was to be done was not done, or does not work Priya Nair, 22 November 2026/,
    )
    assert.doesNotMatch(shown, /change what is said/)
    assert.match(words((await get(reader, path)).body), /Within tolerance .*Two mentors left in July\./)
  })

  test('is revised by another word, and the one before is kept', async () => {
    assert.equal((await save({ text: 'Two mentors left in July and were replaced.', reasons: ['delivery', 'funding'] })).statusCode, 303)
    assert.equal((await save({})).statusCode, 303)
    const [kept] = await app.owner<
      { count: number }[]
    >`select count(*)::int as count from delivery.commentary where indicator_id = ${neet?.id ?? 0}`
    assert.equal(kept?.count, 2)
    assert.match(words((await get(reader, path)).body), /were replaced\..*What was said before Two mentors left in July\. /)
    assert.match(words((await get(reader, page)).body), /22 November 2026, revised once/)
  })

  test('of another period stands below', async () => {
    const earlier = words((await get(reader, `${page}?period=2026-27-Q1`)).body)
    assert.match(
      earlier,
      /Nobody has said why it is where it is in Q1 2026-27\. What was said of other periods Q2 2026-27 Within tolerance Two mentors/,
    )
  })

  test('is found by its words, and told of among the exceptions and on the scorecard', async () => {
    assert.match(words((await get(reader, 'search?q=mentors+replaced')).body), /NI 117 .*Two mentors left in July and were replaced/)
    assert.match(words((await get(officer, 'scorecard?with=assurance')).body), /Two mentors left in July and were replaced\./)
    assert.doesNotMatch((await get(officer, 'scorecard')).body, /Two mentors left/)
    assert.match((await get(officer, 'scorecard.csv')).body, /Two mentors left in July and were replaced\./)
  })
})
