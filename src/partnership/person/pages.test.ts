import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { formIn } from '../../../test/web/form.ts'
import { freshApp } from '../../../test/web/index.ts'

const app = await freshApp({ after })
const { owner, partnershipId } = app
/** Whoever belongs to the partnership is one of its people; here they are added by hand. */
await owner`delete from partnership.person where partnership_id = ${partnershipId}`

const words = (body: string) =>
  body
    .replace(/^.*<main/s, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
const idIn = (location: string | undefined) => Number(/people\/(\d+)/.exec(location ?? '')?.[1])
const add = async (fields: Record<string, string>) => idIn((await app.post(app.officer, 'people/new', fields)).headers.location)
const said = (sql: ReturnType<typeof owner>) => sql.then(rows => rows.map(row => Object.values(row ?? {}).join(' ')))

let [council, trust, police] = [0, 0, 0]
let [board, safer] = [0, 0]
before(async () => {
  const organisations = await owner<{ id: number }[]>`
    insert into partnership.organisation (partnership_id, name)
    values (${partnershipId}, 'Wexcombe Council'), (${partnershipId}, 'Wexcombe Health Trust'), (${partnershipId}, 'Wexcombe Police') returning id`
  ;[council = 0, trust = 0, police = 0] = organisations.map(({ id }) => id)
  const groups = await owner<{ id: number }[]>`
    insert into partnership."group" (partnership_id, name, short_name, layer, kind)
    values (${partnershipId}, 'Wexcombe Board', 'WB', 'strategic', 'board'), (${partnershipId}, 'Safer Wexcombe', 'SW', 'operational', 'thematic-partnership')
    returning id`
  ;[board = 0, safer = 0] = groups.map(({ id }) => id)
})
const seat = async (groupId: number, role: string, organisationId: number | null, title = '') => {
  const [row] = await owner<{ id: number }[]>`
    insert into partnership.seat (partnership_id, group_id, role, organisation_id, title)
    values (${partnershipId}, ${groupId}, ${role}, ${organisationId}, ${title}) returning id`
  return row?.id ?? 0
}
const sit = async (seatId: number, personId: number, beginsOn: string, endsOn: string | null = null) => {
  const [row] = await owner<{ id: number }[]>`
    insert into partnership.tenure (partnership_id, seat_id, person_id, begins_on, ends_on)
    values (${partnershipId}, ${seatId}, ${personId}, ${beginsOn}, ${endsOn}) returning id`
  return row?.id ?? 0
}

describe('somebody is added', () => {
  test('with a post, and found by name, e-mail address, organisation and group', async () => {
    const amina = await add({
      name: ' Amina  Khan ',
      email: 'Amina.Khan@Wexcombe.example',
      telephone: '0199 123',
      organisationId: String(council),
      title: 'Head of policy',
      beginsOn: '1 April 2008',
    })
    await add({ name: 'Tom Birch', organisationId: String(trust) })
    await sit(await seat(board, 'chair', council), amina, '2008-05-01')

    for (const query of [
      'text=amina',
      'text=khan@wex',
      'text=policy council',
      'text=wb',
      `organisation=${council}`,
      `group=${board}`,
      'state=now&text=khan',
    ]) {
      const found = words((await app.get(app.reader, `people?${query}`)).body)
      assert.match(found, /1 person .*Amina Khan Head of policy, Wexcombe Council Wexcombe Board amina.khan@wexcombe.example/, query)
    }
    assert.match(words((await app.get(app.reader, 'people?text=nobody at all')).body), /Nobody is like that/)
    assert.match(words((await app.get(app.reader, 'people?state=past')).body), /Nobody is like that/)
    const shown = words((await app.get(app.reader, `people/${amina}`)).body)
    assert.match(
      shown,
      /Amina Khan .*amina.khan@wexcombe.example.*0199 123.*Has no account here.*Wexcombe Council Head of policy since 1 April 2008.*Wexcombe Board Chair Wexcombe Council since 1 May 2008/,
    )
  })

  test('and whoever has their name or e-mail address is shown first', async () => {
    const again = await app.post(app.officer, 'people/new', { name: 'amina khan' })
    assert.equal(again.statusCode, 422)
    assert.match(again.body, /href="#another">Is it Amina Khan, who is in the list\?/)
    assert.equal((await app.post(app.officer, 'people/new', { name: 'amina khan', another: 'yes' })).statusCode, 303)
  })

  test('with what is wrong said beside it, and nothing lost', async () => {
    const answer = await app.post(app.officer, 'people/new', {
      name: '',
      email: 'amina',
      telephone: '0199 9',
      organisationId: String(council),
      beginsOn: 'soon',
    })
    assert.equal(answer.statusCode, 422)
    for (const field of ['name', 'email', 'beginsOn']) assert.match(answer.body, new RegExp(`href="#${field}"`))
    assert.match(answer.body, /value="0199 9"/)
    assert.match(answer.body, new RegExp(`<option value="${council}" selected`))
  })

  test('by those who keep the list, the secretariat of a group among them, and by nobody else', async () => {
    assert.equal((await app.get(app.contributor, 'people/new')).statusCode, 403)
    const ruth = await add({ name: 'Ruth Calder' })
    await owner`update partnership.person set account_id = ${app.contributor.accountId} where id = ${ruth}`
    await sit(await seat(safer, 'secretariat', null), ruth, '2009-01-01')
    assert.equal((await app.get(app.contributor, 'people/new')).statusCode, 200)
    assert.match((await app.get(app.contributor, `people/${ruth}`)).body, /people\/\d+\/edit/)
    assert.doesNotMatch((await app.get(app.reader, `people/${ruth}`)).body, /people\/\d+\/edit/)
    assert.equal((await app.get(app.stranger, `/elmbridge/people/${ruth}`)).statusCode, 404)
  })

  test('and can be taken away again while nothing refers to them', async () => {
    const mistake = await add({ name: 'Mistake' })
    assert.equal((await app.post(app.officer, `people/${mistake}/removal`)).headers.location, '/wexcombe/people')
    const amina = (await owner`select id from partnership.person where name = 'Amina Khan'`)[0]?.['id']
    const answer = await app.post(app.officer, `people/${amina}/removal`)
    assert.match(answer.body, /Amina Khan cannot be removed: they have or had posts/)
  })
})

test('everybody changes their own contact details, and only these', async () => {
  assert.match(words((await app.get(app.reader, 'people/own')).body), /You are not among the people of this partnership/)
  const own = await add({ name: 'Dafydd Rees', note: 'Speaks Welsh' })
  await owner`update partnership.person set account_id = ${app.reader.accountId} where id = ${own}`
  const page = await app.get(app.reader, `people/${own}`)
  assert.match(page.body, /people\/own/)
  assert.doesNotMatch(page.body, /Speaks Welsh/)
  const form = formIn((await app.get(app.reader, 'people/own')).body)
  const answer = await app.post(app.reader, 'people/own', {
    ...form.fields,
    email: 'dafydd@wexcombe.example',
    telephone: '0199 77',
    name: 'Somebody',
  })
  assert.equal(answer.statusCode, 303)
  assert.deepEqual(await said(owner`select name, email, telephone, note from partnership.person where id = ${own}`), [
    'Dafydd Rees dafydd@wexcombe.example 0199 77 Speaks Welsh',
  ])
  assert.match((await app.post(app.reader, 'people/own', { ...form.fields, telephone: '0199 88' })).body, /Telephone is “0199 77” now/)
})

describe('somebody moves to another organisation', () => {
  let [nia, held, kept] = [0, 0, 0]
  before(async () => {
    nia = await add({ name: 'Nia Powell', organisationId: String(trust), title: 'Director', beginsOn: '1 April 2007' })
    held = await sit(await seat(board, 'member', trust), nia, '2007-05-01')
    kept = await sit(await seat(safer, 'lead', trust, 'Health'), nia, '2007-05-01')
  })

  test('and it is asked what becomes of each seat held for the one before', async () => {
    const path = `people/${nia}/posts/new`
    const { fields } = formIn((await app.get(app.officer, path)).body, path)
    const answer = await app.post(app.officer, path, {
      ...fields,
      organisationId: String(police),
      beginsOn: '6 May 2009',
      [`seat-${kept}`]: 'keep',
    })
    assert.equal(answer.statusCode, 422)
    assert.match(answer.body, new RegExp(`href="#seat-${held}">Say what becomes of their seat: Member, Wexcombe Board`))
    const again = formIn(answer.body, path).fields
    const moved = await app.post(app.officer, path, { ...again, [`seat-${held}`]: 'end' })
    assert.equal(moved.statusCode, 303, words(moved.body))
    assert.deepEqual(await said(owner`select ends_on, ended_by from partnership.tenure where id in (${held}, ${kept}) order by id`), [
      '2009-05-05 left',
      ' ',
    ])
    assert.deepEqual(
      await said(owner`select organisation_id, begins_on, ends_on from partnership.post where person_id = ${nia} order by id`),
      [`${trust} 2007-04-01 2009-05-05`, `${police} 2009-05-06 `],
    )
  })

  test('and who they were on any day is still shown', async () => {
    const then = words((await app.get(app.reader, `people/${nia}?on=2009-05-05`)).body)
    assert.match(
      then,
      /Posts on 5 May 2009 .*Wexcombe Health Trust Director 1 April 2007 to 5 May 2009 .*Seats on 5 May 2009 .*Wexcombe Board Member .*At other times .*Wexcombe Police/,
    )
    const now = words((await app.get(app.reader, `people/${nia}`)).body)
    assert.match(
      now,
      /Posts now .*Wexcombe Police – since 6 May 2009 .*Seats now .*Safer Wexcombe Lead, Health .*At other times .*Wexcombe Health Trust Director/,
    )
    const there = words((await app.get(app.reader, `organisations/${trust}?on=5/5/2009`)).body)
    assert.match(
      there,
      /People on 5 May 2009 .*Nia Powell Director .*Seats on 5 May 2009 .*Safer Wexcombe Lead, Health Nia Powell \(since 1 May 2007\)/,
    )
    assert.match(there, /Wexcombe Board Member Nia Powell \(1 May 2007 to 5 May 2009\)/)
    const today = words((await app.get(app.reader, `organisations/${trust}`)).body)
    assert.match(today, /Wexcombe Board Member Vacant/)
    assert.match((await app.get(app.reader, `people/${nia}?on=soon`)).body, /href="#on">Enter a day/)
  })

  test('a post that was written wrongly is put right, or taken away', async () => {
    const [post] = await owner`select id from partnership.post where person_id = ${nia} and organisation_id = ${police}`
    const path = `people/${nia}/posts/${post?.['id']}`
    const { fields } = formIn((await app.get(app.officer, `${path}/edit`)).body, `${path}/edit`)
    assert.equal((await app.post(app.officer, `${path}/edit`, { ...fields, endsOn: '1 May 2009' })).statusCode, 422)
    assert.equal((await app.post(app.officer, `${path}/edit`, { ...fields, title: 'Superintendent' })).statusCode, 303)
    assert.deepEqual(await said(owner`select title, begins_on from partnership.post where id = ${post?.['id']}`), [
      'Superintendent 2009-05-06',
    ])
    assert.equal((await app.post(app.officer, `${path}/removal`)).statusCode, 303)
    assert.equal((await app.get(app.officer, `${path}/edit`)).statusCode, 404)
  })
})

test('somebody is away, and everybody sees until when', async () => {
  const owen = await add({ name: 'Owen Price' })
  assert.match((await app.post(app.officer, `people/${owen}/absences/new`, { beginsOn: '', endsOn: '' })).body, /href="#beginsOn"/)
  assert.match(
    (await app.post(app.officer, `people/${owen}/absences/new`, { beginsOn: '6 May 2009', endsOn: '5 May 2009' })).body,
    /href="#endsOn"/,
  )
  assert.equal(
    (await app.post(app.officer, `people/${owen}/absences/new`, { beginsOn: '1 May 2009', endsOn: '31 May 2009', reason: 'on leave' }))
      .statusCode,
    303,
  )
  assert.match(words((await app.get(app.reader, `people/${owen}`)).body), /Away until 31 May 2009: on leave\./)
  assert.match(words((await app.get(app.reader, 'people?text=owen')).body), /Owen Price \(away\)/)
  assert.doesNotMatch(words((await app.get(app.reader, `people/${owen}?on=1 June 2009`)).body), /Away until/)
  const [absence] = await owner`select id from partnership.absence where person_id = ${owen}`
  assert.equal((await app.post(app.officer, `people/${owen}/absences/${absence?.['id']}/removal`)).statusCode, 303)
  assert.doesNotMatch(words((await app.get(app.reader, `people/${owen}`)).body), /Absences/)
})

test('somebody leaves: posts, seats and deputising end on their last day, and stay in the record', async () => {
  const ivor = await add({ name: 'Ivor Lane', organisationId: String(council), beginsOn: '2000-01-01' })
  const seatId = await seat(board, 'adviser', council)
  await sit(seatId, ivor, '2001-01-01')
  const later = await sit(await seat(safer, 'adviser', council), ivor, '2009-09-01')
  const own = await seat(safer, 'observer', null)
  await owner`insert into partnership.deputy (partnership_id, seat_id, person_id) values (${partnershipId}, ${own}, ${ivor})`
  const mary = await add({ name: 'Mary Webb' })
  await owner`insert into partnership.deputy (partnership_id, seat_id, person_id) values (${partnershipId}, ${seatId}, ${mary})`

  assert.match(
    words((await app.get(app.officer, `people/${ivor}/departure`)).body),
    /Seat: Adviser, Wexcombe Board. Mary Webb will stand in: tell them/,
  )
  assert.match((await app.post(app.officer, `people/${ivor}/departure`, { lastDay: 'soon' })).body, /href="#lastDay"/)
  assert.equal((await app.post(app.officer, `people/${ivor}/departure`, { lastDay: '31 May 2009' })).statusCode, 303)
  assert.deepEqual(await said(owner`select ends_on, ended_by from partnership.tenure where person_id = ${ivor}`), ['2009-05-31 left'])
  assert.equal((await owner`select from partnership.tenure where id = ${later}`).length, 0)
  assert.deepEqual(await said(owner`select ends_on from partnership.post where person_id = ${ivor}`), ['2009-05-31'])
  assert.deepEqual(await said(owner`select ends_on from partnership.deputy where person_id = ${ivor}`), ['2009-05-31'])
  assert.match(words((await app.get(app.reader, `people/${ivor}?on=1 June 2009`)).body), /At other times .*Wexcombe Board Adviser .*left/)
  const twice = await app.post(app.officer, `people/${ivor}/departure`, { lastDay: '31 May 2009' })
  assert.match(twice.body, /Ivor Lane has no post and no seat after 31 May 2009/)
})

test('somebody at the table is invited from their page, and the account is theirs', async () => {
  const [person] = await app.owner<{ id: number }[]>`
    insert into partnership.person (partnership_id, name, email) values (${app.partnershipId}, 'Ottoline Vane', 'ottoline.vane@wexcombe.example') returning id`
  const path = `people/${person?.id}`
  const [, invitation = ''] = /href="\/wexcombe\/(accounts\/new\?[^"]+)">Invite</.exec((await app.get(app.administrator, path)).body) ?? []
  assert.doesNotMatch((await app.get(app.officer, path)).body, />Invite</)
  const form = (await app.get(app.administrator, invitation.replaceAll('&amp;', '&'))).body
  assert.match(form, /value="Ottoline Vane"/)
  assert.match(form, /value="ottoline\.vane@wexcombe\.example"/)
  await app.post(app.administrator, 'accounts', { name: 'Ottoline Vane', email: 'ottoline.vane@wexcombe.example', role: 'reader' })
  assert.match((await app.get(app.administrator, path)).body, />Reader of this partnership</)
})
