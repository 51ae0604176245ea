import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { freshApp } from './web/index.ts'

const app = await freshApp({ after }, { now: '2026-11-22T09:30:00Z', example: true })

test('Wexcombe is loaded once, whole', async () => {
  const [counts] = await app.owner`
    select (select count(*) from performance.indicator where partnership_id = ${app.partnershipId}) as indicators, (select count(*) from performance.target where partnership_id = ${app.partnershipId}) as targets,
           (select count(*) from performance.data_return where partnership_id = ${app.partnershipId}) as returns, (select count(*) from partnership.area where partnership_id = ${app.partnershipId}) as areas`
  assert.equal(counts?.['indicators'], 53)
  assert.ok(counts['targets'] > 400 && counts['returns'] > 800 && counts['areas'] === 15, JSON.stringify(counts))
})

test('its scorecard is shown', async () => {
  const answer = await app.get(app.reader, 'scorecard')
  assert.equal(answer.statusCode, 200)
  assert.match(answer.body, /First-time entrants/)
})

test('two districts are under it, and its people look in where something is shared', async () => {
  const districts = await app.get(app.reader, 'districts')
  assert.match(districts.body, /Arnemouth Local Strategic Partnership.*Structure/s)
  assert.match(districts.body, /Side by side.*Wexcombe Partnership.*Kingsferry Together.*Kingsferry Plan.*gt-band--off-target/is)
  assert.match((await app.get(app.reader, '/kingsferry/scorecard')).body, /as a guest from Wexcombe Partnership/)
  assert.match((await app.get(app.reader, '/arnemouth/groups')).body, /Safer Arnemouth/)
  assert.equal((await app.get(app.reader, '/arnemouth/scorecard')).statusCode, 404)
  assert.equal((await app.get(app.stranger, '/kingsferry/scorecard')).statusCode, 404)
})
