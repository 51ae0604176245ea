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
  assert.match(body, /Organisation <a [^>]*><strong>Wexcombe Police<\/strong><\/a> changed/)
  assert.match(body, /<del>.*Wexcombe Constabulary<\/del>\s*<ins>.*Wexcombe Police<\/ins>/)
  assert.match(body, /Priya Nair/)

  const others = await app.get(app.administrator, 'history?kind=partnership.area')
  assert.doesNotMatch(others.body, /Wexcombe Police/)
})

test('people are told by their names, those who have left too', async () => {
  const { accountId } = app.reader
  await app.owner`delete from platform.membership where account_id = ${accountId}`
  const { body } = await app.get(app.administrator, 'history?kind=platform.membership')
  assert.match(body, /Membership <a [^>]*><strong>Dafydd Rees<\/strong><\/a> removed[\s\S]*Person:<\/span> <del>.*Dafydd Rees<\/del>/)
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

test('what is looked for is found, by kind, person, act, day and name, and taken away as CSV', async () => {
  const told = async (query: string) => {
    const { body, statusCode } = await app.get(app.administrator, `history?${query}`)
    assert.equal(statusCode, 200)
    return [...body.matchAll(/data-label="What">(\w+) (?:<a [^>]*>)?<strong>(.*?)<\/strong>(?:<\/a>)? (.*?)<\/td>/g)].map(found =>
      found.slice(1).join(' '),
    )
  }
  assert.deepEqual(await told('text=constab'), ['Organisation Wexcombe Constabulary added'])
  assert.deepEqual(await told('act=changed&kind=partnership.organisation'), ['Organisation Wexcombe Police changed'])
  assert.equal((await told(`who=${app.officer.accountId}&kind=partnership.organisation`)).length, 100)
  assert.deepEqual(await told(`who=${app.administrator.accountId}&kind=partnership.organisation`), [])
  assert.deepEqual(await told('text=100%25'), [])
  assert.deepEqual(await told('until=1+May+2009'), [])
  assert.ok((await told('from=1+May+2009')).length > 0)

  const csv = await app.get(app.administrator, 'history.csv?text=Constab')
  assert.match(String(csv.headers['content-disposition']), /history-of-wexcombe\.csv/)
  const [heading, first, ...rest] = csv.body.split('\r\n')
  assert.equal(heading, '\ufeffEntry,When,Who,Account,For,Address,Kind,Record,Number,What,Field,Before,After')
  assert.match(
    first ?? '',
    /^\d+,\S+\+0[01]:00,Priya Nair,\d+,,127\.0\.0\.1,Organisation,Wexcombe Constabulary,\d+,added,Name,,Wexcombe Constabulary$/,
  )
  assert.ok(rest.every(line => line === '' || line.includes('Wexcombe Constabulary')))
})

test('a file of more than is read at once has everything once, and no formula', async () => {
  await app.owner`
    insert into partnership.organisation (partnership_id, name) select ${app.partnershipId}, '=1+' || number from generate_series(1, 2100) number`
  const { body } = await app.get(app.administrator, 'history.csv?act=added&kind=partnership.organisation&text=%3D1%2B')
  const names = body
    .split('\r\n')
    .slice(1, -1)
    .filter(line => line.includes(',Name,'))
    .map(line => line.split(',').at(-1))
  assert.equal(names.length, 2100)
  assert.equal(new Set(names).size, 2100)
  assert.ok(names.every(name => name?.startsWith("'=1+")))
})

test('what is no day is said, and nothing is looked for', async () => {
  const { body, statusCode } = await app.get(app.administrator, 'history?from=someday&until=6+May+2009&text=police')
  assert.equal(statusCode, 422)
  assert.match(body, /<a href="#from">someday is not a day: write it as 6 May 2009/)
  assert.match(body, /value="police"/)
  const backwards = await app.get(app.administrator, 'history?from=7+May+2009&until=6+May+2009')
  assert.match(backwards.body, /<a href="#until">The last day is before the first/)
  assert.equal((await app.get(app.administrator, 'history.csv?from=someday')).statusCode, 404)
})

test('each record has its history, for those who may see it', async () => {
  const [organisation] = await app.owner`select id from partnership.organisation where name = 'Wexcombe Police'`
  const path = `history/partnership.organisation/${organisation?.['id']}`
  const { body } = await app.get(app.contributor, path)
  assert.match(body, /<h1[^>]*>History of organisation Wexcombe Police<\/h1>/)
  assert.match(body, /Wexcombe Constabulary/)
  assert.doesNotMatch(body, /127\.0\.0\.1|Partner 1/)
  const account = `history/platform.account/${app.officer.accountId}`
  assert.equal((await app.get(app.officer, account)).statusCode, 403)
  assert.match((await app.get(app.administrator, account)).body, /Membership <strong>Priya Nair<\/strong> added/)
  assert.equal((await app.get(app.stranger, `/elmbridge/${path}`)).statusCode, 404)
  for (const wrong of ['history/partnership.organisation/999999', 'history/platform.session/1', 'history/partnership.organisation/x'])
    assert.equal((await app.get(app.administrator, wrong)).statusCode, 404, wrong)
})

test('it is for administrators, and of their own partnership', async () => {
  assert.equal((await app.get(app.officer, 'history')).statusCode, 403)
  assert.equal((await app.get(app.stranger, 'history')).statusCode, 404)
  assert.doesNotMatch((await app.get(app.stranger, '/elmbridge/history')).body, /Wexcombe/)
})
