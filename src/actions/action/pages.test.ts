import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { exampleMeeting } from '../../../test/pages/meeting.ts'
import { freshApp, type Person, somebody } from '../../../test/web/index.ts'
import type { OrganisationId, PersonId } from '../../partnership/index.ts'

const app = await freshApp({ after })
const { owner: sql, partnershipId, get, post, officer, administrator, stranger } = app
// The contributor is secretary of the group, and the reader its chair.
const { groupId, seats } = await exampleMeeting(app)
const [secretary, chair] = [app.contributor, app.reader]
const now = Temporal.Instant.from('2009-05-06T09:30:00Z')
const add = (name: string) => app.database.platform(db => somebody(db, { partnershipId, name, role: 'reader', now }))
const [ownerInPerson, holder, colleague, member, nobody] = [
  await add('Owen Pike'),
  await add('Hana Lead'),
  await add('Cara Post'),
  await add('Mo Member'),
  await add('Nell Else'),
]
const personOf = async ({ accountId }: Person) => {
  const [row] = await sql<
    { id: PersonId }[]
  >`select id from partnership.person where account_id = ${accountId} and partnership_id = ${partnershipId}`
  return row?.id ?? (0 as PersonId)
}
const [organisation] = await sql<
  { id: OrganisationId }[]
>`insert into partnership.organisation (partnership_id, name) values (${partnershipId}, 'Wexcombe Farmers') returning id`
await sql`insert into partnership.post (partnership_id, person_id, organisation_id, title) values (${partnershipId}, ${await personOf(colleague)}, ${organisation?.id ?? 0}, 'Clerk')`
await sql`update partnership.tenure set person_id = ${await personOf(holder)} where seat_id = ${seats.lead}`
await sql`insert into partnership.tenure (partnership_id, seat_id, person_id) values (${partnershipId}, ${seats.member}, ${await personOf(member)})`

