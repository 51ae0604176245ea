import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { formIn } from '../../../test/web/form.ts'
import { freshApp } from '../../../test/web/index.ts'

const app = await freshApp({ after })
const { owner, partnershipId } = app

const words = (body: string) =>
  body
    .replace(/^.*<main/s, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
const add = async (fields: Record<string, string>) =>
  Number(/organisations\/(\d+)/.exec((await app.post(app.officer, 'organisations/new', fields)).headers.location ?? '')?.[1])

describe('an organisation', () => {
  test('has a sector and an identifier that is checked, and is found by both', async () => {
    const wrong = await app.post(app.officer, 'organisations/new', { name: 'Wexcombe Homes', sector: 'housing', identifier: 'GB-COH-123' })
    assert.equal(wrong.statusCode, 422)
    assert.match(wrong.body, /href="#identifier">A number of GB-COH \(Companies House\) is eight characters/)
    assert.match(wrong.body, /value="GB-COH-123"/)

    const homes = await add({ name: 'Wexcombe Homes', sector: 'housing', identifier: 'gb-coh-01234567', beginsOn: '1 April 2001' })
    await add({ name: 'Wexcombe Police', sector: 'police' })
    assert.match(
      words((await app.get(app.reader, `organisations/${homes}`)).body),
      /Sector Housing Identifier GB-COH-01234567 Days since 1 April 2001/,
    )
    for (const query of ['sector=housing', 'text=homes', 'text=0123', 'text=wexcombe&sector=housing'])
      assert.match(
        words((await app.get(app.reader, `organisations?${query}`)).body),
        /1 organisation .*Wexcombe Homes Housing GB-COH-01234567/,
        query,
      )
    assert.match(words((await app.get(app.reader, 'organisations?text=homes&sector=police')).body), /No organisation is like that/)
  })

  test('shares its identifier with no other', async () => {
    const answer = await app.post(app.officer, 'organisations/new', { name: 'Another', identifier: 'GB-COH-01234567' })
    assert.match(answer.body, /href="#identifier">GB-COH-01234567 is the identifier of Wexcombe Homes/)
  })

  test('may be of a register that is not known, and that is said', async () => {
    const id = await add({ name: 'A foundation abroad', identifier: 'US-EIN-12-3456789' })
    const { body } = await app.get(app.reader, `organisations/${id}`)
    assert.match(words(body), /US-EIN is not among the registers that Goldthread knows, so its number was not checked\./)
  })

  test('does not end before it begins', async () => {
    const answer = await app.post(app.officer, 'organisations/new', {
      name: 'Backwards',
      beginsOn: '1 April 2009',
      endsOn: '31 March 2009',
    })
    assert.match(answer.body, /href="#endsOn">The last day must not be before the first/)
  })
})

describe('an organisation is succeeded by another', () => {
  test('both pages say so, the one before has its last day, and nothing moves', async () => {
    const [before, next] = [await add({ name: 'Old District Council' }), await add({ name: 'New Unitary Council' })]
    await owner`
      with person as (insert into partnership.person (partnership_id, name) values (${partnershipId}, 'Amina Khan') returning id)
      insert into partnership.post (partnership_id, person_id, organisation_id) select ${partnershipId}, id, ${before} from person`
    const path = `organisations/${before}/successions/new`
    const none = await app.post(app.officer, path, { successorId: '', onDay: '' })
    for (const field of ['successorId', 'kind', 'onDay']) assert.match(none.body, new RegExp(`href="#${field}"`))
    const said = { successorId: String(next), kind: 'replaced', onDay: '1 April 2009' }
    assert.equal((await app.post(app.reader, path, said)).statusCode, 403)
    assert.equal((await app.post(app.officer, path, said)).statusCode, 303)

    const old = words((await app.get(app.reader, `organisations/${before}`)).body)
    assert.match(
      old,
      /Days until 31 March 2009 .*It was replaced by New Unitary Council on 1 April 2009\. It has ended, but 1 person still has a post here/,
    )
    assert.match(
      words((await app.get(app.reader, `organisations/${next}`)).body),
      /It took the place of Old District Council on 1 April 2009/,
    )
    const circle = await app.post(app.officer, `organisations/${next}/successions/new`, { ...said, successorId: String(before) })
    assert.match(circle.body, /New Unitary Council itself came after Old District Council/)
    assert.match((await app.post(app.officer, path, said)).body, /is already a successor/)

    const [succession] = await owner`select id from partnership.succession`
    assert.equal((await app.post(app.officer, `organisations/${before}/successions/${succession?.['id']}/removal`)).statusCode, 303)
    assert.doesNotMatch(words((await app.get(app.reader, `organisations/${next}`)).body), /took the place/)
  })

  test('and is not removed while somebody is there', async () => {
    const [old] = await owner`select id from partnership.organisation where name = 'Old District Council'`
    const answer = await app.post(app.officer, `organisations/${old?.['id']}/removal`)
    assert.match(answer.body, /Old District Council cannot be removed: it leads on indicators/)
  })
})

test('of two who change one the second is shown what the first did', async () => {
  const id = await add({ name: 'Wexcombe Fire' })
  const path = `organisations/${id}/edit`
  const { fields } = formIn((await app.get(app.officer, path)).body, path)
  assert.equal((await app.post(app.administrator, path, { ...fields, sector: 'fire' })).statusCode, 303)
  const second = await app.post(app.officer, path, { ...fields, sector: 'other' })
  assert.match(second.body, /href="#sector">Sector is “Fire and rescue” now/)
})
