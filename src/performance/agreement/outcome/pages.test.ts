import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { freshApp } from '../../../../test/web/index.ts'

const app = await freshApp({ after }, { now: '2026-11-25T09:30:00Z', example: true })
const { get, officer, reader } = app
const outcomes = await app.owner<{ id: number; title: string; agreementId: number }[]>`
  select outcome.id, outcome.title, theme.agreement_id from performance.outcome join performance.theme on theme.id = theme_id
   where theme.partnership_id = ${app.partnershipId}`
const called = (title: string) => outcomes.find(each => each.title === title)?.id ?? 0
const words = (html: string) =>
  html
    .replace(/^.*<main/s, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')

test('an outcome shows its indicators side by side, marks what people say, and says where they disagree', async () => {
  const path = `outcomes/${called('Less crime, and less fear of it')}`
  const shown = words((await get(reader, path)).body)
  assert.match(shown, /2 of 3 indicators improve, while what people say does not \(0 of 1\)\. 2 of 6 are not counted/)
  assert.match(shown, /NI 16 .*Exceeding Improving/)
  assert.match(shown, /NI 17 .* What people say: from a survey .*Exceeding No significant change/)
  assert.equal([...shown.matchAll(/from a survey/g)].length, 1)
  const agreement = outcomes[0]?.agreementId
  assert.ok((await get(reader, `agreements/${agreement}`)).body.includes(`href="/wexcombe/${path}">Less crime`))
  assert.ok((await get(reader, 'scorecard')).body.includes(`href="/wexcombe/${path}">Less crime`))
})

test('an outcome that nothing measures says so, and to whom it matters how to add an indicator', async () => {
  const path = `outcomes/${called('Clean rivers and streams')}`
  assert.match(words((await get(officer, path)).body), /Nothing measures this outcome yet Add an indicator/)
  assert.doesNotMatch(words((await get(reader, path)).body), /Add an indicator/)
})

test('an outcome of no partnership or another’s is not found', async () => {
  assert.equal((await get(reader, 'outcomes/999999')).statusCode, 404)
  assert.equal((await get(reader, 'outcomes/one')).statusCode, 404)
})
