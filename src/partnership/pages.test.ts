import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { freshApp } from '../../test/web/index.ts'

const app = await freshApp({ after })
const hiddenIn = (body: string, name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? ''
const idOf = async (name: string) => (await app.owner`select id from partnership.area where name = ${name}`)[0]?.['id']

describe('areas', () => {
  test('of England are found by name and added with all they lie in', async () => {
    const found = await app.get(app.officer, 'areas/england?q=traff')
    assert.match(found.body, /value="E08000009"/)
    await app.post(app.officer, 'areas/england?q=traff', { code: 'E08000009' })

    const list = await app.get(app.reader, 'areas')
    for (const name of ['England', 'North West', 'Trafford']) assert.match(list.body, new RegExp(name))
    assert.match((await app.get(app.officer, 'areas/england?q=traff')).body, /is there already/)
  })

  test('of a county are offered together', async () => {
    const { body } = await app.get(app.officer, 'areas/england?within=E10000012')
    assert.equal(body.match(/type="checkbox" value="E07/g)?.length, 12)
  })

  test('of one’s own lie where they are said to', async () => {
    const trafford = String(await idOf('Trafford'))
    const answer = await app.post(app.officer, 'areas/new', { name: 'Manor', kind: 'ward', code: 'e05015252', parentId: trafford })
    assert.equal(answer.statusCode, 303)
    const again = await app.post(app.officer, 'areas/new', { name: 'Manor again', kind: 'ward', code: 'E05015252', parentId: trafford })
    assert.equal(again.statusCode, 422)
    assert.match(again.body, /Manor already has the code E05015252/)
    assert.match(again.body, /value="Manor again"/)
  })

  test('cannot lie in themselves', async () => {
    const [trafford, manor] = [await idOf('Trafford'), await idOf('Manor')]
    const answer = await app.post(app.officer, `areas/${trafford}/edit`, {
      name: 'Trafford',
      kind: 'district',
      code: 'E08000009',
      parentId: String(manor),
    })
    assert.equal(answer.statusCode, 422)
    assert.match(answer.body, /cannot lie in itself/)
  })

  test('are changed, and of two who do so at once the second is shown what the first did', async () => {
    const path = `areas/${await idOf('Manor')}/edit`
    const fields = { name: 'Manor', kind: 'ward', code: 'E05015252', parentId: String(await idOf('Trafford')) }
    const edition = hiddenIn((await app.get(app.officer, path)).body, 'edition')
    assert.equal((await app.post(app.administrator, path, { ...fields, kind: 'neighbourhood', edition })).statusCode, 303)
    const second = await app.post(app.officer, path, { ...fields, name: 'Manor Ward', edition })
    assert.equal(second.statusCode, 422)
    assert.match(second.body, /href="#kind">The kind is “Neighbourhood” now/)
    assert.match(second.body, /value="Manor Ward"/)
    const again = await app.post(app.officer, path, { ...fields, edition: hiddenIn(second.body, 'edition') })
    assert.equal(again.statusCode, 303)
  })

  test('in use are not removed, and others are', async () => {
    const kept = await app.post(app.officer, `areas/${await idOf('Trafford')}/removal`)
    assert.equal(kept.statusCode, 422)
    assert.match(kept.body, /Trafford cannot be removed/)
    const removed = await app.post(app.officer, `areas/${await idOf('Manor')}/removal`)
    assert.equal(removed.statusCode, 303)
    assert.equal(await idOf('Manor'), undefined)
  })

  test('become the partnership’s own by an administrator only', async () => {
    const path = `areas/${await idOf('Trafford')}/profile`
    assert.equal((await app.post(app.officer, path)).statusCode, 403)
    assert.equal((await app.post(app.administrator, path)).statusCode, 303)
    assert.match((await app.get(app.reader, 'areas')).body, /Trafford[\s\S]*?This partnership/)
  })

  test('of another partnership do not exist', async () => {
    assert.equal((await app.get(app.stranger, `/elmbridge/areas/${await idOf('Trafford')}/edit`)).statusCode, 404)
    assert.equal((await app.post(app.stranger, `/elmbridge/areas/${await idOf('Trafford')}/removal`)).statusCode, 404)
  })
})

describe('organisations', () => {
  test('have one name each, however it is written', async () => {
    assert.equal((await app.post(app.officer, 'organisations/new', { name: 'Wexcombe Police' })).statusCode, 303)
    const again = await app.post(app.officer, 'organisations/new', { name: 'WEXCOMBE POLICE' })
    assert.match(again.body, /Wexcombe Police is already in the list/)
    const none = await app.post(app.officer, 'organisations/new', { name: '  ' })
    assert.match(none.body, /href="#name">Enter a name/)
  })

  test('are renamed, and of two who do so at once the second is shown what the first did', async () => {
    const [police] = await app.owner`select id from partnership.organisation where name = 'Wexcombe Police'`
    const path = `organisations/${police?.['id']}/edit`
    const edition = hiddenIn((await app.get(app.officer, path)).body, 'edition')
    assert.equal((await app.post(app.administrator, path, { name: 'Wexcombe Constabulary', edition })).statusCode, 303)
    const second = await app.post(app.officer, path, { name: 'The police', edition })
    assert.equal(second.statusCode, 422)
    assert.match(second.body, /href="#name">Name is “Wexcombe Constabulary” now/)
    const again = hiddenIn(second.body, 'edition')
    assert.equal((await app.post(app.officer, path, { name: 'Wexcombe Police', edition: again })).statusCode, 303)
  })

  test('are listed for everybody and changed by those who may', async () => {
    const { body } = await app.get(app.reader, 'organisations')
    assert.match(body, /Wexcombe Police/)
    assert.doesNotMatch(body, /organisations\/new/)
    assert.equal((await app.get(app.reader, 'organisations/new')).statusCode, 403)
  })
})

test('lists of more than a hundred have pages', async () => {
  await app.visit('write', async db => {
    await db`insert into partnership.organisation (name) select 'Partner ' || n from generate_series(1, 120) n`
    await db`insert into partnership.area (name, kind) select 'Parish ' || n, 'parish' from generate_series(1, 120) n`
  })
  for (const list of ['organisations', 'areas']) {
    const { body } = await app.get(app.officer, list)
    assert.match(body, new RegExp(`href="/wexcombe/${list}\\?page=2"`))
    assert.equal(body.match(new RegExp(`href="/wexcombe/${list}/\\d+(/edit)?"`, 'g'))?.length, 100)
    assert.match((await app.get(app.officer, `${list}?page=2`)).body, /Partner \d|Parish \d/)
  }
})