const plain = (html: string) =>
  html
    .replace(/^.*<main/s, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
async function added(owners: readonly string[], more: Readonly<Record<string, string>> = {}): Promise<string> {
  const answer = await post(secretary, 'actions/new', {
    groupId: String(groupId),
    text: 'Write to the chairs',
    owners,
    dueOn: '22 June 2009',
    ...more,
  })
  assert.equal(answer.statusCode, 303, plain(answer.body))
  return `actions/${/\/actions\/(\d+)$/.exec(answer.headers.location ?? '')?.[1]}`
}
const ofPerson = `person-${await personOf(ownerInPerson)}`
const ofSeat = `seat-${seats.lead}`

describe('an action that a group agrees between meetings', () => {
  test('is added by its secretary, with a reference for life and its owners', async () => {
    const action = await added([ofSeat, ofPerson, ofSeat, ''], {})
    const page = plain((await get(nobody, action)).body)
    assert.match(page, /PMG\/090506\/\d+ Write to the chairs/)
    assert.match(page, /Owners Safer communities, Partnership Management Group \(Hana Lead\); Owen Pike/)
    assert.match(page, /Due 22 June 2009/)
    assert.match(page, /Agreed 6 May 2009, between meetings/)
  })

  test('is refused with what is missing beside each field, and nothing is lost', async () => {
    const answer = await post(secretary, 'actions/new', { groupId: '', text: ' ', dueOn: 'soon', indicators: 'NI 999', owners: '' })
    assert.equal(answer.statusCode, 422)
    for (const sentence of [
      /#groupId">Choose the group/,
      /#text">Say what is to be done/,
      /#dueOn">This is not a date/,
      /#owners">Choose who/,
      /#indicators">There is no indicator NI 999/,
    ])
      assert.match(answer.body, sentence)
    assert.match(answer.body, /value="NI 999"/)
  })

  test('is nobody’s to add for a group that is not theirs, and no reader’s', async () => {
    const [other] = await sql<
      { id: number }[]
    >`insert into partnership."group" (partnership_id, name, short_name, layer, kind) values (${partnershipId}, 'Another', 'ANO', 'operational', 'working-group') returning id`
    const answer = await post(secretary, 'actions/new', { groupId: String(other?.id), text: 'Do it', owners: ofPerson })
    assert.equal(answer.statusCode, 422)
    assert.equal((await get(nobody, 'actions/new')).statusCode, 403)
    assert.equal((await get(stranger, await added([ofPerson]))).statusCode, 404)
  })
})

describe('who may say how it is going', () => {
  const check = (name: string, person: () => Person, owner: string, may: boolean) =>
    test(`${name}: ${may ? 'yes' : 'no'}`, async () => {
      const action = await added([owner])
      const answer = await post(person(), `${action}/notes`, { progress: 'under-way', note: 'Two of five have answered' })
      assert.equal(answer.statusCode, may ? 303 : 422)
      const page = plain((await get(officer, action)).body)
      assert.equal(/Under way\. Two of five have answered/.test(page), may)
      assert.equal(/Only its owners/.test(plain(answer.body)), !may)
    })
  check('its owner', () => ownerInPerson, ofPerson, true)
  check('who sits on the owning seat', () => holder, ofSeat, true)
  check('who has a post at the owning organisation', () => colleague, `organisation-${organisation?.id}`, true)
  check('a member of the owning group', () => member, `group-${groupId}`, true)
  check('the secretary of its group', () => secretary, ofPerson, true)
  check('its chair', () => chair, ofPerson, true)
  check('a member who does not own it', () => member, ofPerson, false)
  check('somebody else', () => nobody, ofSeat, false)
})

test('what a seat owns passes to whoever sits there next', async () => {
  const action = await added([ofSeat])
  await sql`update partnership.tenure set person_id = ${await personOf(nobody)} where seat_id = ${seats.lead}`
  assert.match(plain((await get(officer, action)).body), /\(Nell Else\)/)
  assert.equal((await post(holder, `${action}/notes`, { note: 'Mine?' })).statusCode, 422)
  assert.equal((await post(nobody, `${action}/notes`, { note: 'Mine now' })).statusCode, 303)
  await sql`update partnership.tenure set person_id = ${await personOf(holder)} where seat_id = ${seats.lead}`
})

describe('its date', () => {
  test('is moved by a keeper with a reason, and every move is kept', async () => {
    const action = await added([ofPerson])
    const move = (dueOn: string, reason: string) => movedBy(secretary, action, dueOn, reason)
    assert.match((await move('29 June 2009', '')).body, /#reason">Say why the date moves/)
    assert.equal((await move('29 June 2009', 'Two chairs are away')).statusCode, 303)
    assert.match((await move('29 June 2009', 'Again')).body, /It is due on 29 June 2009 already/)
    assert.equal((await move('6 July 2009', 'One still is')).statusCode, 303)
    const page = plain((await get(nobody, action)).body)
    assert.match(page, /Due 6 July 2009 \(moved twice\)/)
    assert.match(page, /From 29 June 2009 to 6 July 2009 : One still is/)
  })

  test('is asked for by its owner, and stands until somebody moves it', async () => {
    const action = await added([ofPerson])
    assert.match((await movedBy(ownerInPerson, action, '6 July 2009', '')).body, /#reason">Say why the date moves/)
    assert.equal((await movedBy(ownerInPerson, action, '6 July 2009', 'I am away')).statusCode, 303)
    const page = plain((await get(secretary, action)).body)
    assert.match(page, /Owen Pike asks for 6 July 2009/)
    assert.match(page, /Due 22 June 2009/)
    assert.match((await get(secretary, `${action}/date`)).body, /value="6 July 2009"/)
  })

  async function movedBy(person: Person, action: string, dueOn: string, reason: string) {
    const edition = /name="edition" value="([^"]*)"/.exec((await get(person, `${action}/date`)).body)?.[1] ?? ''
    return post(person, `${action}/date`, { edition, dueOn, reason })
  }
})

describe('closing it', () => {
  test('needs an outcome; evidence goes with it', async () => {
    const action = await added([ofPerson])
    assert.match((await post(ownerInPerson, `${action}/ending`, { outcome: ' ' })).body, /#outcome">Say what came of it/)
    assert.match(
      (await post(ownerInPerson, `${action}/ending`, { outcome: 'Written', link: 'javascript:alert(1)' })).body,
      /#link">Enter an address/,
    )
    const answer = await post(ownerInPerson, `${action}/ending`, {
      outcome: 'All five were written to',
      link: 'https://wexcombe.example/letter',
      linkTitle: 'The letter',
    })
    assert.equal(answer.statusCode, 303)
    const page = plain((await get(nobody, action)).body)
    assert.match(page, /Closed .*What came of it All five were written to/)
    assert.match(page, /Evidence The letter \(Owen Pike\)/)
    assert.match((await post(ownerInPerson, `${action}/ending`, { outcome: 'Twice' })).body, /It is closed already/)
  })

  test('takes a file as evidence, which whoever sees the action can look at', async () => {
    const action = await added([ofPerson])
    const file = { field: 'file', fileName: 'letter.txt', content: 'Dear chairs', type: 'text/plain' }
    const refused = await app.upload(ownerInPerson, `${action}/evidence`, { link: 'wexcombe', linkTitle: '' }, file)
    assert.equal(refused.statusCode, 422)
    assert.match((await post(ownerInPerson, `${action}/evidence`)).body, /#link">Enter the address of the evidence, or choose a file/)
    assert.equal((await app.upload(ownerInPerson, `${action}/evidence`, { link: '', linkTitle: 'The letter' }, file)).statusCode, 303)
    const href = /href="\/wexcombe\/(actions\/\d+\/evidence\/\d+)">The letter/.exec((await get(nobody, action)).body)?.[1] ?? ''
    assert.equal((await get(nobody, href)).body, 'Dear chairs')
    assert.equal((await get(stranger, href)).statusCode, 404)
    assert.equal((await get(nobody, `${await added([ofPerson])}/evidence/${href.split('/').at(-1)}`)).statusCode, 404)
    const [kept] = await sql<{ count: string }[]>`select count(*) from platform.stored_file`
    assert.equal(Number(kept?.count), 1)
  })

  test('is undone by a keeper, with a reason, and what it was closed with stays', async () => {
    const action = await added([ofPerson])
    await post(ownerInPerson, `${action}/ending`, { outcome: 'All five were written to' })
    assert.equal((await post(ownerInPerson, `${action}/reopening`, { reason: 'No' })).statusCode, 403)
    assert.match((await post(secretary, `${action}/reopening`, { reason: '' })).body, /#reason">Say why it is opened again/)
    assert.equal((await post(secretary, `${action}/reopening`, { reason: 'One letter came back' })).statusCode, 303)
    const page = plain((await get(nobody, action)).body)
    assert.match(page, /Opened again: One letter came back It had ended with: All five were written to/)
  })

  test('or it is not pursued any more, and says why', async () => {
    const action = await added([ofPerson])
    assert.equal((await post(chair, `${action}/dropping`, { reason: 'The board took it over' })).statusCode, 303)
    assert.match(plain((await get(nobody, action)).body), /Not pursued .*Why it is not pursued The board took it over/)
    const [row] = await sql`select from actions.action where id = ${Number(action.split('/')[1])}`
    assert.ok(row)
  })
})

describe('where the group confirms closings', () => {
  test('what its owner calls done waits until a keeper says yes, or no and why', async () => {
    await sql`insert into meetings.practice (partnership_id, group_id, confirms_closings) values (${partnershipId}, ${groupId}, true)`
    const action = await added([ofPerson])
    assert.match(
      plain((await get(ownerInPerson, `${action}/ending`)).body),
      /It is closed when Partnership Management Group has confirmed it/,
    )
    await post(ownerInPerson, `${action}/ending`, { outcome: 'Four of five' })
    assert.match(plain((await get(nobody, action)).body), /To be confirmed .*has still to confirm it/)
    assert.equal((await post(ownerInPerson, `${action}/confirmation`, { confirmed: 'yes' })).statusCode, 403)
    assert.match((await post(chair, `${action}/confirmation`, {})).body, /#confirmed">Choose whether it is done/)
    assert.match((await post(chair, `${action}/confirmation`, { confirmed: 'no' })).body, /#reason">Say what is still missing/)
    await post(chair, `${action}/confirmation`, { confirmed: 'no', reason: 'The fifth' })
    assert.match(plain((await get(nobody, action)).body), /Not confirmed: The fifth Its owner had said: Four of five/)
    await post(ownerInPerson, `${action}/ending`, { outcome: 'All five' })
    await post(chair, `${action}/confirmation`, { confirmed: 'yes' })
    assert.match(plain((await get(nobody, action)).body), /Closed .*All five/)
    // A keeper who closes it has confirmed it.
    const another = await added([ofPerson])
    await post(secretary, `${another}/ending`, { outcome: 'Seen to' })
    assert.match(plain((await get(nobody, another)).body), / Closed /)
    await sql`delete from meetings.practice`
  })
})

describe('what is confidential', () => {
  test('is there for members of its group, its owner and administrators, and for nobody else', async () => {
    const action = await added([ofPerson], { isConfidential: 'yes' })
    for (const person of [secretary, chair, member, ownerInPerson, administrator])
      assert.equal((await get(person, action)).statusCode, 200, person.name)
    for (const person of [nobody, colleague, stranger]) assert.equal((await get(person, action)).statusCode, 404, person.name)
    assert.equal((await post(nobody, `${action}/notes`, { note: 'x' })).statusCode, 404)
    assert.equal((await get(nobody, `${action}/date`)).statusCode, 404)
  })
})

test('it keeps who owns it through a merging of two who own it both', async () => {
  const twin = await add('Owen  Pike')
  const action = await added([ofPerson, `person-${await personOf(twin)}`])
  await app.visit('write', db => db`update partnership.person set account_id = null where id = ${String(ofPerson.split('-')[1])}`)
  const [kept, other] = [await personOf(twin), Number(ofPerson.split('-')[1])]
  await app.visit('write', db => db`select partnership.merge_people(${kept}, ${other})`)
  const rows = await sql<{ personId: number }[]>`select person_id from actions.owner where action_id = ${Number(action.split('/')[1])}`
  assert.deepEqual(
    rows.map(({ personId }) => personId),
    [kept],
  )
})
