import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { freshApp } from '../../../../test/web/index.ts'
import { headsOf, verifyHistory } from '../../../platform/history/index.ts'

const app = await freshApp({ after })
const { owner, partnershipId, officer } = app
const [added] = await owner<{ id: number }[]>`
  update partnership.person set email = 'priya@wexcombe.example', telephone = '0199 4960000' where account_id = ${officer.accountId} returning id`
const id = added?.id ?? 0
await app.post(officer, 'organisations/new', { name: 'Wexcombe Police' })

const broken = () =>
  owner.begin(async db => {
    const [head] = await headsOf(db, partnershipId)
    return (await verifyHistory(db, partnershipId, head ?? null)).breaks
  })

test('all that is held about somebody can be handed to them', async () => {
  const { body } = await app.get(app.administrator, `people/${id}/data`)
  assert.match(body, /0199 4960000/)
  const held = JSON.parse((await app.get(app.administrator, `people/${id}/data.json`)).body)
  assert.equal(held.person.email, 'priya@wexcombe.example')
  assert.equal(held.account.sessions.length, 1)
  assert.ok(
    held.history.some(({ subject, act }: { subject: string; act: string }) => subject === 'partnership.organisation' && act === 'added'),
  )
  for (const path of ['data', 'data.json', 'data/removal']) assert.equal((await app.get(officer, `people/${id}/${path}`)).statusCode, 403)
  assert.equal((await app.get(app.stranger, `/elmbridge/people/${id}/data`)).statusCode, 404)
})

test('the only administrator, and oneself, are not removed', async () => {
  const [own] = await owner<{ id: number }[]>`
    select id from partnership.person where account_id = ${app.administrator.accountId}`
  const answer = await app.post(app.administrator, `people/${own?.id}/data/removal`)
  assert.equal(answer.statusCode, 422)
  assert.match(answer.body, /You cannot remove yourself/)
})

test('what is held about somebody is removed, in the history too, and its chain holds', async () => {
  assert.deepEqual(await broken(), [])
  assert.match((await app.get(app.administrator, `people/${id}/data/removal`)).body, /Wherever Priya Nair is named/)
  assert.equal((await app.post(app.administrator, `people/${id}/data/removal`)).statusCode, 303)
  assert.match((await app.get(app.administrator, `people/${id}`)).body, new RegExp(`A former member \\(${id}\\)`))
  assert.equal((await app.get(officer, 'home')).statusCode, 303)

  const [left] = await owner<{ count: number }[]>`
    select count(*) from platform.history
     where partnership_id = ${partnershipId} and (who = 'Priya Nair' or concat(before, after) ~ 'Priya Nair|priya@|0199')`
  assert.equal(left?.count, 0)
  assert.equal((await owner`select from platform.account where id = ${officer.accountId}`).length, 0)
  assert.deepEqual(await broken(), [])

  const { body } = await app.get(app.administrator, 'history')
  assert.match(body, new RegExp(`A former member \\(account ${officer.accountId}\\)`))
  assert.match(body, /was taken out of the history/)
  assert.match(body, /What it said of a person was erased/)
})
