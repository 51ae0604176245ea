import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { freshApp } from '../../../test/web/index.ts'

const app = await freshApp({ after }, { example: true, now: '2026-11-22T10:00:00Z' })
const { owner, partnershipId, officer, reader } = app
const numberOf = async (title: string) =>
  (await owner<{ id: number }[]>`select id from thread.ambition where partnership_id = ${partnershipId} and title = ${title}`)[0]?.id ?? 0

describe('the vision of Wexcombe', () => {
  test('stands with its ambitions and priorities in order, what serves them, and what nothing serves', async () => {
    const { body } = await app.get(reader, 'vision')
    assert.match(body, /A county where everybody thrives<\/h1>/)
    assert.match(
      body,
      /Every child has a good start[\s\S]*Served by [\s\S]*Children and young people<\/a>[\s\S]*Young people stay out of trouble[\s\S]*People live long and well/,
    )
    assert.match(body, /broadband within reach of every village<\/a><\/h3>[\s\S]{0,200}<strong>Nothing serves it yet<\/strong>/)
    assert.equal([...body.matchAll(/Nothing serves it yet/g)].length, 1)
    assert.doesNotMatch(body, /Change the vision|>Remove</)
  })
  test('leads on along the thread, up from an outcome too', async () => {
    const { body } = await app.get(reader, `thread/ambition/${await numberOf('Young people stay out of trouble')}`)
    assert.match(body, /Why <b>1<\/b>[\s\S]*is part of<\/span> <a [^>]*>Every child has a good start/)
    assert.match(body, /How <b>1<\/b>[\s\S]*Fewer young people offend or come to harm/)
  })
  test('is a file of rows', async () => {
    const { body } = await app.get(reader, 'vision.csv')
    assert.match(
      body,
      /A county where everybody thrives,Every child has a good start and somewhere to go,,.*,Children and young people\r?\n/,
    )
  })
})

describe('officers', () => {
  const fields = { title: 'Nobody is left behind', text: '', parentId: '', edition: '' }
  test('add an ambition and say what serves it', async () => {
    const { statusCode, headers } = await app.post(officer, 'vision/ambitions/new', {
      ...fields,
      serves: ['theme-1', 'outcome-2', 'nonsense-3'],
    })
    assert.deepEqual([statusCode, headers.location], [303, '/wexcombe/vision'])
    const [row] = await owner<{ services: number; place: number }[]>`
      select (select count(*)::integer from thread.service where ambition_id = ambition.id) as services, place from thread.ambition where title = ${fields.title}`
    assert.deepEqual({ ...row }, { services: 2, place: 5 })
  })
  test('are told what is wrong, and nothing of what they typed is lost', async () => {
    const { statusCode, body } = await app.post(officer, 'vision/ambitions/new', {
      ...fields,
      title: ' ',
      text: 'For everybody',
      serves: 'theme-1',
    })
    assert.equal(statusCode, 422)
    assert.match(body, /href="#title">Enter what is wanted/)
    assert.match(body, />For everybody<\/textarea>/)
    assert.match(body, /value="theme-1" checked/)
  })
  test('move it up, and take it out after a question', async () => {
    const id = await numberOf(fields.title)
    await app.post(officer, `vision/ambitions/${id}/move`, { way: 'up' })
    const order = await owner<
      { title: string }[]
    >`select title from thread.ambition where partnership_id = ${partnershipId} and parent_id is null order by place`
    assert.deepEqual(order.map(({ title }) => title).slice(-2), [fields.title, 'Safe, clean places where people look out for each other'])
    assert.match((await app.get(officer, `vision/ambitions/${id}/removal`)).body, /Remove Nobody is left behind/)
    await app.post(officer, `vision/ambitions/${id}/removal`)
    assert.equal(await numberOf(fields.title), 0)
  })
  test('change what serves it and keep the rest', async () => {
    const id = await numberOf('Young people stay out of trouble')
    const form = (await app.get(officer, `vision/ambitions/${id}/edit`)).body
    const edition = form.match(/name="edition" value="([^"]*)"/)?.[1] ?? ''
    const parentId = form.match(/<option value="(\d+)" selected/)?.[1] ?? ''
    await app.post(officer, `vision/ambitions/${id}/edit`, {
      title: 'Young people stay out of trouble',
      text: '',
      parentId,
      edition,
      serves: [],
    })
    assert.equal([...(await app.get(reader, 'vision')).body.matchAll(/Nothing serves it yet/g)].length, 2)
  })
  test('write the vision with days that follow each other', async () => {
    const { statusCode, body } = await app.post(officer, 'vision/edit', {
      title: 'A county',
      startsOn: '1 April 2026',
      endsOn: '1 March 2026',
      link: 'nowhere',
    })
    assert.equal(statusCode, 422)
    assert.match(body, /href="#link">Enter the address with https/)
  })
  test('are the only ones', async () => {
    assert.equal((await app.post(reader, 'vision/edit', { title: 'Mine' })).statusCode, 403)
  })
})

test('where there is none yet, the page says what it is for', async () => {
  await owner`delete from thread.vision where partnership_id = ${partnershipId}`
  assert.match((await app.get(reader, 'vision')).body, /No vision is written yet/)
  const edition = (await app.get(officer, 'vision/edit')).body.match(/name="edition" value="([^"]*)"/)?.[1] ?? ''
  await app.post(officer, 'vision/edit', {
    title: 'A county where everybody thrives',
    text: '',
    startsOn: '',
    endsOn: '',
    link: '',
    edition,
  })
  assert.match((await app.get(reader, 'vision')).body, /It has no ambitions yet/)
})
