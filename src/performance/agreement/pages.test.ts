import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { formIn } from '../../../test/web/form.ts'
import { freshApp } from '../../../test/web/index.ts'
import { addArea, setProfile } from '../../partnership/index.ts'

const app = await freshApp({ after })
const { administrator, officer, reader, stranger, get, post, visit } = app
let areaId = 0

before(async () => {
  await visit('write', async db => {
    const id = await addArea(db, { code: 'X10000001', name: 'Wexcombe', kind: 'county', parentId: null })
    await setProfile(db, id)
    areaId = id
  })
})

const typed = (more: Readonly<Record<string, string>> = {}) => ({
  title: 'Wexcombe Local Area Agreement',
  firstYear: '2008/09',
  lastYear: '2010-11',
  areaId: String(areaId),
  toleranceKind: 'relative',
  tolerance: '5%',
  ...more,
})

/** Where a form led to. */
async function saved(answer: ReturnType<typeof post>): Promise<string> {
  const { statusCode, headers, body } = await answer
  assert.equal(statusCode, 303, body)
  return String(headers.location)
}
const pathTo = (body: string, text: RegExp): string => {
  const link = [...body.matchAll(/<a class="govuk-link" href="([^"]+)">([\s\S]*?)<\/a>/g)].find(([, , inside = '']) => text.test(inside))
  assert.ok(link?.[1], `no link ${text}`)
  return link[1]
}
const editionIn = (body: string): string => /name="edition" value="([^"]+)"/.exec(body)?.[1] ?? ''

test('without an agreement the list says what one is, and who may add it', async () => {
  const forOfficer = await get(officer, 'agreements')
  assert.match(forOfficer.body, /There is no agreement yet/)
  assert.match(forOfficer.body, /href="\/wexcombe\/agreements\/new"/)
  const forReader = await get(reader, 'agreements')
  assert.doesNotMatch(forReader.body, /agreements\/new/)
  assert.equal((await get(reader, 'agreements/new')).statusCode, 403)
})

test('a new agreement begins with the partnership’s area and the usual tolerance', async () => {
  const { body } = await get(officer, 'agreements/new')
  assert.match(body, new RegExp(`value="${areaId}" selected`))
  assert.match(body, /value="relative" checked/)
  assert.match(body, /value="5%"/)
})

describe('an agreement that is refused comes back as it was typed', () => {
  const check = (what: string, more: Readonly<Record<string, string>>, problem: RegExp) =>
    test(what, async () => {
      const { statusCode, body } = await post(officer, 'agreements/new', typed({ title: 'Half of it', ...more }))
      assert.equal(statusCode, 422)
      assert.match(body, /<title>Error: Add an agreement/)
      assert.match(body, problem)
      if (!('title' in more)) assert.match(body, /value="Half of it"/)
    })

  check('without a title', { title: ' ' }, /href="#title">Enter a title/)
  check('with a year that is none', { firstYear: 'soon' }, /href="#firstYear">Enter the first year, like 2008-09/)
  check('ending before it begins', { lastYear: '2007-08' }, /href="#lastYear">The last year must be the first or a later one/)
  check('without an area', { areaId: '' }, /href="#areaId">Select the area/)
  check('for an area of nobody', { areaId: '999999' }, /href="#areaId">Select the area/)
  check('with a tolerance that is none', { tolerance: 'a little' }, /href="#tolerance">Enter the tolerance as a percentage/)
})

