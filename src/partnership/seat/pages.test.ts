import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { formIn } from '../../../test/web/form.ts'
import { freshApp, type Person } from '../../../test/web/index.ts'

const app = await freshApp({ after }, { now: '2026-11-22T09:30:00Z' })
const { owner, partnershipId, officer, reader } = app
await owner`insert into partnership.organisation (partnership_id, name) values (${partnershipId}, 'Wexcombe Council'), (${partnershipId}, 'Wexcombe Police')`
const [council] = await owner<{ id: number }[]>`select id from partnership.organisation where name = 'Wexcombe Council'`
await owner`insert into partnership.person (partnership_id, name) values (${partnershipId}, 'Amina Siddiqui'), (${partnershipId}, 'John Smith'), (${partnershipId}, 'John Smith')`
const added = await app.post(officer, 'groups/new', {
  name: 'Management Group',
  layer: 'executive',
  kind: 'management-group',
  deputiesAct: 'when-away',
})
const groupId = Number(/\/(\d+)/.exec(added.headers.location ?? '')?.[1])

const words = (body: string) =>
  body
    .replace(/^.*<main/s, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
const read = async (path: string, who = reader) => words((await app.get(who, path)).body)
/** A page as a browser sends it when nothing but this was touched. */
const send = async (who: Person, path: string, said: Record<string, string>) =>
  app.post(who, path, { ...formIn((await app.get(who, path)).body, path).fields, ...said })
const seatCalled = async (title: string) =>
  (await owner<{ id: number }[]>`select id from partnership.seat where title = ${title}`)[0]?.id ?? 0

describe('seats are added several at once', () => {
  test('with who sits there, known or new', async () => {
    const rows = {
      ...{
        'role-1': 'lead',
        'title-1': 'Health',
        'organisationId-1': String(council?.id),
        'person-1': 'amina  siddiqui',
        'beginsOn-1': '1 April 2026',
      },
      ...{ 'role-2': 'member', 'title-2': 'Housing', 'person-2': 'Wilf Tanner' },
      ...{ 'role-4': 'observer', 'title-4': 'Culture' },
    }
    const asked = await app.post(officer, `groups/${groupId}/seats/new`, rows)
    assert.equal(asked.statusCode, 422)
    assert.match(asked.body, /href="#person-2">Seat 2: There is nobody called Wilf Tanner yet/)
    assert.match(asked.body, /Add Wilf Tanner as a new person/)
    assert.match(asked.body, /value="Culture"/)
    assert.equal((await owner`select from partnership.seat`).length, 0, 'nothing is half added')

    const answer = await app.post(officer, `groups/${groupId}/seats/new`, { ...rows, 'person-2-new': 'Wilf Tanner' })
    assert.equal(answer.statusCode, 303)
    const shown = await read(`groups/${groupId}`)
    assert.match(shown, /3 seats, 1 of them vacant/)
    assert.match(shown, /Lead, Health Wexcombe Council Amina Siddiqui since 1 April 2026/)
    assert.match(shown, /Member, Housing in their own right Wilf Tanner/)
    assert.match(shown, /Observer, Culture in their own right Vacant/)
  })

  test('and none is not several', async () => {
    assert.match((await app.post(officer, `groups/${groupId}/seats/new`, {})).body, /Fill in at least one seat/)
    assert.match(
      (await app.post(officer, `groups/${groupId}/seats/new`, { 'title-1': 'Nobody’s' })).body,
      /href="#role-1">Seat 1: Select a role/,
    )
  })
})

describe('a seat', () => {
  test('is taken by one of two who have one name', async () => {
    const path = `seats/${await seatCalled('Culture')}/holder/new`
    const asked = await send(officer, path, { person: 'John Smith' })
    assert.equal(asked.statusCode, 422)
    assert.match(words(asked.body), /There are 2 people called John Smith. Select which of them you mean/)
    const id = /name="person-chosen" type="radio" value="(\d+)"/.exec(asked.body)?.[1] ?? ''
    assert.equal((await send(officer, path, { person: 'John Smith', 'person-chosen': id })).statusCode, 303)
    const [row] =
      await owner`select tenure.person_id from partnership.tenure join partnership.seat on seat.id = tenure.seat_id where seat.title = 'Culture'`
    assert.equal(String(row?.['personId']), id)
  })

  test('is taken over: the one before has the day before as the last', async () => {
    const id = await seatCalled('Housing')
    assert.equal((await send(officer, `seats/${id}/holder/new`, { person: 'Amina Siddiqui', beginsOn: '6 May 2026' })).statusCode, 303)
    const shown = await read(`seats/${id}`)
    assert.match(shown, /Amina Siddiqui sits here since 6 May 2026/)
    assert.match(shown, /Wilf Tanner ?, until 5 May 2026, was replaced/)
    assert.match(
      await read(`groups/${groupId}?on=5 May 2026`),
      /Seats as at 5 May 2026 .* Member, Housing in their own right Wilf Tanner until 5 May 2026/,
    )
    assert.match(
      (await send(officer, `seats/${id}/holder/new`, { person: 'John Smith', beginsOn: '1 May 2026' })).body,
      /There are 2 people/,
    )
    assert.match(
      (await send(officer, `seats/${id}/holder/new`, { person: 'Wilf Tanner', beginsOn: '1 May 2026' })).body,
      /Wilf Tanner sits on this seat until 5 May 2026|Amina Siddiqui sits on this seat since 6 May 2026/,
    )
  })

  test('is replaced by nobody who has not seen who sits there', async () => {
    const path = `seats/${await seatCalled('Housing')}/holder/new`
    const opened = formIn((await app.get(officer, path)).body, path).fields
    assert.equal((await send(app.administrator, path, { person: 'Wilf Tanner', beginsOn: '1 June 2026' })).statusCode, 303)
    const asked = await app.post(officer, path, { ...opened, person: 'Amina Siddiqui', beginsOn: '1 July 2026' })
    assert.equal(asked.statusCode, 422)
    assert.match(asked.body, /Somebody has changed who sits here since you opened this/)
    assert.equal(
      (await app.post(officer, path, { ...formIn(asked.body, path).fields, person: 'Amina Siddiqui', beginsOn: '1 July 2026' })).statusCode,
      303,
    )
  })

  test('is covered while its holder is on leave, and the deputy acts while nobody is to be had', async () => {
    const id = await seatCalled('Health')
    assert.match(await read(`seats/${id}`), /No nominated deputy at this stage/)
    for (const name of ['Wilf Tanner', 'Nora Quill'])
      assert.equal(
        (await send(officer, `seats/${id}/deputies/new`, { person: name, 'person-new': name === 'Nora Quill' ? name : '', beginsOn: '' }))
          .statusCode,
        303,
      )
    assert.match(
      (await send(officer, `seats/${id}/deputies/new`, { person: 'Amina Siddiqui' })).body,
      /Amina Siddiqui sits on this seat and cannot be their own deputy/,
    )
    await owner`insert into partnership.absence (partnership_id, person_id, begins_on, ends_on, reason)
                select partnership_id, id, '2026-11-01', '2027-05-03', 'maternity leave' from partnership.person where name = 'Amina Siddiqui'`
    assert.match(
      await read(`seats/${id}`),
      /Amina Siddiqui sits here since 1 April 2026, and is away until 3 May 2027 \(maternity leave\)\. Wilf Tanner acts as deputy\./,
    )

    assert.equal(
      (
        await send(officer, `seats/${id}/cover/new`, {
          person: 'Nora Quill',
          reason: 'maternity leave',
          beginsOn: '20 November 2026',
          endsOn: '3 May 2027',
        })
      ).statusCode,
      303,
    )
    assert.match(await read(`groups/${groupId}`), /Nora Quill ?, covering maternity leave until 3 May 2027/)
    assert.match(await read(`seats/${id}`), /Nora Quill sits here meanwhile, covering maternity leave until 3 May 2027\./)
    assert.doesNotMatch(await read(`seats/${id}`), /acts as deputy/)
    assert.match(
      (await send(officer, `seats/${id}/cover/new`, { person: 'Wilf Tanner', beginsOn: '1 December 2026' })).body,
      /Nora Quill covers this seat from 20 November 2026 to 3 May 2027/,
    )
  })

  test('has its deputies in another order, and one fewer', async () => {
    const id = await seatCalled('Health')
    const path = `seats/${id}/deputies`
    const fields = formIn((await app.get(officer, path)).body, path).fields
    const [first] = Object.keys(fields).filter(name => name.startsWith('place-'))
    assert.equal((await app.post(officer, path, { ...fields, [first ?? '']: '9' })).statusCode, 303)
    assert.match(await read(`seats/${id}`), /Nora Quill .* Wilf Tanner/)
    assert.equal((await app.post(officer, path, { ...fields, [first ?? '']: 'last' })).statusCode, 422)
  })

  test('is left on the day on which a resignation was noted, and is vacant after it (rules E9)', async () => {
    const id = await seatCalled('Culture')
    const path = /tenures\/\d+\/leaving/.exec((await app.get(officer, `seats/${id}`)).body)?.[0] ?? ''
    assert.match((await send(officer, path, { on: '1 November 2026', by: 'resigned' })).body, /sits there from 22 November 2026/)
    assert.equal((await send(officer, path, { on: '22 November 2026', by: 'resigned' })).statusCode, 303)
    assert.match(await read(`seats/${id}`), /John Smith sits here/, 'the last day is a day')
    assert.match(await read(`groups/${groupId}?on=23 November 2026`), /Vacant since 23 November 2026/)
    assert.match(
      await read(`groups/${groupId}?on=23 November 2026`),
      /John Smith ?, Culture \(observer\), from 22 November 2026 until 22 November 2026, resigned/,
    )
  })

  test('can be put right: wrong days, and somebody who never sat there', async () => {
    const id = await seatCalled('Culture')
    const path = /tenures\/\d+\/edit/.exec((await app.get(officer, `seats/${id}`)).body)?.[0] ?? ''
    assert.equal((await send(officer, path, { beginsOn: '1 April 2026', endsOn: '' })).statusCode, 303)
    assert.match(await read(`seats/${id}`), /John Smith sits here since 1 April 2026/)
    assert.equal((await app.post(officer, `seats/${id}/removal`)).statusCode, 422)
    assert.equal((await app.post(officer, path.replace('edit', 'removal'))).statusCode, 303)
    assert.equal((await app.post(officer, `seats/${id}/removal`)).statusCode, 303)
  })
})

test('a lead names the deputies of their own seat, and of no other', async () => {
  const own = await seatCalled('Health')
  const [row] = await owner<{ id: number }[]>`
    insert into partnership.seat (partnership_id, group_id, role) values (${partnershipId}, ${groupId}, 'lead') returning id`
  const other = row?.id
  assert.equal((await app.get(reader, `seats/${own}/deputies/new`)).statusCode, 403)
  await owner`update partnership.person set account_id = null where account_id = ${reader.accountId}`
  await owner`update partnership.person set account_id = ${reader.accountId} where name = 'Amina Siddiqui'`
  assert.match(await read(`seats/${own}`), /Nominate a deputy/)
  assert.equal((await send(reader, `seats/${own}/deputies/new`, { person: 'Ivy Lark', 'person-new': 'Ivy Lark' })).statusCode, 303)
  assert.equal((await app.get(reader, `seats/${other}/deputies/new`)).statusCode, 403)
  assert.equal((await app.get(reader, `seats/${own}/edit`)).statusCode, 403)
})
