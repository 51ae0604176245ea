import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { freshApp } from '../../../../test/web/index.ts'

const app = await freshApp({ after }, { example: true, now: '2026-11-20T09:30:00Z' })
const [entrants] = await app.owner`select id from performance.indicator where reference = 'NI 111'`
const path = `indicators/${entrants?.['id']}/history`

test('the history of an indicator tells its own changes and those of its targets', async () => {
  const { body, statusCode } = await app.get(app.reader, path)
  assert.equal(statusCode, 200)
  assert.match(body, /<title>History of NI 111 First-time entrants/)
  assert.match(body, /Target <strong>First-time entrants to the youth justice system, Kingsferry, 31 March \d{4}<\/strong> added/)
  assert.match(body, /Contributor <strong>First-time entrants to the youth justice system<\/strong> added/)
  assert.doesNotMatch(body, /Burglary/)
})

test('there is none of an indicator of another partnership', async () => {
  assert.equal((await app.get(app.stranger, `/elmbridge/${path}`)).statusCode, 404)
})