describe('an agreement', () => {
  let path = ''
  before(async () => {
    path = await saved(post(officer, 'agreements/new', typed()))
  })

  test('says what to do first', async () => {
    const { body } = await get(officer, path)
    assert.match(body, /Begin with its themes/)
    assert.match(body, /Wexcombe, 2008-09 to 2010-11/)
    assert.match(body, /up to 5% of the target/)
  })

  test('has one title to itself', async () => {
    const { body, statusCode } = await post(officer, 'agreements/new', typed({ title: 'wexcombe local area agreement' }))
    assert.equal(statusCode, 422)
    assert.match(body, /There is already one called Wexcombe Local Area Agreement/)
  })

  test('is not there for another partnership', async () => {
    assert.equal((await get(stranger, `/elmbridge/${path.split('/').slice(2).join('/')}`)).statusCode, 404)
  })

  test('grows themes and outcomes, which are renamed, put in order and removed when empty', async () => {
    await saved(post(officer, `${path}/themes/new`, { title: 'Children' }))
    await saved(post(officer, `${path}/themes/new`, { title: 'Safer' }))
    assert.equal((await post(officer, `${path}/themes/new`, { title: 'safer' })).statusCode, 422)
    let { body } = await get(officer, path)
    assert.match(body, /what should people notice/)
    await saved(post(officer, pathTo(body, /Add an outcome.* to Children/), { title: 'Fewer first-time entrants' }))
    ;({ body } = await get(officer, path))
    assert.match(body, /how will it be known/)
    assert.doesNotMatch(body, /Remove<span class="govuk-visually-hidden"> Children/)

    await saved(post(officer, pathTo(body, /Rename.* Safer/), { title: 'Safer places', was: 'Safer' }))
    const [first, second] = [...(await get(officer, `${path}/order`)).body.matchAll(/name="(theme-\d+)"/g)].map(match => match[1])
    assert.ok(first && second)
    assert.equal((await post(officer, `${path}/order`, { [first]: 'x' })).statusCode, 422)
    const { fields } = formIn((await get(officer, `${path}/order`)).body)
    await saved(post(officer, `${path}/order`, { ...fields, [first]: '2', [second]: '1' }))
    ;({ body } = await get(officer, path))
    assert.ok(body.indexOf('Safer places</h2>') < body.indexOf('Children</h2>'))

    const removal = pathTo(body, /Remove.* Safer places/)
    assert.match((await get(officer, removal)).body, /It is empty/)
    await saved(post(officer, removal))
    assert.doesNotMatch((await get(officer, path)).body, /Safer places</)
  })

  test('a theme with outcomes, and an agreement with themes, cannot be removed', async () => {
    const { body } = await get(officer, path)
    const removal = pathTo(body, /Rename.* Children/).replace('/edit', '/removal')
    assert.match((await get(officer, removal)).body, /Children still has 1 outcome\. Remove or move them first/)
    assert.equal((await post(officer, removal)).statusCode, 422)
    assert.equal((await post(administrator, `${path}/removal`)).statusCode, 422)
  })

  test('of two who rename a theme, the second is told of the first', async () => {
    const edit = pathTo((await get(officer, path)).body, /Rename.* Children/)
    await saved(post(officer, edit, { title: 'Children and families', was: 'Children' }))
    const second = await post(administrator, edit, { title: 'Young people', was: 'Children' })
    assert.equal(second.statusCode, 422)
    assert.match(second.body, /Somebody has called it “Children and families” meanwhile/)
    assert.match(second.body, /name="was" value="Children and families"/)
    await saved(post(administrator, edit, { title: 'Young people', was: 'Children and families' }))
  })

  test('of two who change it, the second is shown what the first did, and nothing they typed is lost', async () => {
    const edition = editionIn((await get(officer, `${path}/edit`)).body)
    await saved(post(administrator, `${path}/edit`, typed({ tolerance: '10%', edition })))
    const second = await post(officer, `${path}/edit`, typed({ title: 'Wexcombe Agreement', edition }))
    assert.equal(second.statusCode, 422)
    assert.match(second.body, /Somebody has changed this since you opened it/)
    assert.match(second.body, /href="#tolerance">The tolerance is “10%” now/)
    assert.match(second.body, /href="#title">The title is “Wexcombe Local Area Agreement” now/)
    assert.match(second.body, /value="Wexcombe Agreement"/)
    assert.match((await get(officer, path)).body, /up to 10% of the target/)

    await saved(post(officer, `${path}/edit`, typed({ title: 'Wexcombe Agreement', edition: editionIn(second.body) })))
    assert.match((await get(officer, path)).body, /<h1 class="govuk-heading-l">Wexcombe Agreement/)
  })

  test('is removed when it is empty', async () => {
    const empty = await saved(post(officer, 'agreements/new', typed({ title: 'Another' })))
    assert.equal(await saved(post(officer, `${empty}/removal`)), '/wexcombe/agreements')
    assert.equal((await get(officer, empty)).statusCode, 404)
  })

  test('stands in the list', async () => {
    const { body } = await get(reader, 'agreements')
    assert.match(body, /Wexcombe Agreement<\/a>/)
    assert.match(body, /2008-09 to 2010-11/)
  })
})
