import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { formIn } from '../../../test/web/form.ts'
import { freshApp } from '../../../test/web/index.ts'

const app = await freshApp({ after })

test('every change is shown to an administrator, with who made it and what it said before', async () => {
  await app.post(app.officer, 'organisations/new', { name: 'Wexcombe Constabulary' })
  const [organisation] = await app.owner`select id from partnership.organisation`
  const path = `organisations/${organisation?.['id']}/edit`
  const { fields } = formIn((await app.get(app.officer, path)).body, path)
  await app.post(app.officer, path, { ...fields, name: 'Wexcombe Police' })

  const { body } = await app.get(app.administrator, 'history')
  assert.match(body, /Organisation <strong>Wexcombe Police<\/strong> changed/)
  assert.match(body, /<del>.*Wexcombe Constabulary<\/del>\s*<ins>.*Wexcombe Police<\/ins>/)
  assert.match(body, /Priya Nair/)

  const others = await app.get(app.administrator, 'history?kind=partnership.area')
  assert.doesNotMatch(others.body, /Wexcombe Police/)
})

test('people are told by their names, those who have left too', async () => {
  const { accountId } = app.reader
  await app.owner`delete from platform.membership where account_id = ${accountId}`
  const { body } = await app.get(app.administrator, 'history?kind=platform.membership')
  assert.match(body, /Membership <strong>Dafydd Rees<\/strong> removed[\s\S]*Person:<\/span> <del>.*Dafydd Rees<\/del>/)
  assert.match(body, /Person:<\/span> <ins>.*Priya Nair<\/ins>/)
  assert.doesNotMatch(body, /Olwen Hart/)
})

test('a refused change leaves no trace', async () => {
  const before = await app.owner`select from platform.history`
  const answer = await app.post(app.officer, 'organisations/new', { name: 'Wexcombe Police' })
  assert.equal(answer.statusCode, 422)
  assert.equal((await app.owner`select from platform.history`).length, before.length)
})

test('older changes are a page away', async () => {
  for (let number = 1; number <= 101; number++) await app.post(app.officer, 'organisations/new', { name: `Partner ${number}` })
  const first = await app.get(app.administrator, 'history?kind=partnership.organisation')
  const older = /\?(kind=partnership\.organisation&amp;before=\d+)"/.exec(first.body)?.[1]?.replace('&amp;', '&')
  assert.ok(older)
  const second = await app.get(app.administrator, `history?${older}`)
  assert.match(second.body, /Wexcombe Constabulary/)
  assert.match(second.body, /Back to the newest/)
})

test('it is for administrators, and of their own partnership', async () => {
  assert.equal((await app.get(app.officer, 'history')).statusCode, 403)
  assert.equal((await app.get(app.stranger, 'history')).statusCode, 404)
  assert.doesNotMatch((await app.get(app.stranger, '/elmbridge/history')).body, /Wexcombe/)
})
