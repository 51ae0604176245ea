import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { freshApp } from './web/index.ts'

const app = await freshApp({ after }, { now: '2026-11-22T09:30:00Z', example: true })

test('Wexcombe is loaded once, whole', async () => {
  const [counts] = await app.owner`
    select (select count(*) from performance.indicator) as indicators, (select count(*) from performance.target) as targets,
           (select count(*) from performance.data_return) as returns, (select count(*) from partnership.area) as areas`
  assert.equal(counts?.['indicators'], 53)
  assert.ok(counts['targets'] > 400 && counts['returns'] > 800 && counts['areas'] === 15, JSON.stringify(counts))
})

test('its scorecard is shown', async () => {
  const answer = await app.get(app.reader, 'scorecard')
  assert.equal(answer.statusCode, 200)
  assert.match(answer.body, /First-time entrants/)
})
