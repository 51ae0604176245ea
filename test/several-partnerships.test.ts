// Somebody who belongs to several partnerships switches between them, and takes nothing of one into the other.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { exampleSetting } from '../src/performance/closing/example.ts'
import { freshApp } from './web/index.ts'
import { reportsFor } from './web/reports-for.ts'

const app = await freshApp({ after })
const { owner, partnershipId, reader, get } = app
const { burglary, police } = await exampleSetting(app)
const [elmbridge] = await owner<{ id: number }[]>`select id from platform.partnership where slug = 'elmbridge'`

test('with one partnership there is nothing to choose', async () => {
  assert.equal((await get(reader, '/')).headers.location, '/wexcombe')
  assert.doesNotMatch((await get(reader, '/account')).body, /Your partnerships/)
})

test('with two there is, from every page, each with their role in it', async () => {
  await owner`insert into platform.membership (partnership_id, account_id, role) values (${elmbridge?.id ?? 0}, ${reader.accountId}, 'performance-officer')`
  for (const page of ['/', '/account']) {
    const body = (await get(reader, page)).body.replaceAll(/<\/?(?:span|li)[^>]*>/g, '')
    assert.match(body, /href="\/wexcombe"[^>]*>Wexcombe Partnership<\/a>[^<]*reader/i)
    assert.match(body, /href="\/elmbridge"[^>]*>Elmbridge Partnership<\/a>[^<]*performance officer/i)
  }
  assert.match((await get(reader, 'scorecard')).body, /href="\/account"/)
})

test('a role holds in its own partnership only, and so does a duty', async () => {
  assert.equal((await get(reader, '/elmbridge/organisations/new')).statusCode, 200)
  assert.equal((await get(reader, '/wexcombe/organisations/new')).statusCode, 403)

  await reportsFor(app, reader, [police])
  assert.equal((await get(reader, `/wexcombe/indicators/${burglary}/returns/new`)).statusCode, 200)
  await owner`update platform.membership set role = 'reader' where partnership_id = ${elmbridge?.id ?? 0} and account_id = ${reader.accountId}`
  assert.equal((await get(reader, `/elmbridge/indicators/${burglary}/returns/new`)).statusCode, 403)
})

test('what is of one is not found in the other, and a person is one in each', async () => {
  assert.equal((await get(reader, `/elmbridge/indicators/${burglary}`)).statusCode, 404)
  assert.doesNotMatch((await get(reader, '/elmbridge/organisations')).body, /Wexcombe Police/)
  const people =
    await owner`select from partnership.person where account_id = ${reader.accountId} and partnership_id in (${partnershipId}, ${elmbridge?.id ?? 0})`
  assert.equal(people.length, 2)
})
